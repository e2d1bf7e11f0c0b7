"""The door to the messages that wait or were refused, in both directions."""

from communes.core.jobs.api import failing
from communes.core.journal.api import record
from communes.core.journal.api import record_read
from communes.exchange.inbox import api as inbox
from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import Kept
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.lanes.storage import Place
from communes.exchange.letters.domain import Direction
from communes.exchange.letters.domain import Letter
from communes.exchange.letters.domain import ReasonMissing
from communes.exchange.messages.api import is_personal
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.errors import NoSuchLetter
from typing import Any


_BOXES = {Direction.OUT: outbox, Direction.IN: inbox}
_WORK = {Direction.OUT: outbox.DELIVER, Direction.IN: inbox.APPLY}


def letters(
    site: Any,
    direction: Direction,
    state: str = "",
    peer: str = "",
    start: int = 0,
    size: int = 50,
) -> list[Letter]:
    """Return what is open in a direction, lane by lane, in the order of each subject.

    :param state: ``waiting`` or ``refused``; empty: both.
    :param peer: only those of that peer; empty: of all.
    :param start: how many are passed over, ``size`` how many at most; ``count`` says
        how many there are.
    """
    why = _reasons(site, direction)
    wanted = State(state) if state else None
    lanes = lanes_of(site, _BOXES[direction].KEY)
    found = lanes.unsettled(wanted, peer, start, size)
    return [_letter(direction, place, kept, why) for place, kept in found]


def count(site: Any, direction: Direction, state: str = "", peer: str = "") -> int:
    """Return how many messages are open, of one state or of both; loads none."""
    lanes = lanes_of(site, _BOXES[direction].KEY)
    wanted = State(state) if state else None
    if not peer:
        return lanes.count(wanted)
    return sum(1 for _slot in lanes.slots(wanted, peer))


def letter(site: Any, direction: Direction, peer: str, id: str) -> Letter:
    """Return one message with its text; the read of personal data is journalled.

    :raises NoSuchLetter: it is not kept, or no longer.
    """
    lanes = lanes_of(site, _BOXES[direction].KEY)
    place = lanes.place(peer, id)
    kept = None if place is None else lanes.get(place)
    if place is None or kept is None:
        raise NoSuchLetter(name=id)
    if is_personal(kept.kind):
        record_read("exchange.letter.read", id, peer=peer, kind=kept.kind)
    found = _letter(direction, place, kept, _reasons(site, direction))
    return Letter(**{**found.__dict__, "text": kept.text})


def correct(site: Any, peer: str, id: str, body: dict[str, object]) -> None:
    """Give a refused message of ours another body and send it again at its place.

    What a peer has said is never changed here: it corrects and says it again.

    :raises NoSuchLetter, NotRefused: there is nothing to correct.
    :raises MessageInvalid: the body is not one of its kind.
    """
    outbox.correct(site, peer, id, body)
    record("exchange.letter.correct", id, peer=peer)


def again(site: Any, direction: Direction, peer: str, id: str) -> None:
    """Send, or do, a refused message again as it is: what stood against it is mended.

    :raises NoSuchLetter, NotRefused: there is nothing to do again.
    """
    if direction is Direction.OUT:
        outbox.send_again(site, peer, id)
    else:
        inbox.do_again(site, peer, id)
    record("exchange.letter.again", id, peer=peer, direction=str(direction))


def drop(site: Any, direction: Direction, peer: str, id: str, reason: str) -> None:
    """Give a refused message up, and let those behind it go.

    :raises ReasonMissing: nobody said why.
    :raises NoSuchLetter, NotRefused: there is nothing to give up.
    """
    words = reason.strip()
    if not words:
        raise ReasonMissing(field="reason")
    _BOXES[direction].drop(site, peer, id, words)
    record(
        "exchange.letter.drop", id, peer=peer, direction=str(direction), reason=words
    )


def replay(site: Any, peer: str, id: str) -> None:
    """Send a message of ours that had arrived once more, as ``outbox.api.replay``.

    :raises NoSuchLetter: the message is not kept any more, or never arrived.
    """
    outbox.replay(site, peer, id)
    record("exchange.letter.replay", id, peer=peer)


def _reasons(site: Any, direction: Direction) -> dict[str, str]:
    """Return, by lane, why its delivery waits: what the worker last met."""
    kind = _WORK[direction]
    return {
        one.intent.key: one.reason for one in failing(site) if one.intent.kind == kind
    }


def _letter(
    direction: Direction, place: Place, kept: Kept, why: dict[str, str]
) -> Letter:
    waits = why.get(outbox.lane_key(place), "") if kept.state is State.WAITING else ""
    return Letter(
        direction,
        place.name,
        place.subject,
        place.number,
        kept.id,
        kept.kind,
        str(kept.state),
        kept.moment,
        kept.reason or waits,
    )
