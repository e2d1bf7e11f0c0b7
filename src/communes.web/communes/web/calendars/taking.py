"""Takes a calendar into an agenda, or a feed into a folder of news, once each."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.access.permission import require
from communes.core.importing.domain import Fate
from communes.core.importing.domain import refused
from communes.core.importing.domain import Report
from communes.core.importing.domain import Row
from communes.web.api import agenda as agendas
from communes.web.api import contents
from communes.web.api import news as news_door
from communes.web.api.transition import do_step
from communes.web.calendars.feeds import read_feed
from communes.web.calendars.ical import read_calendar
from communes.web.content.agenda import IAgenda
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.domain.taken import external_id
from communes.web.domain.taken import Taken
from communes.web.permissions import EDIT
from communes.web.storage.state import state_of
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class _Way:
    """How things of a kind are read, found, made and changed."""

    read: Callable[[bytes], list[Taken]]
    find: Callable[[Any, str], Any]
    make: Callable[[Any, Mapping[str, Any]], Any]
    change: Callable[[Any, Mapping[str, Any]], int]


_EVENTS = _Way(
    read_calendar,
    agendas.find_by_external_id,
    agendas.create_event,
    agendas.edit_event,
)
_NEWS = _Way(
    read_feed,
    news_door.find_by_external_id,
    news_door.create_news,
    contents.edit,
)


def take_in(
    place: Any, data: bytes, *, dry_run: bool, publish: bool, source: str = ""
) -> Report:
    """Take in what a file holds; say of each thing what becomes of it.

    What was taken in before is changed, never doubled; what is refused stops nothing
    else. What is gone at its source stays here.

    :param place: an agenda (iCalendar) or a folder of news (RSS, Atom).
    :param publish: show what is new at once; otherwise it waits, private.
    :param source: the address it came from, shown as its source.
    :raises CalendarUnreadable: the file is none.
    :raises MayNot: the user does not write there; nothing was written.
    """
    require(EDIT, place)
    way = _EVENTS if IAgenda.providedBy(place) else _NEWS
    rows = []
    seen: set[str] = set()
    for one in way.read(data):
        if one.key in seen:
            continue
        seen.add(one.key)
        rows.append(_row(way, place, one, source, write=not dry_run, publish=publish))
    return Report(tuple(rows), dry_run)


def _row(
    way: _Way, place: Any, one: Taken, source: str, *, write: bool, publish: bool
) -> Row:
    if one.reason is not None:
        return refused(one.number, one.title, one.reason)
    known = way.find(place, external_id(place.UID(), one.key))
    values = {key: value for key, value in one.values.items() if key != "published_on"}
    if known is not None and not _differs(known, values):
        return Row(one.number, one.title, Fate.UNCHANGED)
    fate = Fate.CREATED if known is None else Fate.UPDATED
    if write:
        _write(way, place, one, known, values, source, publish=publish)
    return Row(one.number, one.title, fate)


def _write(
    way: _Way,
    place: Any,
    one: Taken,
    known: Any,
    values: Mapping[str, Any],
    source: str,
    *,
    publish: bool,
) -> None:
    if known is not None:
        way.change(known, values)
        return
    key = external_id(place.UID(), one.key)
    made = way.make(place, {**values, "external_id": key})
    made.source_url = source
    if one.values.get("published_on") is not None:
        made.published_on = one.values["published_on"]
        made.reindexObject()
    if publish and state_of(made) != WebState.PUBLISHED:
        do_step(made, WebTransition.PUBLISH)


def _differs(known: Any, values: Mapping[str, Any]) -> bool:
    return any(
        (getattr(known, name, None) or None) != (value or None)
        for name, value in values.items()
    )
