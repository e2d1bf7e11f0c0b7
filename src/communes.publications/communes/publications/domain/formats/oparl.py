"""Meetings and decisions as OParl 1.1 objects (JSON).

Source: OParl 1.1, chapter 3. What it has no word for, votes by person, stands under
the vendor prefix ``wallonie:``, as section 2.9 allows.
"""

from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.oslo import RESULTS
from communes.publications.domain.formats.plain import plain
from communes.publications.domain.projection import Annex
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Person
from communes.publications.domain.projection import Vote


Node = dict[str, object]

TYPE = "https://schema.oparl.org/1.1"
_KINDS = {
    "conseil": "Conseil communal",
    "college": "Collège communal",
    "cas": "Conseil de l'action sociale",
}


def oparl_meeting(meeting: Meeting, links: Links) -> Node:
    """Return a Meeting with its agenda items inside."""
    node = _object("Meeting", links.meeting(meeting), meeting)
    node |= {
        "name": f"{meeting.assembly_title} du {meeting.date:%d/%m/%Y}",
        "meetingState": "durchgeführt" if meeting.decided else "terminiert",
        "cancelled": False,
        "start": meeting.date.isoformat(),
        "organization": [links.assembly(meeting)],
        "participant": [links.person(meeting, one.name) for one in meeting.present],
        "agendaItem": [
            oparl_agenda_item(item, meeting, links) for item in meeting.items
        ],
        "web": links.meeting(meeting),
    }
    if meeting.ended_at:
        node["end"] = meeting.ended_at.isoformat()
    if meeting.place:
        node["location"] = {
            **_object("Location", f"{links.meeting(meeting)}#lieu", meeting),
            "description": meeting.place,
        }
    return node


def oparl_agenda_item(item: Item, meeting: Meeting, links: Links) -> Node:
    """Return an AgendaItem; a withdrawn one is deleted and keeps its reason."""
    node = _object("AgendaItem", f"{links.item(item)}#point", meeting)
    node |= {
        "meeting": links.meeting(meeting),
        "order": item.order,
        "number": item.number,
        "name": item.title,
        "public": not item.closed,
        "web": links.item(item),
    }
    if item.withdrawn:
        return _tombstone(node, item)
    if item.decision and meeting.decided:
        node["result"] = RESULTS.get(item.result, item.result)
        node["resolutionText"] = plain(item.decision)
    if not item.closed:
        node["consultation"] = f"{links.item(item)}#consultation"
        node["auxiliaryFile"] = [
            oparl_file(annex, item, meeting, links) for annex in item.annexes
        ]
    if item.votes:
        node["wallonie:vote"] = [_vote(vote, meeting, links) for vote in item.votes]
    return node


def oparl_paper(item: Item, meeting: Meeting, links: Links) -> Node:
    """Return the Paper of a public item: its draft, or its decision."""
    node = _object("Paper", links.item(item), meeting)
    node |= {
        "body": links.institution(meeting.nis),
        "name": item.title,
        "reference": item.id,
        "date": meeting.date.date().isoformat(),
        "paperType": "Délibération" if meeting.decided else "Projet de délibération",
        "consultation": [oparl_consultation(item, meeting, links)],
        "web": links.item(item),
    }
    if item.withdrawn:
        return _tombstone(node, item)
    node["auxiliaryFile"] = [
        oparl_file(annex, item, meeting, links) for annex in item.annexes
    ]
    return node


def oparl_consultation(item: Item, meeting: Meeting, links: Links) -> Node:
    """Return the Consultation: that the paper was dealt with at the meeting."""
    return {
        **_object("Consultation", f"{links.item(item)}#consultation", meeting),
        "paper": links.item(item),
        "agendaItem": f"{links.item(item)}#point",
        "meeting": links.meeting(meeting),
        "organization": [links.assembly(meeting)],
        "authoritative": True,
    }


def oparl_file(annex: Annex, item: Item, meeting: Meeting, links: Links) -> Node:
    """Return a File of an item."""
    url = links.annex(item, annex)
    return {
        **_object("File", f"{url}#fichier", meeting),
        "name": annex.title,
        "fileName": annex.filename,
        "mimeType": annex.content_type,
        "size": annex.size,
        "wallonie:sha256": annex.sha256,
        "accessUrl": url,
        "downloadUrl": url,
    }


def oparl_organization(meeting: Meeting, links: Links) -> Node:
    """Return the Organization that held the meeting."""
    return {
        **_object("Organization", links.assembly(meeting), meeting),
        "body": links.institution(meeting.nis),
        "name": meeting.assembly_title,
        "organizationType": "Gremium",
        "classification": _KINDS.get(meeting.organ, meeting.assembly_title),
        "meeting": f"{links.assembly(meeting)}/oparl/meetings",
    }


def oparl_person(person: Person, meeting: Meeting, links: Links) -> Node:
    """Return a Person with the membership its presence shows."""
    url = links.person(meeting, person.name)
    membership = {
        **_object("Membership", f"{url}#mandat-{meeting.assembly}", meeting),
        "person": url,
        "organization": links.assembly(meeting),
        "role": person.function,
        "votingRight": True,
    }
    return {
        **_object("Person", url, meeting),
        "body": links.institution(meeting.nis),
        "name": person.name,
        "membership": [membership],
    }


def _object(kind: str, url: str, meeting: Meeting) -> Node:
    modified = meeting.published_at.isoformat()
    return {
        "id": url,
        "type": f"{TYPE}/{kind}",
        "created": modified,
        "modified": modified,
    }


def _tombstone(node: Node, item: Item) -> Node:
    """Return what stays of a withdrawn object (OParl 1.1, section 2.6)."""
    if item.withdrawn is None:
        return node
    kept: Node = {
        name: node[name] for name in ("id", "type", "created") if name in node
    }
    if "order" in node:
        kept["order"] = node["order"]
    return {
        **kept,
        "modified": item.withdrawn.moment.isoformat(),
        "deleted": True,
        "wallonie:reason": item.withdrawn.reason,
    }


def _vote(vote: Vote, meeting: Meeting, links: Links) -> Node:
    counts: Node = {
        "secret": vote.secret,
        "label": vote.label,
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
    }
    if vote.secret:
        return counts
    choices = (
        ("yes", vote.voted_yes),
        ("no", vote.voted_no),
        ("abstain", vote.abstained),
    )
    counts["voters"] = [
        {"person": links.person(meeting, name), "name": name, "option": option}
        for option, names in choices
        for name in names
    ]
    return counts
