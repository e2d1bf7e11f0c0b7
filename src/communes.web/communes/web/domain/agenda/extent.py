"""From when to when an event may take place: what an index keeps of it."""

from collections import deque
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.clock import moment_of
from communes.web.domain.recurrence.days import end_of
from communes.web.domain.recurrence.rule import read_rule
from datetime import datetime
from datetime import timedelta
from datetime import UTC


#: After this no list looks: « pour toujours » in an index.
NEVER = datetime(2200, 1, 1, tzinfo=UTC)
_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
_MARGIN = timedelta(days=2)


def extent(event: Event) -> tuple[datetime, datetime]:
    """Return the moment before which an event never takes place, and that after.

    Never too narrow: exclusions may make the true times fewer.
    """
    walls = [event.first, *event.walls_of(event.added)]
    begins = moment_of(min(walls))
    last = max(walls)
    if event.rule:
        rule = read_rule(event.rule)
        if rule.count is not None:
            times = occurrences(event, _LONG_AGO, NEVER)
            ends = deque((one.over for one in times), maxlen=1)
            return begins, max([moment_of(last) + event.length + _MARGIN, *ends])
        last = max(last, end_of(rule, event.first))
    if last.year >= NEVER.year:
        return begins, NEVER
    return begins, moment_of(last) + event.length + _MARGIN
