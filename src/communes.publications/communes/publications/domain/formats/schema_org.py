"""What search engines read in the pages: schema.org as JSON-LD."""

from communes.publications.domain.formats.links import Links
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting


Node = dict[str, object]
CONTEXT = "https://schema.org"


def meeting_event(meeting: Meeting, links: Links) -> Node:
    """Return the meeting as an ``Event``."""
    node: Node = {
        "@context": CONTEXT,
        "@type": "Event",
        "@id": links.meeting(meeting),
        "name": f"{meeting.assembly_title} – {meeting.institution}",
        "startDate": meeting.date.isoformat(),
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "isAccessibleForFree": True,
        "url": links.meeting(meeting),
        "organizer": _government(meeting, links),
    }
    if meeting.ended_at:
        node["endDate"] = meeting.ended_at.isoformat()
    if meeting.place:
        node["location"] = {
            "@type": "Place",
            "name": meeting.place,
            "address": meeting.place,
        }
    return node


def decision_legislation(item: Item, meeting: Meeting, links: Links) -> Node:
    """Return a decision as ``Legislation``; a draft says that it is not in force."""
    return {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": links.item(item),
        "name": item.title,
        "legislationIdentifier": item.id,
        "legislationDate": meeting.date.date().isoformat(),
        "legislationPassedBy": _government(meeting, links),
        "legislationLegalForce": f"{CONTEXT}/"
        + ("InForce" if meeting.decided and not item.withdrawn else "NotInForce"),
        "inLanguage": "fr",
        "datePublished": meeting.published_at.isoformat(),
        "url": links.item(item),
    }


def _government(meeting: Meeting, links: Links) -> Node:
    return {
        "@type": "GovernmentOrganization",
        "@id": links.institution(meeting.nis),
        "name": meeting.institution,
    }
