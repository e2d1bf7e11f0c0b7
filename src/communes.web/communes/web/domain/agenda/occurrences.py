"""When events take place: each time, in order, from any moment on."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.clock import moment_of
from communes.web.domain.errors import NotOfTheRule
from communes.web.domain.recurrence.days import walls
from communes.web.domain.recurrence.rule import read_rule
from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta
from heapq import merge
from itertools import islice


_DAY = timedelta(days=1)
#: How far after a moment the next time of an event is looked for.
FURTHEST = timedelta(days=5 * 366)


@dataclass(frozen=True)
class Occurrence:
    """One time an event takes place.

    ``start`` and ``end`` are walls of the commune's clocks, as people read them;
    ``begins`` and ``over`` are moments (UTC). ``end`` is None when it is open: then
    ``over`` is the midnight after, so that it is shown all day.
    """

    event: Event
    start: datetime
    end: datetime | None
    begins: datetime
    over: datetime


def check_recurrence(event: Event) -> None:
    """Let an event repeat only by a rule that gives its own first day.

    RFC 5545 (3.8.5.3) leaves open what else would happen: programs differ.

    :raises BadRecurrence: the rule can not be read.
    :raises NotOfTheRule: the start is none of its days.
    """
    if not event.rule:
        return
    first = event.first
    rule = read_rule(event.rule)
    if next(walls(rule, first, first, first), None) is None:
        day = f"{first.day:02}/{first.month:02}/{first.year}"
        raise NotOfTheRule(field="starts", day=day)


def occurrences(event: Event, since: datetime, until: datetime) -> Iterator[Occurrence]:
    """Yield each time an event takes place, in order.

    Those that are under way at ``since`` are among them; ``until`` is excluded.

    :param since, until: moments, with their zone.
    """
    # An open end is shown until midnight, a jumped hour moves a wall by one.
    margin = event.length + 2 * _DAY
    low = wall_of(since) - margin
    high = wall_of(until) + _DAY
    excluded = event.walls_of(event.excluded)
    before: datetime | None = None
    for found in merge(_ruled(event, low, high), _added(event, low, high)):
        if found == before or found in excluded:
            continue
        before = found
        one = _occurrence(event, found)
        if one.over > since and one.begins < until:
            yield one


def upcoming(
    events: Iterable[Event], since: datetime, most: int
) -> tuple[Occurrence, ...]:
    """Return the next times of all events, under way or to come, the first first.

    Times that are past cost nothing and push nothing out.
    """
    until = since + FURTHEST
    lists = [occurrences(one, since, until) for one in events]
    ordered = merge(*lists, key=lambda one: (one.begins, one.event.id))
    return tuple(islice(ordered, most))


def next_of(event: Event, since: datetime) -> Occurrence | None:
    """Return the time that is under way or comes next, within ``FURTHEST``."""
    return next(occurrences(event, since, since + FURTHEST), None)


def takes_place_on(event: Event, day: datetime) -> bool:
    """Tell whether an event takes place on the day of a moment, even if it is over.

    « Aujourd'hui » lasts until midnight, for one that began this morning too.
    """
    midnight = datetime.combine(wall_of(day).date(), time())
    since, until = moment_of(midnight), moment_of(midnight + _DAY)
    return next(occurrences(event, since, until), None) is not None


def _ruled(event: Event, low: datetime, high: datetime) -> Iterator[datetime]:
    if event.rule:
        yield from walls(read_rule(event.rule), event.first, low, high)
    elif low <= event.first <= high:
        yield event.first


def _added(event: Event, low: datetime, high: datetime) -> Iterator[datetime]:
    yield from sorted(one for one in event.walls_of(event.added) if low <= one <= high)


def _occurrence(event: Event, start: datetime) -> Occurrence:
    begins = moment_of(start)
    if event.whole_day or event.ends is not None:
        end = start + event.length
        over = max(moment_of(end, fold=_fold(start, end)), begins)
        # What lasts no time is there while its minute is.
        over = over if over > begins else begins + timedelta(minutes=1)
        return Occurrence(event, start, end, begins, over)
    midnight = datetime.combine(start.date(), time()) + _DAY
    return Occurrence(event, start, None, begins, moment_of(midnight))


def _fold(start: datetime, end: datetime) -> int:
    """An end in the hour that comes twice is its second passing.

    Unless the start is in it too: both are then of the first.
    """
    return 0 if moment_of(start) != moment_of(start, fold=1) else 1
