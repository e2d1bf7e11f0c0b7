"""What a page asks about one item or one meeting, beyond its fields."""

from collections.abc import Iterable
from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.attendance import present_members
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.labels import ITEM_TRANSITION_LABELS
from communes.deliberations.domain.labels import MEETING_TRANSITION_LABELS
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.quorum import Quorum
from communes.deliberations.domain.quorum import quorum
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import ItemState
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.storage.item import PORTAL_TYPE as ITEM
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.workflow.matter import times_listed
from dataclasses import dataclass
from datetime import datetime
from plone import api


@dataclass(frozen=True)
class Passed:
    """One step that was taken: its French name, by whom, when, with which words."""

    title: str
    actor: str
    at: datetime
    comment: str


@dataclass(frozen=True)
class ItemRow:
    """An item as a list shows it, read without waking it."""

    uid: str
    title: str
    path: str
    service: str
    privacy: str
    state: str


def state(obj: IMeetingItem | IMeeting) -> str:
    """Return the id of the state of an item or a meeting."""
    return api.content.get_state(obj=obj)


def settings_at(obj: IMeetingItem | IMeeting) -> AssemblySettings:
    """Return the settings of the assembly of an item or a meeting."""
    return settings_of(assembly_of(obj))


def may_do(permission: str, obj: object) -> bool:
    """Return whether the current user has a permission of the solution."""
    return may(permission, obj)


def history(item: IMeetingItem) -> list[Passed]:
    """Return the steps the item took, the newest first.

    The comments are those of the service and the secretariat.

    :raises MayNot: the user reads no internal notes.
    """
    require(VIEW_INTERNAL_NOTES, item)
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(item)
    taken = tool.getInfoFor(item, "review_history", [], workflow.getId())
    return [_passed(one) for one in reversed(taken)]


def meeting_of_item(item: IMeetingItem) -> IMeeting | None:
    """Return the meeting the item is on, None for whoever may not see it."""
    meeting = meeting_of(item)
    return meeting if meeting is not None and may("View", meeting) else None


def items_of(assembly: IAssembly, uids: Iterable[str]) -> list[IMeetingItem]:
    """Return the items of the assembly the user may see, in the order asked."""
    wanted = list(dict.fromkeys(uids))
    found = {
        brain.UID: brain
        for brain in visible(
            portal_type=ITEM, deliberations_assembly=assembly.getId(), UID=wanted
        )
    }
    return [found[uid].getObject() for uid in wanted if uid in found]


def ready_items(meeting: IMeeting) -> list[ItemRow]:
    """Return the validated items that wait to be presented, without waking one.

    :raises MayNot: the user does not manage the meeting.
    """
    require(MANAGE_MEETING, meeting)
    brains = visible(
        portal_type=ITEM,
        deliberations_assembly=assembly_of(meeting).getId(),
        review_state=ItemState.VALIDATED.value,
        sort_on="modified",
    )
    return [_row(brain) for brain in brains]


def quorum_at(meeting: IMeeting, uid: str = "") -> Quorum:
    """Return the quorum at the opening, or at one item of the agenda.

    :raises MayNot: the user may not see the meeting.
    """
    require("View", meeting)
    roll, _revision = roll_of(meeting)
    there = voters_at(roll, uid) if uid in roll.order else present_members(roll)
    settings = settings_of(assembly_of(meeting))
    law = in_force("quorum", settings.organ, meeting.date.date())
    again = (meeting.call or 1) > 1 and uid in roll.order
    item = item_by_uid(uid) if again else None
    listed = None if item is None else times_listed(item)
    rule, call = settings.quorum_rule, meeting.call or 1
    return quorum(rule, law, len(there), roll.in_office, call, listed)


def _row(brain: object) -> ItemRow:
    return ItemRow(
        uid=brain.UID,
        title=brain.Title,
        path=brain.getPath(),
        service=brain.deliberations_service,
        privacy=brain.deliberations_privacy,
        state=brain.review_state,
    )


def _passed(entry: dict) -> Passed:
    when = entry["time"].asdatetime()
    return Passed(
        title=_step_title(entry["action"] or ""),
        actor=_person(entry["actor"]),
        at=when,
        comment=entry.get("comments") or "",
    )


def _step_title(step: str) -> str:
    for labels in (MEETING_TRANSITION_LABELS, ITEM_TRANSITION_LABELS):
        if step in labels:
            return label(labels, step)
    return _("history_created", default="Créé")


def _person(account: str) -> str:
    user = api.user.get(userid=account) if account else None
    return (user and user.getProperty("fullname", "")) or account or ""
