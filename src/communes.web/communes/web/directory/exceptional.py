"""The door of exceptional days: a holiday, a training, a late opening, few clicks."""

from collections.abc import Sequence
from communes.core.access.permission import require
from communes.web.content.directory import IEntry
from communes.web.directory import storage
from communes.web.directory.writing import write_entry
from communes.web.domain.reading import tell
from communes.web.domain.schedule.record import SpecialDays
from dataclasses import replace
from datetime import date


MODIFY = "Modify portal content"


def close_on(entries: Sequence[IEntry], days: SpecialDays) -> None:
    """Write exceptional days down for several places at once: all of them, or none.

    What was written of exactly the same days gives way.

    :raises MayNot: the user may not write one of them.
    """
    for entry in entries:
        require(MODIFY, entry)
    for entry in entries:
        hours = storage.record_of(entry).hours
        others = [
            one
            for one in hours.exceptions
            if (one.first, one.last) != (days.first, days.last)
        ]
        kept = sorted([*others, days], key=lambda one: (one.first, one.last))
        write_entry(entry, {"hours": tell(replace(hours, exceptions=tuple(kept)))})


def forget_days(entry: IEntry, first: date, last: date) -> None:
    """Take exceptional days back.

    :raises MayNot: the user may not write the entry.
    """
    require(MODIFY, entry)
    hours = storage.record_of(entry).hours
    kept = tuple(
        one for one in hours.exceptions if (one.first, one.last) != (first, last)
    )
    write_entry(entry, {"hours": tell(replace(hours, exceptions=kept))})
