"""What search engines read in the pages: schema.org as JSON-LD."""

from collections.abc import Iterator
from communes.core.formats.domain.plain import plain
from communes.web.domain.agenda.event import Event
from communes.web.domain.agenda.event import EventStatus
from communes.web.domain.agenda.occurrences import Occurrence
from communes.web.domain.clock import local
from communes.web.domain.contact import Address
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import EntryKind
from communes.web.domain.formats.site import Site
from communes.web.domain.news import News
from communes.web.domain.schedule.record import clock
from communes.web.domain.schedule.record import Interval
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.service import ServiceSheet
from datetime import datetime
from datetime import timedelta
import json


Node = dict[str, object]
_DAY = timedelta(days=1)
CONTEXT = "https://schema.org"
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_STATUS = {
    EventStatus.PLANNED: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
}


def script(node: Node) -> str:
    """Return a node as text that no page reads as its own markup."""
    text = json.dumps(node, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def event(one: Occurrence, site: Site) -> Node:
    """Return one time of an event as ``Event``."""
    known = one.event
    place = _place(one)
    node: Node = {
        "@context": CONTEXT,
        "@type": "Event",
        "name": known.title,
        "url": site.url("events", known.id),
        "startDate": _said(one, one.begins, one.start),
        "eventStatus": f"{CONTEXT}/{_STATUS[known.status]}",
        "eventAttendanceMode": f"{CONTEXT}/{_mode(known, place)}",
        "isAccessibleForFree": known.free,
        "location": [*place, *_online(known.online_url)],
        "organizer": _commune(site),
    }
    if one.end is not None:
        # The end of whole days is a midnight: the last day is the one before.
        last = one.end - _DAY if known.whole_day else one.end
        node["endDate"] = _said(one, one.over, last)
    if known.description:
        node["description"] = plain(known.description)
    if known.image_url:
        node["image"] = known.image_url
    if known.ticket_url:
        node["offers"] = {"@type": "Offer", "url": known.ticket_url}
    return node


def _said(one: Occurrence, moment: datetime, wall: datetime) -> str:
    if one.event.whole_day:
        return wall.date().isoformat()
    return local(moment).isoformat()


def _mode(known: Event, place: list[Node]) -> str:
    if not known.online_url:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if place else "OnlineEventAttendanceMode"


def _place(one: Occurrence) -> list[Node]:
    known = one.event
    if not (known.location or known.address.line):
        return []
    node: Node = {
        "@type": "Place",
        "name": known.location or known.address.line,
        "address": _address(known.address),
    }
    if known.place:
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": known.place.latitude,
            "longitude": known.place.longitude,
        }
    return [node]


def _online(url: str) -> list[Node]:
    return [{"@type": "VirtualLocation", "url": url}] if url else []


def news_article(one: News, site: Site) -> Node:
    """Return a piece of news as ``NewsArticle``."""
    node: Node = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": one.title,
        "url": site.url("news", one.id),
        "datePublished": one.published.isoformat(),
        "dateModified": one.modified.isoformat(),
        "inLanguage": "fr",
        "publisher": _commune(site),
    }
    if one.summary:
        node["description"] = plain(one.summary)
    if one.image_url:
        node["image"] = one.image_url
    return node


def directory_entry(entry: DirectoryEntry, site: Site) -> Node:
    """Return the public part of an entry, with its hours."""
    one = entry.public()
    body = one.kind is EntryKind.ORGANISATION
    node: Node = {
        "@context": CONTEXT,
        "@type": "LocalBusiness" if body else "ContactPoint",
        "name": one.title,
        "url": site.url("directory", one.id),
    }
    if body and one.address.line:
        node["address"] = _address(one.address)
    if one.phones:
        node["telephone"] = [phone.number for phone in one.phones]
    if one.mails:
        node["email"] = [mail.address for mail in one.mails]
    if body and one.links:
        node["sameAs"] = [link.url for link in one.links]
    usual = "openingHoursSpecification" if body else "hoursAvailable"
    hours = [*_usual(one.hours)]
    special = [*_special(one.hours)]
    if body and special:
        node["specialOpeningHoursSpecification"] = special
    if hours or (special and not body):
        node[usual] = hours if body else hours + special
    return node


def _usual(hours: OpeningHours) -> Iterator[Node]:
    for one in hours.schedules:
        if one.by_appointment:
            continue
        for number, day in enumerate(one.week):
            for interval in day.intervals:
                node = _opening(interval)
                node["dayOfWeek"] = f"{CONTEXT}/{_DAYS[number]}"
                if one.starts:
                    node["validFrom"] = one.starts.isoformat()
                if one.ends:
                    node["validThrough"] = one.ends.isoformat()
                yield node


def _special(hours: OpeningHours) -> Iterator[Node]:
    for one in hours.exceptions:
        # Closed is said by an opening that has no length.
        for interval in one.intervals or (None,):
            node = _opening(interval)
            node["validFrom"] = one.first.isoformat()
            node["validThrough"] = one.last.isoformat()
            yield node


def _opening(interval: Interval | None) -> Node:
    opens = clock(interval.opens) if interval else "00:00"
    closes = clock(interval.closes) if interval else "00:00"
    # The day's end is 23:59 for those who read hours of a day.
    closes = "23:59" if closes == "24:00" else closes
    return {"@type": "OpeningHoursSpecification", "opens": opens, "closes": closes}


def government_service(sheet: ServiceSheet, site: Site) -> Node:
    """Return a sheet as ``GovernmentService``."""
    node: Node = {
        "@context": CONTEXT,
        "@type": "GovernmentService",
        "name": sheet.title,
        "url": site.url("services", sheet.id),
        "description": plain(sheet.description),
        "provider": _commune(site),
        "areaServed": {"@type": "AdministrativeArea", "name": site.name},
        "availableChannel": [
            {"@type": "ServiceChannel", "serviceUrl": one.url}
            for one in sheet.channels
            if one.url
        ],
    }
    if sheet.results:
        node["serviceOutput"] = [
            {"@type": "Thing", "name": one.title} for one in sheet.results
        ]
    return node


def faq_page(sheet: ServiceSheet) -> Node:
    """Return the questions of a sheet as ``FAQPage``."""
    return {
        "@context": CONTEXT,
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": plain(answer)},
            }
            for question, answer in sheet.questions
        ],
    }


def breadcrumbs(trail: tuple[tuple[str, str], ...]) -> Node:
    """Return the way to a page: names and addresses, the first page first."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": url}
            for place, (name, url) in enumerate(trail, 1)
        ],
    }


def _commune(site: Site) -> Node:
    return {
        "@type": "GovernmentOrganization",
        "@id": site.publisher,
        "name": site.name,
        "url": site.base,
    }


def _address(address: Address) -> Node:
    street = f"{address.street} {address.number}".strip()
    return {
        "@type": "PostalAddress",
        "streetAddress": street,
        "postalCode": address.postcode,
        "addressLocality": address.town,
        "addressCountry": address.country,
    }
