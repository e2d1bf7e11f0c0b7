"""The entry of the OParl 1.1 service and its lists: pages, filters, deleted objects.

Source: OParl 1.1, sections 2.5 (lists, filters) and 2.8 (deleted objects).
"""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.publications.domain.formats.errors import FilterUnreadable
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.oparl import deleted as left_of
from communes.publications.domain.formats.oparl import Node
from communes.publications.domain.formats.oparl import object_url
from communes.publications.domain.formats.oparl import oparl_agenda_item
from communes.publications.domain.formats.oparl import oparl_consultation
from communes.publications.domain.formats.oparl import oparl_file
from communes.publications.domain.formats.oparl import oparl_location
from communes.publications.domain.formats.oparl import oparl_meeting
from communes.publications.domain.formats.oparl import oparl_paper
from communes.publications.domain.formats.oparl import Record
from communes.publications.domain.formats.oparl import TYPE
from communes.publications.domain.formats.publisher import Publisher
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode


VERSION = f"{TYPE}/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: Lists made meeting by meeting: name in the address -> type of the objects.
OF_MEETINGS = {
    "meetings": "Meeting",
    "papers": "Paper",
    "agenda-items": "AgendaItem",
    "consultations": "Consultation",
    "files": "File",
    "locations": "Location",
}
#: Lists made of all meetings of the institution.
OF_PEOPLE = {"people": "Person", "memberships": "Membership"}
#: Lists of the institution itself.
OF_BODY = {"organizations": "Organization", "legislative-terms": "LegislativeTerm"}
#: What ``omit_internal=true`` leaves out.
INTERNAL = ("auxiliaryFile", "agendaItem", "membership", "legislativeTerm")
#: Kinds of which an item that was dropped has left a trace.
OF_ITEMS = ("papers", "agenda-items", "consultations")


@dataclass(frozen=True)
class Filters:
    """What a client wants of a list; None is no limit."""

    created_since: datetime | None = None
    created_until: datetime | None = None
    modified_since: datetime | None = None
    modified_until: datetime | None = None
    omit_internal: bool = False
    page: int = 1

    @property
    def with_deleted(self) -> bool:
        """Whether deleted objects are told too: only to who asks what changed."""
        return self.modified_since is not None

    def take(self, created: datetime, modified: datetime) -> bool:
        """Return whether an object of these moments is wanted."""
        return (
            (self.created_since is None or created >= self.created_since)
            and (self.created_until is None or created <= self.created_until)
            and (self.modified_since is None or modified >= self.modified_since)
            and (self.modified_until is None or modified <= self.modified_until)
        )


MOMENTS = ("created_since", "created_until", "modified_since", "modified_until")


def read_filters(given: Mapping[str, str]) -> Filters:
    """Return the filters of an address; names it does not know are left alone.

    :raises FilterUnreadable: names the parameter.
    """
    moments = {name: _read(name, given[name]) for name in MOMENTS if given.get(name)}
    page = given.get("page", "1") or "1"
    if not (page.isascii() and page.isdigit() and 0 < len(page) < 7 and int(page)):
        raise FilterUnreadable(field="page", name="page", value=page[:40])
    omit = given.get("omit_internal", "") == "true"
    return Filters(**moments, omit_internal=omit, page=int(page))


def _read(name: str, text: str) -> datetime:
    try:
        # An unescaped + of the time zone arrives as a blank.
        found = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise FilterUnreadable(field=name, name=name, value=text[:40])
    return found


def read_moment(text: str) -> datetime:
    """Return a moment as the objects of this service write it."""
    return datetime.fromisoformat(text)


def oparl_system(title: str, links: Links) -> Node:
    """Return the System: the entry of the service."""
    return {
        "id": links.oparl("system"),
        "type": f"{TYPE}/System",
        "oparlVersion": VERSION,
        "body": links.oparl("bodies"),
        "name": title,
        "license": LICENCE,
        "website": links.base,
        "web": links.base,
    }


