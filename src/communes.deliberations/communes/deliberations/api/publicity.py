"""Publish a meeting: one projection, versions that never change, withdrawals."""

from collections.abc import Collection
from communes.core.access.permission import require
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.publicity.changes import changes
from communes.deliberations.domain.publicity.changes import ItemChange
from communes.deliberations.domain.publicity.changes import with_item
from communes.deliberations.domain.publicity.changes import withdrawn
from communes.deliberations.domain.publicity.errors import NothingPublished
from communes.deliberations.domain.publicity.errors import NoWithdrawalReason
from communes.deliberations.domain.publicity.errors import PublicationRefused
from communes.deliberations.domain.publicity.obstacles import publication_obstacles
from communes.deliberations.domain.publicity.obstacles import ReviewedItem
from communes.deliberations.domain.publicity.obstacles import STATES
from communes.deliberations.domain.publicity.records import PublicItem
from communes.deliberations.domain.publicity.records import PublicMeeting
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.events import ProjectionPublished
from communes.deliberations.exceptions import NotInMeeting
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage import publication as kept
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.meeting import state_of
from communes.deliberations.storage.publication import PublishedVersion
from communes.deliberations.workflow.publishing import Draft
from communes.deliberations.workflow.publishing import own_nis
from communes.deliberations.workflow.publishing import reviewed
from dataclasses import dataclass
from dataclasses import replace
from zope.event import notify


@dataclass(frozen=True)
class Preview:
    """What a publication now would be: its changes, and what stands against it."""

    stage: Stage
    version: int
    changes: tuple[ItemChange, ...]
    reasons: tuple[object, ...]
    items: tuple[ReviewedItem, ...]


def stage_now(meeting: IMeeting) -> Stage:
    """Return what may be published in the state of the meeting; drafts before it."""
    return (
        Stage.DECISION
        if state_of(meeting) in STATES[Stage.DECISION]
        else (Stage.PROJECT)
    )


def current(meeting: IMeeting) -> PublishedVersion | None:
    """Return the version in force; None when nothing was published.

    It holds nothing that is not public: whoever sees the meeting may read it.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    return kept.last_version(meeting)


def published_item(item: IMeetingItem) -> PublicItem | None:
    """Return an item as the version in force shows it, None when it does not."""
    require("View", item)
    meeting = meeting_of(item)
    last = kept.last_version(meeting) if meeting is not None else None
    if last is None:
        return None
    name = kept.names_of(meeting).get(item.UID(), "")
    return next((one for one in last.meeting.items if one.id == name), None)


def published_versions(meeting: IMeeting) -> tuple[PublishedVersion, ...]:
    """Return every version, the first one first.

    A past version may hold what was withdrawn since.

    :raises MayNot: the user does not keep the meeting.
    """
    require(MANAGE_MEETING, meeting)
    return kept.versions_of(meeting)


def published_file(meeting: IMeeting, sha256: str) -> object:
    """Return a file of the version in force, as it was published.

    :raises NothingPublished: no file of the version in force is that one.
    """
    found = kept.published_file(meeting, sha256)
    if found is None:
        raise NothingPublished
    return found


def preview(meeting: IMeeting, stage: Stage | None = None) -> Preview:
    """Return what a publication would change against the last version.

    :raises MayNot: the user does not keep the meeting.
    """
    require(MANAGE_MEETING, meeting)
    stage = stage or stage_now(meeting)
    items = reviewed(meeting)
    reasons = publication_obstacles(stage, state_of(meeting), own_nis(), items)
    draft = Draft(meeting, stage)
    after = draft.projection(None, lenient=True)
    last = draft.last.meeting if draft.last else None
    told = (*reasons, *draft.refused)
    return Preview(stage, after.version, changes(last, after), told, items)


def publish(
    meeting: IMeeting, stage: Stage, items: Collection[str] | None = None
) -> PublishedVersion:
    """Publish the meeting as its next version, and tell it (``IProjectionPublished``).

    :param items: UIDs of those to take as they are now; the others stay as they were
        published, or unpublished. None takes all.
    :raises MayNot: the user does not keep the meeting.
    :raises PublicationRefused: names the items that are not reviewed, or what else.
    :raises FileNotPublishable: an annex keeps data beside its content.
    """
    require(MANAGE_MEETING, meeting)
    asked = reviewed(meeting)
    if items is not None:
        asked = tuple(one for one in asked if one.id in items)
    reasons = publication_obstacles(stage, state_of(meeting), own_nis(), asked)
    if reasons:
        raise PublicationRefused(*reasons)
    draft = Draft(meeting, stage)
    made = draft.projection(items)
    for annex, data in draft.files:
        kept.keep_file(meeting, annex, data)
    kept.keep_names(meeting, draft.names)
    if stage is Stage.PROJECT and meeting.drafts_published_on is None:
        meeting.drafts_published_on = now().date()
        meeting.reindexObject()
    return _kept(meeting, made)


def withdraw(item: IMeetingItem, reason: str) -> PublishedVersion:
    """Take a published item away: its number and the reason are all that is left.

    :raises MayNot: the user does not keep the meeting.
    :raises NothingPublished: it is not among what is published.
    :raises NoWithdrawalReason: no reason is given.
    """
    meeting = meeting_of(item)
    if meeting is None:
        raise NotInMeeting(item=item.title)
    require(MANAGE_MEETING, meeting)
    last, shown = kept.last_version(meeting), published_item(item)
    if last is None or shown is None:
        raise NothingPublished
    said = " ".join(reason.split())
    if not said:
        raise NoWithdrawalReason(field="reason")
    moment = kept.zoned(now())
    gone = with_item(last.meeting, withdrawn(shown, said, moment))
    new = replace(gone, version=last.version + 1, published_at=moment)
    return _kept(meeting, new)


def _kept(meeting: IMeeting, projection: PublicMeeting) -> PublishedVersion:
    made = kept.keep_version(meeting, projection)
    notify(ProjectionPublished(meeting, made.data))
    return made
