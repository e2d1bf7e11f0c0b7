"""The door to agendas and events: make, change and delete them."""

from collections.abc import Mapping
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.web.api import contents
from communes.web.api.branch_contents import delete_empty
from communes.web.api.branch_contents import find_in
from communes.web.content.agenda import IAgenda
from communes.web.content.agenda import IEvent
from communes.web.domain.agenda.errors import NoSuchTime
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import wall_of
from communes.web.domain.agenda.occurrences import check_recurrence
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.clock import moment_of
from communes.web.domain.reading import BadValue
from communes.web.domain.reading import read_value
from communes.web.permissions import EDIT
from communes.web.storage.agenda import event_of
from communes.web.storage.agenda import EVENT_TYPE
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from typing import Any


_WALLS = ("event_starts", "event_ends")
_LISTS = ("excluded", "added")
_CHECKED = ("title", *_WALLS, "whole_day", "rule", *_LISTS)


def create_agenda(where: Any, values: Mapping[str, object], id: str = "") -> IAgenda:
    """Make an agenda in a folder or at the root of the site, private.

    :param values: fields of ``IAgenda``; ``fed_by``: UIDs of other agendas.
    :raises MayNot: the user does not keep agendas there.
    :raises InvalidInput, UnknownSource, Feeding: nothing was made.
    """
    return contents.create(where, "Agenda", values, id)


def edit_agenda(
    agenda: IAgenda, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change an agenda and what feeds it; return its revision.

    :raises MayNot: the user does not keep it.
    :raises Feeding: it would feed itself, by others; the sentence says the way.
    :raises InvalidInput, StaleRevision: nothing was changed.
    """
    return contents.edit(agenda, values, revision)


def delete_agenda(agenda: IAgenda, revision: int | None = None) -> None:
    """Delete an agenda that holds no event.

    :raises MayNot: the user does not keep it.
    :raises NotEmptyBranch: it holds some.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    delete_empty(agenda, IEvent, revision)


def create_event(agenda: IAgenda, values: Mapping[str, object], id: str = "") -> IEvent:
    """Make an event in an agenda; nobody else sees it yet.

    :param values: fields of ``IEvent``. Times (``event_starts``, ``event_ends``,
        ``excluded``, ``added``) are walls of the commune's clocks, ISO 8601; a moment
        with its zone is what these clocks show then. ``rule`` is an RRULE.
    :raises MayNot: the user does not write there.
    :raises InvalidInput, BadPeriod, BadRecurrence, NotOfTheRule: nothing was made.
    """
    kept = with_walls(values)
    _check(kept)
    return contents.create(agenda, "Event", kept, id)


def edit_event(
    event: IEvent, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change an event; return its revision.

    :param values: as for ``create_event``; those left out stay.
    :raises MayNot: the user may not write it in its state.
    :raises InvalidInput, BadPeriod, BadRecurrence, NotOfTheRule: as for a new one.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    kept = with_walls(values)
    _check({**{name: getattr(event, name) for name in _CHECKED}, **kept})
    return contents.edit(event, kept, revision)


def exclude_time(event: IEvent, start: datetime, revision: int | None = None) -> int:
    """Take one time of an event that comes back away; return its revision.

    :param start: its wall.
    :raises MayNot, StaleRevision: see ``edit_event``.
    :raises NoSuchTime: it does not take place then.
    """
    known = event_record(event)
    since = moment_of(start)
    times = occurrences(known, since, since + timedelta(minutes=1))
    if start not in [one.start for one in times]:
        raise NoSuchTime(name=event.title, day=f"{start:%d/%m/%Y}", field="excluded")
    return edit_event(event, {"excluded": (*known.excluded, start)}, revision)


def delete_event(event: IEvent, revision: int | None = None) -> None:
    """Delete an event for good.

    :raises MayNot: the user may not.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    contents.delete(event, revision)


def event_record(event: IEvent) -> Event:
    """Return an event as a record.

    :raises MayNot: the user may not see it.
    """
    require("View", event)
    return event_of(event)


def is_event(obj: Any) -> bool:
    """Return whether a content is an event."""
    return bool(IEvent.providedBy(obj))


def may_add(agenda: Any) -> bool:
    """Return whether the user writes events in an agenda."""
    return IAgenda.providedBy(agenda) and may(EDIT, agenda)


def find_by_external_id(agenda: IAgenda, external_id: str) -> IEvent | None:
    """Return the event of an agenda another system knows by that identifier."""
    return find_in(agenda, EVENT_TYPE, external_id)


def with_walls(values: Mapping[str, object]) -> dict[str, object]:
    """Return values with their times as walls.

    :raises BadValue: one is no time.
    """
    found = dict(values)
    for name in _WALLS:
        if found.get(name):
            found[name] = _wall(found[name], name)
    for name in _LISTS:
        rows = found.get(name)
        if rows is not None and not isinstance(rows, list | tuple):
            raise BadValue(field=name, name=name, expected="une liste")
        if rows:
            found[name] = tuple(sorted({_wall(one, name) for one in rows}))
    if isinstance(found.get("rule"), str):
        found["rule"] = str(found["rule"]).strip().removeprefix("RRULE:")
    return found


def _check(values: Mapping[str, Any]) -> None:
    """Refuse what the rules of time refuse, before anything is made or changed."""
    starts = values.get("event_starts")
    if not isinstance(starts, datetime):
        # What is no time is refused at its field.
        return
    event = Event(
        "",
        str(values.get("title", "")),
        starts,
        datetime.now(UTC),
        values.get("event_ends") or None,
        bool(values.get("whole_day")),
        str(values.get("rule") or ""),
        tuple(values.get("excluded") or ()),
        tuple(values.get("added") or ()),
    )
    check_recurrence(event)


def _wall(given: object, name: str) -> datetime:
    is_moment = isinstance(given, datetime)
    found = given if is_moment else read_value(Event, "starts", given)
    wall = wall_of(found) if found.tzinfo else found
    return wall.replace(second=0, microsecond=0)
