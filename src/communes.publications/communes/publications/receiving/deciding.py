"""An agent looks at what arrived: lets it through, item by item, or turns it back."""

from collections.abc import Collection
from communes.core.journal.api import record
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.changes import ChangeKind
from communes.publications.domain.changes import changes
from communes.publications.domain.changes import ItemChange
from communes.publications.domain.changes import meeting_parts
from communes.publications.domain.choosing import chosen
from communes.publications.domain.projection import Meeting
from communes.publications.receiving.errors import NoReason
from communes.publications.receiving.errors import NothingChosen
from communes.publications.receiving.errors import NothingWaits
from communes.publications.receiving.take import take
from communes.publications.storage.files import forget_files
from communes.publications.storage.projection import let_wait
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import projection_data
from communes.publications.storage.projection import waiting_data
from communes.publications.storage.projection import waiting_projection
from dataclasses import dataclass


@dataclass(frozen=True)
class Preview:
    """What a version that waits would change of what is shown."""

    before: Meeting | None
    after: Meeting
    parts: tuple[str, ...]
    items: tuple[ItemChange, ...]

    @property
    def changed(self) -> tuple[ItemChange, ...]:
        """The items that would not stay as they are."""
        return tuple(one for one in self.items if one.kind is not ChangeKind.SAME)


def preview(meeting: IPublishedMeeting) -> Preview | None:
    """Return what would change, None when nothing waits."""
    after = waiting_projection(meeting)
    if after is None:
        return None
    before = projection(meeting)
    parts = meeting_parts(before, after)
    return Preview(before, after, parts, changes(before, after))


def accept(meeting: IPublishedMeeting, ids: Collection[str] | None = None) -> None:
    """Show what waits, or only the items of ``ids``; the others stay, and wait.

    :raises NothingWaits: somebody was quicker.
    :raises NothingChosen: no item of what waits is among ``ids``.
    """
    data, found = waiting_data(meeting), preview(meeting)
    if data is None or found is None:
        raise NothingWaits
    open_ids = {one.item.id for one in found.changed}
    wanted = open_ids if ids is None else open_ids & set(ids)
    if ids is not None and not wanted:
        raise NothingChosen
    everything = {one.item.id for one in found.items if one.item.id not in open_ids}
    shown = chosen(projection_data(meeting), data, wanted | everything)
    take(meeting, shown)
    if wanted == open_ids:
        let_wait(meeting, None)
    forget_files(meeting, shown, waiting_data(meeting))
    record("publications.accept", meeting, items=sorted(wanted))


def turn_back(meeting: IPublishedMeeting, reason: str) -> None:
    """Forget what waits; what is shown stays. The reason is kept in the journal.

    :raises NothingWaits: somebody was quicker.
    :raises NoReason: no reason is given.
    """
    data, said = waiting_data(meeting), " ".join(reason.split())
    if data is None:
        raise NothingWaits
    if not said:
        raise NoReason(field="motif")
    let_wait(meeting, None)
    forget_files(meeting, projection_data(meeting))
    record("publications.turn_back", meeting, version=data["version"], reason=said)
