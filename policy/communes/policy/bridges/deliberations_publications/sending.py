"""Sends each version of a publication to every portal that may have it."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.deliberations.api import publicity
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.publicity.message import MEETING
from communes.deliberations.interfaces import IProjectionPublished
from communes.exchange.attachments.api import attach
from communes.exchange.outbox.api import publish
from communes.exchange.peers.api import peers
from typing import Any
from zope.component.hooks import getSite


def tell_portals(meeting: IMeeting, event: IProjectionPublished) -> None:
    """The portals rely on it: decisions, corrections and withdrawals, in their order.

    Without a portal among the peers of the site nothing is sent. The files go by
    reference: a portal fetches those it does not have.
    """
    site, body = getSite(), event.projection
    if not any(MEETING.name in one.receives for one in peers(site)):
        return
    for annex in _annexes(body):
        file = publicity.published_file(meeting, annex["sha256"])
        attach(site, file, annex["filename"], annex["content_type"])
    publish(site, MEETING.name, str(body["id"]), body)


def _annexes(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in body["items"]:
        yield from item["annexes"]
