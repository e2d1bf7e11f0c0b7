"""Meetings and decisions as OParl 1.1 objects (JSON).

Source: OParl 1.1, chapter 3. What it has no word for, votes by person, stands under
the vendor prefix ``wallonie:``, as section 2.9 allows. Every object has an address of
its own in the service, where it is given alone.
"""

from communes.core.formats.domain.plain import plain
from communes.publications.domain.formats.concepts import CONCEPTS
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.oparl_votes import oparl_vote
from communes.publications.domain.formats.results import RESULTS
from communes.publications.domain.projection import Annex
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Person
from dataclasses import dataclass
from datetime import datetime


Node = dict[str, object]

TYPE = "https://schema.oparl.org/1.1"


@dataclass(frozen=True)
class Record:
    """A meeting with when the portal first showed it and when it last changed.

    ``dropped`` are the identifiers of items that an earlier version showed and this
    one does not.
    """

    meeting: Meeting
    created: datetime
    modified: datetime
    dropped: tuple[str, ...] = ()


def oparl_meeting(record: Record, links: Links) -> Node:
    """Return a Meeting with its agenda items inside, deleted ones excepted."""
    meeting = record.meeting
    node = _object("Meeting", object_url("meetings", meeting.id, links), record)
    node |= {
        "name": f"{meeting.assembly_title} du {meeting.date:%d/%m/%Y}",
        "meetingState": "durchgeführt" if meeting.decided else "terminiert",
        "cancelled": False,
        "start": meeting.date.isoformat(),
        "organization": [organization_url(meeting, links)],
        "agendaItem": [
            oparl_agenda_item(item, record, links)
            for item in meeting.items
            if item.withdrawn is None
        ],
        "web": links.meeting(meeting),
    }
    if meeting.present:
        people = [links.person(meeting, one.name) for one in meeting.present]
        node["participant"] = people
    if meeting.ended_at:
        node["end"] = meeting.ended_at.isoformat()
    if meeting.place:
        node["location"] = oparl_location(record, links)
    return node


def oparl_location(record: Record, links: Links) -> Node:
    """Return the Location where a meeting is held."""
    url = object_url("locations", record.meeting.id, links)
    return {
        **_object("Location", url, record),
        "description": record.meeting.place,
    }


def oparl_agenda_item(item: Item, record: Record, links: Links) -> Node:
    """Return an AgendaItem; a withdrawn one is deleted and keeps its reason."""
    meeting = record.meeting
    node = _object("AgendaItem", object_url("agenda-items", item.id, links), record)
    if item.withdrawn:
        return _tombstone(node, item)
    node |= {
        "meeting": object_url("meetings", meeting.id, links),
        "order": item.order,
        "number": item.number,
        "name": item.title,
        "public": not item.closed,
        "web": links.meeting(meeting) if item.closed else links.item(item),
    }
    if item.decision and meeting.decided:
        node["result"] = RESULTS.get(item.result, item.result)
        node["resolutionText"] = plain(item.decision)
    if not item.closed:
        node["consultation"] = object_url("consultations", item.id, links)
    if item.annexes:
        node["auxiliaryFile"] = _files(item, record, links)
    if item.votes:
        node["wallonie:vote"] = [
            oparl_vote(vote, meeting, links) for vote in item.votes
        ]
    return node


def oparl_paper(item: Item, record: Record, links: Links) -> Node:
    """Return the Paper of a public item: its draft, or its decision."""
    meeting = record.meeting
    node = _object("Paper", object_url("papers", item.id, links), record)
    if item.withdrawn:
        return _tombstone(node, item)
    node |= {
        "body": links.oparl(meeting.nis),
        "name": item.title,
        "reference": item.id,
        "date": meeting.date.date().isoformat(),
        "paperType": "Délibération" if meeting.decided else "Projet de délibération",
        "consultation": [oparl_consultation(item, record, links)],
        "web": links.item(item),
    }
    if item.annexes:
        node["auxiliaryFile"] = _files(item, record, links)
    return node


