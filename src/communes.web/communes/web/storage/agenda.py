"""Events and agendas as records; lists read them from the catalogue alone."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.catalog import unrestricted
from communes.core.access.catalog import visible
from communes.core.access.plain import from_plain
from communes.core.access.plain import without_defaults
from communes.web.content.agenda import IAgenda
from communes.web.content.agenda import IEvent
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import EventStatus
from communes.web.domain.agenda.feeding import sources_of
from communes.web.domain.contact import Address
from communes.web.domain.contact import Place
from communes.web.storage.leading import leading_url
from dataclasses import dataclass
from dataclasses import replace
from DateTime import DateTime
from datetime import datetime
from datetime import UTC
from typing import Any


EVENT_TYPE = "communes.web.Event"
AGENDA_TYPE = "communes.web.Agenda"


@dataclass(frozen=True)
class Listed:
    """An event in a list: what the catalogue keeps of it, and where it is.

    ``picture``: what it shows at its head, plain; None without one.
    """

    event: Event
    url: str
    agenda: str
    picture: Mapping[str, Any] | None


def event_of(obj: IEvent) -> Event:
    """Return an event as a record; its id is its UID.

    :raises BadPeriod: it ends before it begins, or lasts three years.
    """
    point = obj.latitude is not None and obj.longitude is not None
    return Event(
        id=obj.UID(),
        title=obj.title,
        starts=obj.event_starts,
        modified=modified(obj),
        ends=obj.event_ends,
        whole_day=bool(obj.whole_day),
        rule=obj.rule,
        excluded=tuple(obj.excluded),
        added=tuple(obj.added),
        description=obj.description,
        kind=obj.kind,
        address=Address(obj.street, obj.number, obj.postcode, obj.town),
        location=obj.location,
        place=Place(obj.latitude, obj.longitude) if point else None,
        online_url=obj.online_url,
        organisers=tuple(obj.organisers),
        contact=obj.contact,
        ticket_url=obj.ticket_url,
        free=bool(obj.free),
        wheelchair=bool(obj.wheelchair),
        audiences=tuple(obj.audiences),
        categories=tuple(obj.categories),
        agendas=(agenda_of(obj),),
        image_url=leading_url(obj),
        status=EventStatus(obj.status),
        version=obj.version,
    )


def modified(obj: Any) -> datetime:
    """Return the moment something was last changed."""
    return obj.modified().asdatetime().astimezone(UTC)


def agenda_of(obj: IEvent) -> str:
    """Return the UID of the agenda an event stands in; empty outside of one."""
    parent = obj.__parent__
    return parent.UID() if IAgenda.providedBy(parent) else ""


def light(event: Event) -> dict[str, Any]:
    """Return what lists need of an event, as the catalogue keeps it.

    No address: the catalogue is written by the worker too, under another host.
    """
    return without_defaults(replace(event, image_url=""))


def feeds() -> dict[str, tuple[str, ...]]:
    """Return which agendas feed which, by UID, whoever asks."""
    found = unrestricted(portal_type=AGENDA_TYPE)
    return {one.UID: tuple(one.web_fed_by or ()) for one in found}


def listed(
    agendas: Iterable[str] | None, since: datetime, until: datetime
) -> Iterator[Listed]:
    """Yield the events that may take place in a period, seen by the current user.

    Nothing is woken: all of it stands in the catalogue.

    :param agendas: UIDs; None is every agenda of the site.
    """
    query: dict[str, Any] = {
        "portal_type": EVENT_TYPE,
        "web_begins": {"query": DateTime(until), "range": "max"},
        "web_over": {"query": DateTime(since), "range": "min"},
    }
    if agendas is not None:
        query["web_place"] = sorted(agendas)
    for brain in visible(**query):
        if brain.web_event:
            yield _listed(brain)


def agendas_shown(agenda: IAgenda) -> tuple[str, ...]:
    """Return an agenda and all that feed it, by UID."""
    return sources_of(feeds(), agenda.UID())


def _listed(brain: Any) -> Listed:
    event = from_plain(Event, brain.web_event)
    agenda = event.agendas[0] if event.agendas else ""
    return Listed(event, brain.getURL(), agenda, brain.web_leading or None)
