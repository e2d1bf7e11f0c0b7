"""Who reads an item whose advice is asked, and who reads and writes the advice."""

from AccessControl.PermissionRole import rolesForPermissionOn
from communes.core.access.permission import forget_cached_roles
from communes.core.annexes.api import settle_rights_below
from communes.core.annexes.permissions import ADD_ANNEX
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.steps import in_hand
from communes.deliberations.domain.advices.steps import roles_of
from communes.deliberations.domain.states import ItemState
from communes.deliberations.storage.advice import advice_settings
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import item_of
from communes.deliberations.storage.item import state_of
from communes.deliberations.storage.service import group_of
from communes.deliberations.workflow.interfaces import IMoreRoles
from zope.component import adapter
from zope.interface import implementer


OWN = ("AdviceReader", "AdviceWriter")
#: Who reads a confidential advice, as far as they read its item; never the members.
CONFIDENTS = frozenset(
    {"ItemCreator", "ItemObserver", "ItemReviewer", "Manager", "MeetingManager"}
)
READING = ("View", "Access contents information")
#: Nobody writes an advice but by the rules: ``api.advising`` asks whose turn it is.
BY_RULES = ("Delete objects", "Modify portal content")


@implementer(IMoreRoles)
@adapter(IMeetingItem)
class AdviserRoles:
    """Who advises reads the item, its annexes too, and nothing of the notes."""

    def __init__(self, item: IMeetingItem) -> None:
        self.item = item

    def roles(self) -> dict[str, frozenset[str]]:
        settings = advice_settings(self.item)
        state = state_of(self.item)
        found = {}
        for advice in advices_of(self.item):
            course, _revision = course_of(advice)
            if advisers_read(settings, state, course):
                found |= dict.fromkeys(
                    _groups(settings, course), frozenset({"ItemAdviser"})
                )
        return found


def advisers_read(settings: AdviceSettings, state: ItemState, course: Course) -> bool:
    """Return whether who is asked reads the item in that state.

    Where advices are given; afterwards whoever was really asked goes on reading, save
    a draft its service took back.
    """
    if state in settings.give_states:
        return not course.inherited_from
    asked = course.started_on is not None or course.given
    return asked and state is not ItemState.ITEMCREATED and not course.inherited_from


def settle_advice(advice: IAdvice) -> None:
    """Compute the rights on the advice and on its annexes anew, and index them.

    Idempotent; the caller's item already has its own rights.
    """
    item = item_of(advice)
    settings = advice_settings(item)
    course, _revision = course_of(advice)
    state = state_of(item)
    _settle_permissions(advice, item, course)
    wanted: dict[str, list[str]] = {}
    if advisers_read(settings, state, course):
        for group in _groups(settings, course):
            wanted[group] = ["AdviceReader"]
        rule = settings.rule(course.rule)
        if state in settings.give_states:
            writers = group_of(course.service, in_hand(rule, course.step))
            wanted[writers] = list(OWN)
    if {group: list(roles) for group, roles in advice.get_local_roles()} != wanted:
        advice.__ac_local_roles__ = wanted
        forget_cached_roles(advice)
    settle_rights_below(advice)
    advice.reindexObject()
    advice.reindexObjectSecurity()


def hides(advice: IAdvice, course: Course) -> bool:
    """Return whether only its writers may read the advice now."""
    return bool(advice.hidden_while_written) and course.writing and not course.given


def _settle_permissions(advice: IAdvice, item: IMeetingItem, course: Course) -> None:
    # An annex is part of the answer: none comes after it.
    joining = ["Manager"] if course.given else ["AdviceWriter", "Manager"]
    for permission in (ADD_ANNEX, "Add portal content"):
        advice.manage_permission(permission, joining, acquire=0)
    for permission in BY_RULES:
        advice.manage_permission(permission, ["Manager"], acquire=0)
    for permission in READING:
        if hides(advice, course):
            advice.manage_permission(permission, ["Manager", *OWN], acquire=0)
        elif advice.confidential:
            readers = CONFIDENTS & set(rolesForPermissionOn("View", item))
            roles = sorted(readers | {"Manager", *OWN})
            advice.manage_permission(permission, roles, acquire=0)
        else:
            advice.manage_permission(permission, [], acquire=1)


def _groups(settings: AdviceSettings, course: Course) -> list[str]:
    rule = settings.rule(course.rule)
    return [group_of(course.service, role) for role in roles_of(rule)]
