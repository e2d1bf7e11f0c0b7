"""Put labels on an item: those of the institution, and one's own."""

from collections.abc import Iterable
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.label import chosen
from communes.deliberations.domain.preparation.label import own
from communes.deliberations.domain.preparation.settings import Label
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage import label as storage
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from dataclasses import dataclass


@dataclass(frozen=True)
class LabelsView:
    """The labels of an item as the current user sees them.

    ``known`` are those the assembly offers; ``own`` are the user's and nobody
    else's; ``may_common`` says whether the common ones are hers to change.
    """

    common: tuple[Label, ...]
    known: tuple[Label, ...]
    own: tuple[str, ...]
    may_common: bool
    revision: int


def labels(item: IMeetingItem) -> LabelsView:
    """Return the labels of an item.

    :raises MayNot: the user may not see the item.
    """
    require("View", item)
    known = settings_of(assembly_of(item)).preparation.labels
    ids, revision = storage.labels_of(item)
    return LabelsView(
        common=tuple(one for one in known if one.id in ids),
        known=known,
        own=storage.own_labels_of(item),
        may_common=may(VIEW_INTERNAL_NOTES, item),
        revision=revision,
    )


def set_labels(
    item: IMeetingItem, ids: Iterable[str], revision: int | None = None
) -> int:
    """Replace the common labels of an item and return the new revision.

    :raises MayNot: the user neither belongs to the item's service nor manages its
        meetings.
    :raises BadLabel: the assembly has no such label.
    :raises StaleRevision: somebody else changed them meanwhile.
    """
    require(VIEW_INTERNAL_NOTES, item)
    known = settings_of(assembly_of(item)).preparation.labels
    wanted = chosen(known, ids)
    before, last = storage.labels_of(item)
    if wanted == before:
        return last
    return storage.save_labels(item, wanted, revision)


def set_own_labels(item: IMeetingItem, words: Iterable[str]) -> tuple[str, ...]:
    """Replace the labels the user puts for herself; nobody else ever reads them.

    :raises MayNot: the user may not see the item.
    :raises BadLabel: one is too long, or there are too many.
    """
    require("View", item)
    wanted = own(words)
    if wanted != storage.own_labels_of(item):
        storage.save_own_labels(item, wanted)
    return wanted


def own_label_choices(assembly: IAssembly) -> tuple[tuple[str, str], ...]:
    """Return (value of the filter, word) of the labels the user has put."""
    return storage.own_label_choices(assembly)
