"""Shows a published meeting: its state, its decisions, its files, all or nothing."""

from collections.abc import Container
from collections.abc import Mapping
from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.reading import read_projection
from communes.publications.domain.states import MeetingState
from communes.publications.domain.states import STATE_OF_STAGE
from communes.publications.domain.states import STEPS
from communes.publications.storage.places import PREFIX
from communes.publications.storage.projection import keep
from communes.publications.storage.projection import state_of
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFCore.utils import getToolByName
from typing import Any


def take(meeting: IPublishedMeeting, data: Mapping[str, object]) -> None:
    """Show a projection from now on; what an older one showed and it does not goes.

    The caller is the system, or an agent who let it through.
    """
    shown = read_projection(data)
    keep(meeting, data)
    meeting.title = f"{shown.assembly_title} du {shown.date:%d/%m/%Y}"
    meeting.date = shown.date
    _follow_items(meeting, shown)
    _follow_state(meeting, STATE_OF_STAGE[shown.stage])
    meeting.reindexObject()


def _follow_items(meeting: IPublishedMeeting, shown: Meeting) -> None:
    wanted = {item.number: item for item in shown.public_items}
    # An item that leaves the agenda has no address to keep: it never was decided.
    _drop(meeting, wanted)
    for number, item in wanted.items():
        decision = meeting._getOb(number, None)
        if decision is None:
            made = createContent(f"{PREFIX}PublishedDecision", title=item.title)
            made.id = number
            decision = addContentToContainer(meeting, made, checkConstraints=False)
        _follow_item(decision, item)


def _follow_item(decision: IPublishedDecision, item: Item) -> None:
    decision.title = item.title
    decision.order = item.order
    _drop(decision, {annex.id for annex in item.annexes})
    decision.reindexObject()


def _drop(container: Any, wanted: Container[str]) -> None:
    """Delete what is not wanted any more."""
    gone = [id for id in container.objectIds() if id not in wanted]
    if gone:
        container.manage_delObjects(gone)


def _follow_state(meeting: IPublishedMeeting, wanted: MeetingState) -> None:
    step = STEPS.get((MeetingState(state_of(meeting)), wanted))
    if step is not None:
        tool = getToolByName(meeting, "portal_workflow")
        tool.doActionFor(meeting, step.value)
