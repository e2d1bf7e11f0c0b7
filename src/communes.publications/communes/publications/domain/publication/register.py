"""The register of publications: what was shown when, never rewritten, never hidden."""

from collections.abc import Iterable
from communes.core.dashboards.exports.domain import Table
from communes.core.dashboards.exports.domain import Value
from communes.publications.domain.publication.kinds import AUTHORITIES
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.states import PUBLICATION_STATE_LABELS
from communes.publications.domain.publication.states import PublicationState
from dataclasses import dataclass
from datetime import date
from datetime import datetime
import unicodedata


@dataclass(frozen=True)
class Entry:
    """One showing of one publication, as everyone may read it.

    ``position`` counts from 1 over the whole register of an institution, without a
    gap. ``state`` says how it stands now: published, archived or unpublished.
    """

    position: int
    uid: str
    reference: str
    title: str
    nature: str
    shown_at: datetime
    number: int = 1
    matter: str = ""
    authority: str = ""
    decided_on: date | None = None
    approved_on: date | None = None
    binding_on: date | None = None
    expires_on: date | None = None
    streets: tuple[str, ...] = ()
    state: str = PublicationState.PUBLISHED.value
    sha256: str = ""
    proven_at: datetime | None = None
    withdrawn_at: datetime | None = None
    reason: str = ""

    @property
    def title_shown(self) -> str:
        """The title; what was taken back keeps its number and date, not its words."""
        return "" if self.withdrawn_at else self.title


@dataclass(frozen=True)
class Wanted:
    """What is looked for in a register; an empty value asks for everything."""

    words: str = ""
    nature: str = ""
    matter: str = ""
    street: str = ""
    year: int | None = None
    in_force: bool = False


def found(entries: Iterable[Entry], wanted: Wanted) -> list[Entry]:
    """Return the entries that are wanted, the last shown first."""
    kept = [one for one in entries if _fits(one, wanted)]
    return sorted(kept, key=lambda one: one.position, reverse=True)


def table(title: str, entries: Iterable[Entry]) -> Table:
    """Return the register as a table for a file."""
    heads = (
        "N°", "Référence", "Version", "Titre", "Nature", "Matière", "Autorité",
        "Décision", "Approbation", "Publication", "Preuve", "Obligatoire le",
        "Fin de validité", "État", "Dépublication", "Motif", "SHA-256",
    )  # fmt: skip
    return Table(title, heads, map(_row, entries))


def _row(one: Entry) -> tuple[Value, ...]:
    nature = natures().get(one.nature)
    return (
        one.position, one.reference, one.number, one.title_shown,
        nature.title if nature else one.nature, matters().get(one.matter, ""),
        AUTHORITIES.get(one.authority, ""), one.decided_on, one.approved_on,
        one.shown_at, one.proven_at, one.binding_on, one.expires_on,
        PUBLICATION_STATE_LABELS[PublicationState(one.state)],
        one.withdrawn_at, one.reason, one.sha256,
    )  # fmt: skip


def _fits(one: Entry, wanted: Wanted) -> bool:
    if wanted.in_force and one.state != PublicationState.PUBLISHED:
        return False
    if wanted.nature and one.nature != wanted.nature:
        return False
    if wanted.matter and one.matter != wanted.matter:
        return False
    if wanted.year is not None and one.shown_at.year != wanted.year:
        return False
    if wanted.street and plain_words(wanted.street) not in map(
        plain_words, one.streets
    ):
        return False
    said = plain_words(f"{one.title_shown} {one.reference} {' '.join(one.streets)}")
    return all(word in said for word in plain_words(wanted.words).split())


def plain_words(text: str) -> str:
    """Return words without accents, capitals and signs, to compare them."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign for sign in bare if not unicodedata.combining(sign))
    return " ".join("".join(s if s.isalnum() else " " for s in kept).split())