def oparl_body(
    publisher: Publisher, created: datetime, modified: datetime, links: Links
) -> Node:
    """Return the Body of an institution, with the address of each of its lists."""
    nis = publisher.nis
    node: Node = {
        "id": links.oparl(nis),
        "type": f"{TYPE}/Body",
        "system": links.oparl("system"),
        "created": created.isoformat(),
        "modified": modified.isoformat(),
        "name": publisher.name,
        "shortName": publisher.name,
        "classification": publisher.kind,
        "license": LICENCE,
        "organization": links.oparl(nis, "organizations"),
        "person": links.oparl(nis, "people"),
        "meeting": links.oparl(nis, "meetings"),
        "paper": links.oparl(nis, "papers"),
        "legislativeTerm": [],
        "agendaItem": links.oparl(nis, "agenda-items"),
        "consultation": links.oparl(nis, "consultations"),
        "file": links.oparl(nis, "files"),
        "locationList": links.oparl(nis, "locations"),
        "legislativeTermList": links.oparl(nis, "legislative-terms"),
        "membership": links.oparl(nis, "memberships"),
        "web": links.institution(nis),
        "wallonie:nis": nis,
    }
    return node | ({"contactEmail": publisher.mail} if publisher.mail else {})


def objects_of(
    kind: str, record: Record, links: Links, filters: Filters, *, deleted: bool = False
) -> list[Node]:
    """Return the objects of one kind that a meeting makes, in the order of its items.

    :param kind: a key of ``OF_MEETINGS``.
    :param deleted: with the deleted ones, whatever the filters say.
    """
    with_deleted = deleted or filters.with_deleted
    if kind == "meetings":
        found = [oparl_meeting(record, links)]
    elif kind == "locations":
        found = [oparl_location(record, links)] if record.meeting.place else []
    else:
        found = _of_items(kind, record, links)
    if with_deleted and kind in OF_ITEMS:
        found += tombstones(
            kind, record.dropped, record.created, record.modified, links
        )
    if not with_deleted:
        found = [one for one in found if not one.get("deleted")]
    if filters.omit_internal:
        found = [without_internal(one) for one in found]
    return found


def without_internal(node: Node) -> Node:
    """Return an object without the lists of objects inside it."""
    return {name: value for name, value in node.items() if name not in INTERNAL}


def _of_items(kind: str, record: Record, links: Links) -> list[Node]:
    meeting = record.meeting
    if kind == "agenda-items":
        return [oparl_agenda_item(one, record, links) for one in meeting.items]
    if kind == "papers":
        return [oparl_paper(one, record, links) for one in meeting.public_items]
    if kind == "consultations":
        return [oparl_consultation(one, record, links) for one in meeting.public_items]
    return [
        oparl_file(annex, item, record, links)
        for item in meeting.public_items
        for annex in item.annexes
    ]


def tombstones(
    kind: str, ids: Iterable[str], created: datetime, modified: datetime, links: Links
) -> list[Node]:
    """Return what is left of objects of one kind, by what they told of."""
    return [
        left_of(OF_MEETINGS[kind], object_url(kind, id, links), created, modified)
        for id in ids
    ]


def list_page(
    objects: Iterable[Node], url: str, given: Mapping[str, str], page: int, pages: int
) -> Node:
    """Return one page of a list; its links keep the filters that were asked.

    :param given: the parameters of the address, without the page.
    """

    def at(number: int) -> str:
        parameters = {**given, **({"page": str(number)} if number > 1 else {})}
        return f"{url}?{urlencode(parameters)}" if parameters else url

    links: Node = {"first": at(1), "self": at(page), "last": at(max(pages, 1))}
    if page > 1:
        links["prev"] = at(page - 1)
    if page < pages:
        links["next"] = at(page + 1)
    pagination: Node = {"currentPage": page, "totalPages": max(pages, 1)}
    return {"data": list(objects), "pagination": pagination, "links": links}


def oparl_error(message: str) -> Node:
    """Return what is answered instead of an object (section 2.9)."""
    return {"type": f"{TYPE}/Error", "message": message, "debug": ""}
