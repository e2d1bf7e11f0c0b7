"""What the accounts send back: articles and projections, put where they belong."""

from communes.core.importing.domain import Fate
from communes.core.importing.domain import refused
from communes.core.importing.domain import Row
from communes.pst.domain.ecomptes.document import Document
from communes.pst.domain.ecomptes.document import Entry
from communes.pst.domain.ecomptes.exporting import NO_PART
from communes.pst.domain.element import Element
from communes.pst.domain.element import Steered
from communes.pst.domain.errors import because
from communes.pst.domain.programme import Programme
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Returned:
    """What a file of the accounts changes.

    :param rows: one a entry that brings money or names what is not there; ``number``
        is the line of the file.
    :param changed: the elements as they become; nothing when a row is refused.
    """

    rows: tuple[Row, ...]
    changed: tuple[Element, ...]


def returned(tree: Programme, document: Document) -> Returned:
    """Return what the articles and projections of a file change.

    Entries are matched by their id. The accounts are the source of what they send: an
    entry with money replaces what the element had, an entry without leaves it.
    """
    rows: list[Row] = []
    changed: list[Element] = []
    seen: set[str] = set()
    for entry in document.entries():
        if not (entry.articles or entry.projections):
            continue
        element = tree.elements.get(entry.id)
        if not isinstance(element, Steered) or entry.id in seen:
            rows.append(_refused(entry, entry.id in seen))
            continue
        seen.add(entry.id)
        becomes = _with_money(element, entry)
        fate = Fate.UNCHANGED if becomes == element else Fate.UPDATED
        rows.append(Row(entry.line, entry.title, fate))
        changed += [] if becomes == element else [becomes]
    if any(row.fate is Fate.REFUSED for row in rows):
        return Returned(tuple(rows), ())
    return Returned(tuple(rows), tuple(changed))


def _with_money(element: Steered, entry: Entry) -> Steered:
    return replace(
        element,
        articles=entry.articles or element.articles,
        projections=entry.projections or element.projections,
    )


def _refused(entry: Entry, twice: bool) -> Row:
    if twice:
        reason = because(
            "entry_twice",
            "« ${title} » se trouve deux fois dans le fichier.",
            title=entry.title,
        )
    elif entry.id == NO_PART:
        reason = because(
            "money_without_part",
            "Le fichier donne de l'argent au volet « NEANT », qui n'existe pas ici.",
        )
    else:
        reason = because(
            "entry_unknown",
            "« ${title} » (${id}) n'existe pas dans ce programme : il a été supprimé, "
            "ou le fichier est celui d'un autre.",
            title=entry.title,
            id=entry.id,
        )
    return refused(entry.line, entry.title, reason)
