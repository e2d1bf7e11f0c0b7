"""What stands inside a public page for machines: schema.org and RDFa."""

from communes.publications.domain.formats import schema_org as formats
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.negotiation import Kind
from communes.publications.domain.formats.rdfa import decisions_rdfa
from communes.publications.open_data.public import kind_of
from communes.publications.open_data.public import shown
from typing import Any


def schema_org(obj: Any, base: str) -> dict[str, object] | None:
    """Return a meeting as an event, a decision as legislation; None otherwise."""
    kind, links = kind_of(obj), Links(base)
    if kind is Kind.MEETING:
        meeting = shown(obj)
        return None if meeting is None else formats.meeting_event(meeting, links)
    if kind is not Kind.DECISION:
        return None
    meeting = shown(obj.__parent__)
    items = meeting.public_items if meeting is not None else ()
    for item in items:
        if meeting is not None and item.id == f"{meeting.id}/{obj.getId()}":
            return formats.decision_legislation(item, meeting, links)
    return None


def rdfa(obj: Any, base: str) -> str:
    """Return the decisions of a meeting as markup with RDFa; empty otherwise."""
    meeting = shown(obj) if kind_of(obj) is Kind.MEETING else None
    return "" if meeting is None else decisions_rdfa(meeting, Links(base))
