"""Lanes in the object database: who writes different subjects never collides."""

from BTrees.Length import Length
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterator
from communes.exchange.lanes.domain.state import PASSED
from communes.exchange.lanes.domain.state import State
from dataclasses import astuple
from dataclasses import dataclass
from dataclasses import replace
from itertools import islice
from persistent import Persistent
from typing import Any
from zope.annotation.interfaces import IAnnotations


Slot = tuple[str, str]  # (name, subject)
#: Lanes that are looked at in one step.
PORTION = 200


@dataclass(frozen=True)
class Kept:
    """One message as it is kept: its JSON, its state, and what happened to it.

    ``moment`` is when the state was taken, in seconds since the epoch.
    """

    id: str
    kind: str
    text: str
    state: State
    moment: float
    reason: str = ""


@dataclass(frozen=True)
class Place:
    """Where a message stands: its correspondent, its subject and its number."""

    name: str
    subject: str
    number: int


class Counter(Persistent):
    """The last number given in a lane; apart, so that a delivery does not touch it."""

    last = 0


class Lane(Persistent):
    """The messages of one correspondent about one subject, by number."""

    def __init__(self) -> None:
        self.counter = Counter()
        self.messages = LOBTree()  # number -> the values of a Kept


class Lanes(Persistent):
    """Every lane of one direction, and the open ones apart."""

    def __init__(self) -> None:
        self.by_subject = OOBTree()  # (name, subject) -> Lane
        self.places = OOBTree()  # (name, message id) -> (subject, number)
        self.open = OOBTree()  # (name, subject, number) -> state, when not passed
        self.refused = OOTreeSet()  # those of ``open`` that are refused
        self.waiting = Length()  # how many of ``open`` are not

    def place(self, name: str, id: str) -> Place | None:
        """Return where the message of that id stands, or None."""
        found = self.places.get((name, id))
        return None if found is None else Place(name, *found)

    def next_number(self, name: str, subject: str) -> int:
        """Return the next number of a lane, and take it."""
        counter = self._lane(name, subject).counter
        counter.last += 1
        return counter.last

    def put(self, place: Place, kept: Kept) -> None:
        """Keep a message at its place, in whatever state it is."""
        lane = self._lane(place.name, place.subject)
        lane.messages[place.number] = (
            *astuple(kept)[:3],
            str(kept.state),
            *_rest(kept),
        )
        self.places[place.name, kept.id] = (place.subject, place.number)
        self._note((place.name, place.subject, place.number), kept.state)

    def _note(self, slot: tuple[str, str, int], state: State) -> None:
        """Keep what is open, and what of it is refused, up to date."""
        before = self.open.get(slot)
        if state in PASSED:
            self.open.pop(slot, None)
        elif before != str(state):
            self.open[slot] = str(state)
        if state is State.REFUSED:
            self.refused.insert(slot)
        elif before == State.REFUSED:
            self.refused.remove(slot)
        step = (state is State.WAITING) - (before == State.WAITING)
        if step:
            self.waiting.change(step)

    def get(self, place: Place) -> Kept | None:
        """Return the message at a place, or None."""
        lane = self.by_subject.get((place.name, place.subject))
        found = None if lane is None else lane.messages.get(place.number)
        return None if found is None else _kept(found)

    def settle(self, place: Place, state: State, moment: float, reason: str) -> None:
        """Change the state of the message at a place.

        :raises KeyError: there is none.
        """
        kept = self.get(place)
        if kept is None:
            raise KeyError(place)
        self.put(place, replace(kept, state=state, moment=moment, reason=reason))

    def line(self, name: str, subject: str) -> list[tuple[int, State]]:
        """Return number and state of what is open in a lane, in order."""
        ends = ((name, subject, 0), (name, subject, 2**63 - 1))
        return [(slot[2], State(state)) for slot, state in self.open.items(*ends)]

    def slots(
        self, state: State | None = None, name: str = ""
    ) -> Iterator[tuple[str, str, int]]:
        """Yield where what is open stands, without loading any message."""
        ends = ((name, "", 0), (name, "\U0010ffff", 0)) if name else ()
        if state is State.REFUSED:
            yield from self.refused.keys(*ends)
            return
        for slot, found in self.open.items(*ends):
            if state in (None, State(found)):
                yield slot

    def count(self, state: State | None = None) -> int:
        """Return how many messages are open; costs the same for ten and a million."""
        refused = 0 if state is State.WAITING else len(self.refused)
        return refused + (0 if state is State.REFUSED else self.waiting())

    def unsettled(
        self,
        state: State | None = None,
        name: str = "",
        start: int = 0,
        size: int | None = None,
    ) -> Iterator[tuple[Place, Kept]]:
        """Yield what is open, of one state or of any, of one peer or of all.

        :param start: how many are passed over, unread; ``size`` how many at most.
        """
        stop = None if size is None else start + size
        for slot in islice(self.slots(state, name), start, stop):
            place = Place(*slot)
            kept = self.get(place)
            if kept is not None:
                yield place, kept

    def arrived(
        self, name: str, subject: str, since: float, until: float
    ) -> Iterator[tuple[Place, Kept]]:
        """Yield what was done for one peer, by subject, in order.

        :param subject: only about that; empty: about anything.
        :param since: and ``until``: when, in seconds since the epoch.
        """
        for slot, lane in self.by_subject.items(
            (name, subject), (name, subject or "\U0010ffff")
        ):
            for number, values in lane.messages.items():
                kept = _kept(values)
                if kept.state is State.DONE and since <= kept.moment < until:
                    yield Place(*slot, number), kept

    def prune(
        self, before: float, after: Slot | None = None, most: int = PORTION
    ) -> tuple[int, Slot | None]:
        """Forget, in some lanes, the words of what passed before ``before``.

        What says that a message is known stays: a repetition is still recognised.

        :param after: the lane where the last call ended; ``most`` lanes are looked at.
        :return: how many messages were forgotten, and where to go on; None at the end.
        """
        count, last = 0, None
        found = self.by_subject.items(after, excludemin=after is not None)
        for slot, lane in islice(found, most):
            last = slot
            for number, values in list(lane.messages.items()):
                kept = _kept(values)
                if kept.state in PASSED and kept.moment < before:
                    del lane.messages[number]
                    count += 1
        return count, last

    def _lane(self, name: str, subject: str) -> Lane:
        found = self.by_subject.get((name, subject))
        if found is None:
            found = self.by_subject[name, subject] = Lane()
        return found


def lanes_of(site: Any, key: str) -> Lanes:
    """Return the lanes of one direction; ``setup`` made them when it was installed.

    :raises KeyError: the profile of the exchange was never applied to this site.
    """
    return IAnnotations(site)[key]


def make_lanes(site: Any, key: str) -> None:
    """Make the lanes of one direction, if they are not there."""
    kept = IAnnotations(site)
    if key not in kept:
        kept[key] = Lanes()


def _rest(kept: Kept) -> tuple[float, str]:
    return kept.moment, kept.reason


def _kept(values: tuple) -> Kept:
    id, kind, text, state, moment, reason = values
    return Kept(id, kind, text, State(state), moment, reason)
