"""The door to calendars and feeds of others: look first, then take in."""

from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.importing.domain import Report
from communes.core.journal.api import record
from communes.web.calendars.taking import take_in
from communes.web.calendars.working import ask_for
from communes.web.calendars.working import note
from communes.web.domain.taken import CalendarSilent
from communes.web.permissions import EDIT
from typing import Any


def take_file(place: Any, data: bytes, *, dry_run: bool, publish: bool) -> Report:
    """Take a file into an agenda (iCalendar) or a folder of news (RSS, Atom).

    :param dry_run: only say what would become of each thing.
    :param publish: show what is new at once.
    :raises CalendarUnreadable: the file is none; nothing was written.
    :raises MayNot: the user does not write there.
    """
    report = take_in(place, data, dry_run=dry_run, publish=publish)
    if not dry_run:
        note(place, "", report)
        record("web.taken_in", place, **report.counts)
    return report


def take_address(place: Any, url: str, *, dry_run: bool, publish: bool) -> None:
    """Have the worker ask an address and take in what it gives.

    How it went is told by ``last_taken``.

    :raises MayNot: the user does not write there.
    :raises CalendarSilent: it is no address.
    """
    require(EDIT, place)
    if not url.startswith(("https://", "http://")):
        problem = "elle ne commence pas par https://"
        raise CalendarSilent(field="url", url=url[:200], problem=problem)
    ask_for(place, url[:1000], current_user(), dry_run=dry_run, publish=publish)
    record("web.asked_for", place, url=url[:200])


def last_taken(place: Any) -> dict[str, Any] | None:
    """Return how the last taking in of a branch went; None before there was one.

    ``url`` (empty: a file), ``at``, ``problem`` and ``report`` (as ``Report.as_dict``);
    without problem and report it is under way.

    :raises MayNot: the user does not write there.
    """
    require(EDIT, place)
    return getattr(place.aq_base, "last_taken", None)
