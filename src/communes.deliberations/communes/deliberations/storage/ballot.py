"""The open ballot of a meeting: who took a paper on one side, the papers on the other.

Nothing here holds a seat and a value of a secret ballot together, and the transaction
that drops a paper is kept without the name of who made it. Each member writes under a
key of their own, so that forty who vote at once do not wait for each other.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Mapping
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.tablet.box import Ballot
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from persistent import Persistent
from secrets import token_hex
import transaction


class BallotBox(Persistent):
    """What is put to the vote, and what came in so far."""

    def __init__(self, ballot: Ballot) -> None:
        self.data = to_plain(ballot)
        self.key = token_hex(32)
        self.cast = OOBTree()
        self.taken = OOTreeSet()
        self.papers = OOBTree()


def box_of(meeting: IMeeting) -> BallotBox | None:
    """Return the open box of a meeting, None when nothing is put to the vote."""
    return meeting.ballot_box


def ballot_of(meeting: IMeeting) -> Ballot | None:
    """Return what is put to the vote, None when nothing is."""
    box = box_of(meeting)
    return None if box is None else from_plain(Ballot, box.data)


def put_box(meeting: IMeeting, ballot: Ballot) -> None:
    """Open a box on the meeting."""
    meeting.ballot_box = BallotBox(ballot)


def take_box(meeting: IMeeting, counted: str = "") -> None:
    """Take the box away with everything in it.

    :param counted: UID of the item whose vote was counted from it.
    """
    meeting.ballot_box = None
    if counted:
        meeting.last_ballot_item = counted


def answers(meeting: IMeeting) -> int:
    """Return how many answered so far."""
    box = box_of(meeting)
    return 0 if box is None else len(box.cast) + len(box.papers)


def cast_values(meeting: IMeeting) -> Mapping[str, str]:
    """Return what each seat said in a public ballot."""
    return dict(box_of(meeting).cast)


def dropped(meeting: IMeeting) -> list[str]:
    """Return what the papers of a secret ballot say, in the order of their marks."""
    return list(box_of(meeting).papers.values())


def forget_who() -> None:
    """Let the transaction at hand be kept without a name or an address."""
    current = transaction.get()
    current.addBeforeCommitHook(_nameless, (current,))


def _nameless(current: transaction.interfaces.ITransaction) -> None:
    current.user = ""
    current.description = ""