def oparl_consultation(item: Item, record: Record, links: Links) -> Node:
    """Return the Consultation: that the paper was dealt with at the meeting."""
    meeting = record.meeting
    node = _object("Consultation", object_url("consultations", item.id, links), record)
    if item.withdrawn:
        return _tombstone(node, item)
    return {
        **node,
        "paper": object_url("papers", item.id, links),
        "agendaItem": object_url("agenda-items", item.id, links),
        "meeting": object_url("meetings", meeting.id, links),
        "organization": [organization_url(meeting, links)],
        "authoritative": True,
    }


def oparl_file(annex: Annex, item: Item, record: Record, links: Links) -> Node:
    """Return a File of an item."""
    url = links.annex(item, annex)
    return {
        **_object("File", object_url("files", f"{item.id}/{annex.id}", links), record),
        "name": annex.title,
        "fileName": annex.filename,
        "mimeType": annex.content_type,
        "size": annex.size,
        "wallonie:sha256": annex.sha256,
        "accessUrl": url,
        "downloadUrl": url,
    }


def oparl_organization(record: Record, links: Links) -> Node:
    """Return the Organization that held the meeting."""
    meeting = record.meeting
    kinds = CONCEPTS["organe"]
    return {
        **_object("Organization", organization_url(meeting, links), record),
        "body": links.oparl(meeting.nis),
        "name": meeting.assembly_title,
        "organizationType": "Gremium",
        "classification": kinds.get(meeting.organ, meeting.assembly_title),
        "meeting": links.oparl(meeting.nis, "meetings", meeting.assembly),
        "web": links.assembly(meeting),
    }


def oparl_person(person: Person, records: list[Record], links: Links) -> Node:
    """Return a Person with a membership for each assembly it sat in.

    :param records: a meeting of each of these assemblies, the last one first.
    """
    meeting = records[0].meeting
    return {
        **_object("Person", links.person(meeting, person.name), *records),
        "body": links.oparl(meeting.nis),
        "name": person.name,
        "membership": [oparl_membership(person, one, links) for one in records],
    }


def oparl_membership(person: Person, record: Record, links: Links) -> Node:
    """Return the Membership that a presence shows."""
    meeting = record.meeting
    url = links.oparl(meeting.nis, "memberships", meeting.assembly, person.name)
    return {
        **_object("Membership", url, record),
        "person": links.person(meeting, person.name),
        "organization": organization_url(meeting, links),
        "role": person.function,
        "votingRight": True,
    }


def organization_url(meeting: Meeting, links: Links) -> str:
    """Return the address of the Organization of a meeting."""
    return links.oparl(meeting.nis, "organizations", meeting.assembly)


def deleted(kind: str, url: str, created: datetime, modified: datetime) -> Node:
    """Return what is left of an object that is not shown any more (section 2.8)."""
    return {
        "id": url,
        "type": f"{TYPE}/{kind}",
        "created": created.isoformat(),
        "modified": modified.isoformat(),
        "deleted": True,
    }


def _files(item: Item, record: Record, links: Links) -> list[Node]:
    return [oparl_file(annex, item, record, links) for annex in item.annexes]


def object_url(kind: str, id: str, links: Links) -> str:
    """Return the address of an object known by the address of what it tells of."""
    nis, _slash, rest = id.partition("/")
    return links.oparl(nis, kind, rest)


def _object(kind: str, url: str, *records: Record) -> Node:
    return {
        "id": url,
        "type": f"{TYPE}/{kind}",
        "created": min(one.created for one in records).isoformat(),
        "modified": max(one.modified for one in records).isoformat(),
    }


def _tombstone(node: Node, item: Item) -> Node:
    """Return what stays of a withdrawn object (OParl 1.1, section 2.8)."""
    reason = item.withdrawn.reason if item.withdrawn else ""
    return {
        **{name: node[name] for name in ("id", "type", "created", "modified")},
        **({"order": item.order} if str(node["type"]).endswith("AgendaItem") else {}),
        "deleted": True,
        "wallonie:reason": reason,
    }
