"""Shows a published meeting: its state, its decisions, its files, all or nothing."""

from collections.abc import Mapping
from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.reading import read_projection
from communes.publications.domain.states import DecisionStage
from communes.publications.domain.states import MeetingState
from communes.publications.domain.states import STATE_OF_STAGE
from communes.publications.domain.states import STEPS
from communes.publications.domain.titles import meeting_title
from communes.publications.storage.files import file_of
from communes.publications.storage.files import forget_files
from communes.publications.storage.places import put
from communes.publications.storage.projection import keep
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import state_of
from communes.publications.storage.projection import waiting_data
from communes.publications.storage.tags import forget_around
from DateTime import DateTime
from Products.CMFCore.utils import getToolByName
from typing import Any


def take(meeting: IPublishedMeeting, data: Mapping[str, Any]) -> None:
    """Show a projection from now on; what an older one showed and it does not goes.

    The caller is the system, or an agent who let it through; its files are kept
    already (``storage.files``).
    """
    shown = read_projection(data)
    before = projection(meeting)
    keep(meeting, data)
    institution = meeting.__parent__.__parent__.__parent__
    meeting.title = meeting_title(institution.meeting_title, shown)
    meeting.date = shown.date
    _follow_items(meeting, shown, before)
    _follow_state(meeting, STATE_OF_STAGE[shown.stage])
    forget_files(meeting, data, waiting_data(meeting))
    _touch(meeting)
    forget_around(meeting)


def _follow_items(
    meeting: IPublishedMeeting, shown: Meeting, before: Meeting | None
) -> None:
    old = {item.id: item for item in before.items} if before else {}
    same_stage = before is not None and before.stage == shown.stage
    wanted = {item.id.rpartition("/")[2]: item for item in shown.public_items}
    for name, item in wanted.items():
        decision = put(meeting, name, "PublishedDecision", item.title)
        _follow_item(meeting, decision, item, shown)
        if same_stage and old.get(item.id) == item:
            decision.reindexObject()
        else:
            _touch(decision)
    for name in meeting.objectIds():
        if name not in wanted:
            _leave(meeting[name])


def _follow_item(
    meeting: IPublishedMeeting, decision: IPublishedDecision, item: Item, shown: Meeting
) -> None:
    decision.title = item.title
    decision.order = item.order
    decision.stage = DecisionStage(shown.stage)
    if item.withdrawn:
        decision.stage = DecisionStage.WITHDRAWN
    _drop(decision, {annex.id: annex.sha256 for annex in item.annexes})
    for annex in item.annexes:
        file = file_of(meeting, annex.sha256)
        if file is not None:
            made = put(decision, annex.id, "PublishedFile", annex.title, file=file)
            made.title, made.sha256 = annex.title, annex.sha256
            made.reindexObject()


def _leave(decision: IPublishedDecision) -> None:
    """Keep the address of an item that left the agenda, and nothing else of it."""
    if decision.stage != DecisionStage.GONE:
        decision.title, decision.stage = "", DecisionStage.GONE
        _drop(decision, {})
        _touch(decision)


def _touch(obj: Any) -> None:
    """Note that what is shown of a thing is another since now."""
    obj.setModificationDate(DateTime())
    obj.reindexObject()


def _drop(decision: IPublishedDecision, wanted: Mapping[str, str]) -> None:
    """Delete the files that are not wanted any more, or are another content now."""
    gone = [id for id in decision.objectIds() if decision[id].sha256 != wanted.get(id)]
    if gone:
        decision.manage_delObjects(gone)


def _follow_state(meeting: IPublishedMeeting, wanted: MeetingState) -> None:
    step = STEPS.get((MeetingState(state_of(meeting)), wanted))
    if step is not None:
        tool = getToolByName(meeting, "portal_workflow")
        tool.doActionFor(meeting, step.value)
