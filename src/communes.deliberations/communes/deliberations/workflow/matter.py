"""One matter over several meetings: how often it was listed, and how often it tied."""

from collections.abc import Iterator
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.majority import ended_in_tie
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.vote import tally_of
from communes.deliberations.storage.vote import votes_of


#: A chain of copies longer than this is a mistake, not a matter.
LONGEST = 20


def earlier(item: IMeetingItem) -> Iterator[IMeetingItem]:
    """Yield the items this one continues in the same assembly, the last one first."""
    own, one = assembly_of(item).getId(), item
    for _turn in range(LONGEST):
        if not one.predecessor_uid:
            return
        before = item_by_uid(one.predecessor_uid)
        if before is None or assembly_of(before).getId() != own:
            return
        yield before
        one = before


def times_listed(item: IMeetingItem) -> int:
    """Return at how many meetings of its assembly the matter was on the agenda."""
    return 1 + sum(bool(one.meeting_uid) for one in earlier(item))


def ties_before(item: IMeetingItem) -> int:
    """Return at how many earlier meetings the matter ended in a tie (L1123-22)."""
    return sum(_tied(one) for one in earlier(item))


def _tied(item: IMeetingItem) -> bool:
    meeting = meeting_of(item)
    if meeting is None:
        return False
    held, _revision = votes_of(meeting, item.UID())
    tally = tally_of(held.votes[-1]) if held.votes else None
    return tally is not None and ended_in_tie(tally)
