"""The stored projections of a meeting: every version, unchanged, and the one shown."""

from BTrees.LOBTree import LOBTree
from collections.abc import Mapping
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.projection import Meeting
from communes.publications.domain.reading import read_projection
import json
from Products.CMFCore.utils import getToolByName
from typing import Any


def keep(meeting: IPublishedMeeting, data: Mapping[str, object]) -> None:
    """Keep a projection under its version and show it from now on."""
    if meeting.projections is None:
        meeting.projections = LOBTree()
    version = int(str(data["version"]))
    meeting.projections[version] = json.dumps(data, ensure_ascii=False)
    meeting.current = version
    meeting.waiting = ""


def let_wait(meeting: IPublishedMeeting, data: Mapping[str, object]) -> None:
    """Keep a projection that an agent must look at before it is shown."""
    meeting.waiting = json.dumps(data, ensure_ascii=False)


def projection(
    meeting: IPublishedMeeting, version: int | None = None
) -> Meeting | None:
    """Return what was published as that version, or what is shown; None if nothing."""
    data = projection_data(meeting, version)
    return None if data is None else read_projection(data)


def projection_data(
    meeting: IPublishedMeeting, version: int | None = None
) -> dict[str, Any] | None:
    """Return the same as plain JSON values, exactly as they arrived."""
    kept = meeting.projections or {}
    text = kept.get(meeting.current if version is None else version)
    return None if text is None else json.loads(text)


def waiting_data(meeting: IPublishedMeeting) -> dict[str, Any] | None:
    """Return the projection that waits for an agent, or None."""
    return json.loads(meeting.waiting) if meeting.waiting else None


def versions(meeting: IPublishedMeeting) -> tuple[int, ...]:
    """Return the versions that were shown, the oldest first."""
    return tuple(meeting.projections or ())


def state_of(meeting: IPublishedMeeting) -> str:
    """Return what citizens see of a meeting."""
    tool = getToolByName(meeting, "portal_workflow")
    return tool.getInfoFor(meeting, "review_state")
