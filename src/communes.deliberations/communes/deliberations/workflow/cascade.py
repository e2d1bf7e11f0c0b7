"""What a step of a meeting does to its items, as the rules say."""

from collections.abc import Iterable
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.cascade import catch_up
from communes.deliberations.domain.cascade import item_steps
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.meeting import state_of as meeting_state_of
from communes.deliberations.workflow.guard import take_step
from communes.deliberations.workflow.rights import refresh_local_roles
from plone import api


def bring_items_along(meeting: IMeeting, transition: MeetingTransition) -> int:
    """Take the meeting's items through the steps its own step asks for.

    :return: how many items moved.
    """
    settings = settings_of(assembly_of(meeting))
    moved = 0
    for row in agenda_of(meeting).rows:
        steps = item_steps(settings, transition, row.state)
        if steps:
            walk(row.item(), steps)
            moved += 1
    return moved


def join_the_others(item: IMeetingItem, meeting: IMeeting) -> None:
    """Bring an item just presented to where the meeting's other items stand."""
    settings = settings_of(assembly_of(meeting))
    walk(item, catch_up(settings, meeting_state_of(meeting)))


def walk(item: IMeetingItem, steps: Iterable[ItemTransition]) -> None:
    """Take an item through several steps, each under its own guard.

    The right to it is that of the step that caused them: in a meeting just closed
    its managers may no longer write the items.
    """
    with api.env.adopt_roles(["Manager"]):
        for step in steps:
            take_step(item, step.value)


def refresh_items_of(meeting: IMeeting) -> None:
    """Compute the rights on the meeting's items anew, as after closing it."""
    for row in agenda_of(meeting).rows:
        item = row.item()
        if refresh_local_roles(item):
            item.reindexObjectSecurity()
