"""What a version that arrives would change of what is shown."""

from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from dataclasses import dataclass
from dataclasses import fields
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happens to an item."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    GONE = "gone"
    SAME = "same"


CHANGE_LABELS = {
    ChangeKind.NEW: "Nouveau",
    ChangeKind.CHANGED: "Modifié",
    ChangeKind.WITHDRAWN: "Retiré",
    ChangeKind.GONE: "Quitte l'ordre du jour",
    ChangeKind.SAME: "Inchangé",
}
#: What a person calls the parts of an item and of a meeting.
PART_LABELS = {
    "number": "numéro",
    "title": "objet",
    "summary": "synthèse",
    "motivation": "motivation",
    "decision": "décision",
    "result": "résultat",
    "vote_words": "vote",
    "votes": "vote",
    "annexes": "annexes",
    "category": "catégorie",
    "category_title": "catégorie",
    "reference": "référence",
    "representatives": "mandataires",
    "closed": "huis clos",
    "date": "date",
    "place": "lieu",
    "stage": "projets ou décisions",
    "ended_at": "heure de fin",
    "chair": "présidence",
    "secretary": "secrétariat",
    "present": "présences",
    "excused": "excusés",
}
_ORDER_ONLY = frozenset({"order"})
_MEETING_PARTS = (
    "stage",
    "date",
    "place",
    "ended_at",
    "chair",
    "secretary",
    "present",
    "excused",
)


@dataclass(frozen=True)
class ItemChange:
    """One item, before and after; ``parts`` are the words for what changed of it."""

    kind: ChangeKind
    before: Item | None
    after: Item | None
    parts: tuple[str, ...] = ()

    @property
    def item(self) -> Item:
        """The item as it will be, or as it was when it goes."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change is of an item")
        return found


def changes(before: Meeting | None, after: Meeting) -> tuple[ItemChange, ...]:
    """Return what happens to each item, in the order of the new agenda."""
    old = {one.id: one for one in before.items} if before else {}
    found = [_change(old.get(one.id), one) for one in after.items]
    here = {one.id for one in after.items}
    gone = (one for id, one in old.items() if id not in here)
    return (*found, *(ItemChange(ChangeKind.GONE, one, None) for one in gone))


def meeting_parts(before: Meeting | None, after: Meeting) -> tuple[str, ...]:
    """Return the words for what changes of the meeting itself."""
    if before is None:
        return ()
    names = [
        name for name in _MEETING_PARTS if getattr(before, name) != getattr(after, name)
    ]
    return _words(names)


def _change(old: Item | None, new: Item) -> ItemChange:
    if old is None:
        return ItemChange(ChangeKind.NEW, None, new)
    if new.withdrawn and not old.withdrawn:
        return ItemChange(ChangeKind.WITHDRAWN, old, new)
    names = [
        one.name
        for one in fields(Item)
        if one.name not in _ORDER_ONLY
        and getattr(old, one.name) != getattr(new, one.name)
    ]
    kind = ChangeKind.CHANGED if names else ChangeKind.SAME
    return ItemChange(kind, old, new, _words(names))


def _words(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(PART_LABELS.get(name, name) for name in names))
