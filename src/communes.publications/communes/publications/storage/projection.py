"""The stored projections of a meeting: every version, unchanged, and the one shown."""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Mapping
from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.reading import read_projection
from functools import lru_cache
import json
from Products.CMFCore.utils import getToolByName
from typing import Any


def keep(meeting: IPublishedMeeting, data: Mapping[str, object]) -> None:
    """Keep a projection as the next version and show it from now on."""
    if meeting.projections is None:
        meeting.projections = LOBTree()
    kept = meeting.projections
    number = (kept.maxKey() if kept else 0) + 1
    kept[number] = json.dumps(data, ensure_ascii=False)
    meeting.current = number


def note_received(meeting: IPublishedMeeting, version: int) -> None:
    """Remember the sender's number of what arrived last."""
    meeting.received = version


def let_wait(meeting: IPublishedMeeting, data: Mapping[str, object] | None) -> None:
    """Keep a projection that an agent must look at; None: nothing waits any more."""
    meeting.waiting = "" if data is None else json.dumps(data, ensure_ascii=False)
    institution = meeting.__parent__.__parent__.__parent__
    if institution.waiting is None:
        institution.waiting = OOTreeSet()
    id = "/".join(meeting.getPhysicalPath()[-4:])
    if data is not None:
        institution.waiting.add(id)
    elif id in institution.waiting:
        institution.waiting.remove(id)


def projection(
    meeting: IPublishedMeeting, version: int | None = None
) -> Meeting | None:
    """Return what was published as that version, or what is shown; None if nothing."""
    text = _text(meeting, version)
    return None if text is None else _read(text)


def projection_data(
    meeting: IPublishedMeeting, version: int | None = None
) -> dict[str, Any] | None:
    """Return the same as plain JSON values, exactly as they arrived."""
    text = _text(meeting, version)
    return None if text is None else json.loads(text)


def waiting_data(meeting: IPublishedMeeting) -> dict[str, Any] | None:
    """Return the projection that waits for an agent, or None."""
    return json.loads(meeting.waiting) if meeting.waiting else None


def waiting_projection(meeting: IPublishedMeeting) -> Meeting | None:
    """Return the same, read; None when nothing waits."""
    return _read(meeting.waiting) if meeting.waiting else None


def versions(meeting: IPublishedMeeting) -> tuple[int, ...]:
    """Return the numbers of the versions that were shown, the oldest first.

    They may hold what was masked or withdrawn since: for the portal's own use.
    """
    return tuple(meeting.projections or ())


def item_of(decision: IPublishedDecision) -> Item | None:
    """Return what is shown of a decision; None when it left the agenda."""
    meeting = decision.__parent__
    shown = projection(meeting)
    if shown is None:
        return None
    id = f"{shown.id}/{decision.getId()}"
    return next((one for one in shown.public_items if one.id == id), None)


def state_of(meeting: IPublishedMeeting) -> str:
    """Return what citizens see of a meeting."""
    tool = getToolByName(meeting, "portal_workflow")
    return tool.getInfoFor(meeting, "review_state")


def _text(meeting: IPublishedMeeting, version: int | None) -> str | None:
    kept = meeting.projections or {}
    return kept.get(meeting.current if version is None else version)


@lru_cache(maxsize=64)
def _read(text: str) -> Meeting:
    """A version never changes: the same text is always the same meeting."""
    return read_projection(json.loads(text))
