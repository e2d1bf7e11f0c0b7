"""The whole of an export judged object by object: what is good, what is refused."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.importing.domain import refused
from communes.core.importing.domain import Row
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.plonemeeting.objects import read_advice
from communes.deliberations.domain.plonemeeting.objects import read_item
from communes.deliberations.domain.plonemeeting.objects import read_meeting
from communes.deliberations.domain.plonemeeting.source import Archive
from communes.deliberations.domain.plonemeeting.source import OldAdvice
from communes.deliberations.domain.plonemeeting.source import OldItem
from communes.deliberations.domain.plonemeeting.value import Told
from dataclasses import dataclass
from dataclasses import field
from itertools import count
from typing import TypeVar


Old = TypeVar("Old")


@dataclass(frozen=True)
class Export:
    """The objects as they came: meetings, items, advices."""

    meetings: Sequence[object] = ()
    items: Sequence[object] = ()
    advices: Sequence[object] = ()


def read_export(
    export: Export, services: Mapping[str, str]
) -> tuple[Archive, tuple[Row, ...]]:
    """Return what can be written, and a row for each object that is refused.

    What depends on something refused is refused with it: items of a meeting, advices
    of an item. Two objects of one UID are refused both: nobody knows which is right.
    """
    judge = _Judge(services)
    meetings = judge.read("séance", export.meetings, read_meeting)
    judge.meetings = {one.uid for one in meetings}
    judge.circle = _circles(_predecessors(export.items))
    judge.places = Counter(_place(one) for one in export.items)
    items = judge.read("point", export.items, judge.item)
    judge.items = {one.uid for one in items}
    advices = judge.read("avis", export.advices, judge.advice)
    archive = Archive(
        meetings=tuple(sorted(meetings, key=lambda one: (one.date, one.uid))),
        items=tuple(sorted(items, key=lambda one: (one.meeting, one.number, one.uid))),
        advices=tuple(advices),
    )
    return archive, tuple(judge.rows)


@dataclass
class _Judge:
    """What is known while the objects are read one after the other."""

    services: Mapping[str, str]
    rows: list[Row] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    meetings: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    circle: set[str] = field(default_factory=set)
    places: Counter[tuple[str, object]] = field(default_factory=Counter)

    def read(
        self, name: str, objects: Sequence[object], reader: Callable[[Told], Old | None]
    ) -> list[Old]:
        """Return the objects that are good; note a row for each other one."""
        told = [Told(one if isinstance(one, Mapping) else {}) for one in objects]
        times = Counter(str(one.values.get("UID")) for one in told)
        found = []
        for one in told:
            uid, number = str(one.values.get("UID")), next(self.numbers)
            if times[uid] > 1:
                one.refuse(
                    because("pm_twice", "Cet identifiant (UID) est donné deux fois.")
                )
            old = reader(one)
            if old is not None and not one.reasons:
                found.append(old)
                continue
            said = one.values.get("title")
            key = f"{name} {said if isinstance(said, str) else uid}"
            self.rows.append(refused(number, key[:200], *one.reasons))
        return found

    def item(self, told: Told) -> OldItem | None:
        """Return an item whose meeting, number and predecessors are good."""
        found = read_item(told, self.services)
        if found is None:
            return None
        if found.meeting and found.meeting not in self.meetings:
            told.refuse(because("pm_no_meeting", "Sa séance manque ou est refusée."))
        if found.meeting and self.places[_place(told.values)] > 1:
            told.refuse(
                because("pm_same_number", "Deux points ont le même numéro en séance.")
            )
        if found.uid in self.circle:
            told.refuse(
                because("pm_circle", "Ce point se précède lui-même : défaites le lien.")
            )
        return found

    def advice(self, told: Told) -> OldAdvice | None:
        """Return an advice whose item is good."""
        found = read_advice(told, self.services)
        if found is not None and found.item not in self.items:
            told.refuse(because("pm_no_item", "Son point manque ou est refusé."))
        return found


def _place(one: object) -> tuple[str, object]:
    """Return the meeting of an item as it came, and its number there."""
    told = Told(one if isinstance(one, Mapping) else {})
    return told.inside("extra_include_meeting").text("UID"), told.number("itemNumber")


def _predecessors(items: Sequence[object]) -> dict[str, str]:
    """Return what each item follows, as it came; what can not be read is left out."""
    found = {}
    for one in items:
        told = Told(one if isinstance(one, Mapping) else {})
        before = told.rows("extra_include_linked_items")
        if before:
            found[told.text("UID")] = before[0].text("UID")
    return found


def _circles(before: Mapping[str, str]) -> set[str]:
    """Return the items that follow themselves in the end."""
    found: set[str] = set()
    for start in before:
        seen: set[str] = set()
        here = start
        while here in before and here not in seen:
            seen.add(here)
            here = before[here]
        if here == start:
            found.add(start)
    return found
