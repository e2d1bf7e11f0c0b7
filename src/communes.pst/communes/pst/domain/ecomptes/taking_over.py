"""A programme made from a file another software sent to the accounts."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import PartKind
from communes.pst.domain.ecomptes.directory import Directory
from communes.pst.domain.ecomptes.document import Contact
from communes.pst.domain.ecomptes.document import Document
from communes.pst.domain.ecomptes.document import Entry
from communes.pst.domain.ecomptes.exporting import NO_PART
from communes.pst.domain.ecomptes.naming import read_libelle
from communes.pst.domain.ecomptes.status import health_of
from communes.pst.domain.ecomptes.status import state_of
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import Override
from communes.pst.domain.element import Part
from communes.pst.domain.element import StrategicObjective
from communes.pst.domain.element import SubAction
from communes.pst.domain.errors import because
from communes.pst.domain.errors import once
from communes.pst.domain.plan import Plan
from communes.pst.domain.plan import Term
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from dataclasses import dataclass
import re
from unicodedata import normalize


@dataclass(frozen=True)
class TakenOver:
    """A programme read from a file, and what of it nobody here answers to."""

    tree: Programme
    warnings: tuple[Reason, ...]


def taken_over(document: Document, directory: Directory) -> TakenOver:
    """Return the programme a file describes, its ids and references kept.

    People and services are found by their names; whom the directory does not know is
    named in the warnings and left out. An action called "A.3 - SA.4 - …" is the
    sub-action it was. NEANT is no part.

    :raises TreeRefused: an id stands twice in the file.
    """
    maker = _Maker(document, directory)
    elements = tuple(maker.elements())
    plan = Plan(
        document.plan_id,
        document.plan_title,
        document.institution,
        budget_years=tuple(range(document.first_year, document.last_year + 1)),
        ins_code=document.ins,
        fiscal_year=document.year,
        sector_plans=tuple(Term(id, title) for title, id in maker.plans.items()),
        last_number=max((one.number for one in elements), default=0),
    )
    return TakenOver(programme(plan, elements), once(maker.warnings))


class _Maker:
    """The making of one programme; ``plans`` and ``warnings`` fill as it goes."""

    def __init__(self, document: Document, directory: Directory) -> None:
        self.document = document
        self.warnings: list[Reason] = []
        self.plans: dict[str, str] = {}
        self.people = {
            (card.last_name, card.first_name): id
            for id, card in directory.people.items()
        }
        self.services = {title: id for id, title in directory.services.items()}

    def elements(self) -> Iterator[Element]:
        """Yield every element of the file."""
        for position, entry in enumerate(self.document.parts):
            if entry.id == NO_PART:
                yield from self._below(entry, "")
                continue
            named = read_libelle(entry.title)
            inside = "interne" in named.title.lower()
            yield Part(
                entry.id,
                named.title,
                position=position,
                side=PartKind.INTERNAL if inside else PartKind.EXTERNAL,
                description=entry.text.value,
            )
            yield from self._below(entry, entry.id)

    def _below(self, entry: Entry, parent: str) -> Iterator[Element]:
        numbers: dict[int, str] = {}
        for position, child in enumerate(entry.children):
            named = read_libelle(child.title)
            above = numbers.get(named.action, "") if named.sub else ""
            kind = Kind.SUB_ACTION if above else child.kind
            if named.number:
                numbers[named.number] = child.id
            yield self._element(child, kind, above or parent, position)
            yield from self._below(child, child.id)

    def _element(self, entry: Entry, kind: Kind, parent: str, position: int) -> Element:
        named = read_libelle(entry.title)
        health, details = health_of(entry.remark.value)
        state, health = state_of(kind, entry.status, health)
        whole = {
            "id": entry.id,
            "title": named.title,
            "parent": parent,
            "position": position,
            "number": named.number,
            "state": state,
            "description": entry.text.value,
            "plans": tuple(self._plan(title) for title in entry.plans),
            "articles": entry.articles,
            "projections": entry.projections,
        }
        if kind is Kind.STRATEGIC:
            return StrategicObjective(**whole, override=_override(entry))  # type: ignore[arg-type]
        whole |= {
            "planned_begin": entry.begins,
            "planned_end": entry.ends,
            "partners": entry.partners,
            "managers": tuple(self._managers(entry)),
            "mandataries": self._person(entry.mandatary),
        }
        responsible = self._person(entry.responsible)
        if kind is Kind.OPERATIONAL:
            return OperationalObjective(
                **whole,  # type: ignore[arg-type]
                administratives=responsible,
                override=_override(entry),
            )
        return (SubAction if kind is Kind.SUB_ACTION else Action)(
            **whole,  # type: ignore[arg-type]
            carrier=next(iter(responsible), ""),
            health=health,
            health_details=details,
            fte=entry.fte,
            progress=int(entry.progress),
        )

    def _plan(self, title: str) -> str:
        return self.plans.setdefault(title, _slug(title))

    def _managers(self, entry: Entry) -> Iterator[str]:
        whole = entry.department or ""
        # A title may hold a comma itself.
        names = [whole] if whole in self.services else whole.split(", ")
        for name in filter(None, names):
            if name in self.services:
                yield self.services[name]
            else:
                self.warnings.append(
                    because(
                        "service_unknown",
                        "Le service « ${name} » n'existe pas ici.",
                        name=name,
                    )
                )

    def _person(self, contact: Contact | None) -> tuple[str, ...]:
        if contact is None:
            return ()
        found = self.people.get((contact.last_name, contact.first_name))
        if found is None:
            self.warnings.append(
                because(
                    "person_unknown",
                    "« ${name} » n'est pas connu ici.",
                    name=f"{contact.first_name} {contact.last_name}".strip(),
                )
            )
            return ()
        return (found,)


def _override(entry: Entry) -> Override | None:
    """Return what the file says of the progress of an objective, when it gives why."""
    if not entry.remark.value.strip():
        return None
    return Override(int(entry.progress), entry.remark.value)


def _slug(title: str) -> str:
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "plan"
