"""Sends each version of a publication to every portal that may have it."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import unrestricted
from communes.deliberations.api import publicity
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.domain.publicity.message import MEETING
from communes.deliberations.interfaces import IProjectionPublished
from communes.exchange.attachments.api import attach
from communes.exchange.backlog.interfaces import IStanding
from communes.exchange.outbox.api import publish
from communes.exchange.peers.api import peers
from typing import Any
from zope.component.hooks import getSite
from zope.interface import implementer


def tell_portals(meeting: IMeeting, event: IProjectionPublished) -> None:
    """The portals rely on it: decisions, corrections and withdrawals, in their order.

    Without a portal among the peers of the site nothing is sent. The files go by
    reference: a portal fetches those it does not have.
    """
    site, body = getSite(), event.projection
    if not any(MEETING.name in one.receives for one in peers(site)):
        return
    _attach_files(site, meeting, body)
    publish(site, MEETING.name, str(body["id"]), body)


@implementer(IStanding)
class PublishedMeetings:
    """What is public of each meeting, for a portal that is paired after the fact."""

    def keys(self, site: Any) -> list[str]:
        """See ``IStanding``: UIDs, by the date of the meeting."""
        found = unrestricted(
            portal_type="communes.deliberations.Meeting",
            sort_on="deliberations_meeting_date",
        )
        return [brain.UID for brain in found]

    def message(self, site: Any, key: str) -> tuple[str, Mapping[str, object]] | None:
        """See ``IStanding``: the version in force, never one before it."""
        meeting = object_by_uid(key)
        version = publicity.current(meeting) if IMeeting.providedBy(meeting) else None
        if version is None:
            return None
        _attach_files(site, meeting, version.data)
        return str(version.data["id"]), version.data


def _attach_files(site: Any, meeting: IMeeting, body: Mapping[str, Any]) -> None:
    for annex in _annexes(body):
        file = publicity.published_file(meeting, annex["sha256"])
        attach(site, file, annex["filename"], annex["content_type"])


def _annexes(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in body["items"]:
        yield from item["annexes"]
