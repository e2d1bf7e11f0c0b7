"""Role × state × permission for every type: who may, and above all who must not."""

from AccessControl import getSecurityManager
from communes.deliberations import api as door
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import ADD_MEETING
from communes.deliberations.permissions import DECIDE_ITEM
from communes.deliberations.permissions import ENCODE_VOTES
from communes.deliberations.permissions import MANAGE_ASSEMBLY
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.permissions import PRESENT_ITEM
from communes.deliberations.permissions import VALIDATE_ITEM
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.tests import builders
from communes.deliberations.workflow.arriving import arrive_in
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from plone import api
from plone.app.testing import logout
import pytest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


EDIT, DELETE = "Modify portal content", "Delete objects"
EVERYBODY = tuple(builders.PEOPLE)

S = ItemState
ON_AGENDA = (S.PRESENTED, S.ITEMFROZEN, S.ITEMPUBLISHED, S.ITEMDECIDED)
OUT = tuple(OUT_OF_MEETING.values())
DECIDED = tuple(
    one
    for one in S
    if one.value in CONSEIL.member_item_states and one not in (*ON_AGENDA, *OUT)
)
SERVICE = {"createur", "chef-de-service", "observateur"}
MANAGER = {"directeur-general"}
COUNCIL = {"echevin", "conseiller"}

#: state -> who may read, write, delete, decide; nobody else, ever.
ITEM_TABLE = {
    S.ITEMCREATED: (SERVICE, {"createur"}, {"createur"}, set()),
    S.PROPOSED: (SERVICE, {"chef-de-service"}, set(), set()),
    S.WAITING_ADVICES: (SERVICE, set(), set(), set()),
    S.VALIDATED: (SERVICE | MANAGER, MANAGER, set(), set()),
    S.PRESENTED: (SERVICE | MANAGER, MANAGER, set(), set()),
    S.ITEMFROZEN: (SERVICE | MANAGER | COUNCIL, MANAGER, set(), MANAGER),
    S.ITEMPUBLISHED: (SERVICE | MANAGER | COUNCIL, MANAGER, set(), MANAGER),
    S.ITEMDECIDED: (SERVICE | MANAGER | COUNCIL, MANAGER, set(), MANAGER),
    S.RETURNED: (
        SERVICE | MANAGER,
        {"createur", "chef-de-service"},
        set(),
        set(),
    ),
    **dict.fromkeys(OUT, (SERVICE | MANAGER | COUNCIL, MANAGER, set(), set())),
    **dict.fromkeys(DECIDED, (SERVICE | MANAGER | COUNCIL, MANAGER, set(), MANAGER)),
}


def allowed(permission: str, obj: object) -> set[str]:
    """Return the accounts of the town that have the permission on ``obj``."""
    found = set()
    for account in EVERYBODY:
        with builders.as_user(account):
            if getSecurityManager().checkPermission(permission, obj):
                found.add(account)
    return found


@pytest.mark.parametrize("state", list(ITEM_TABLE))
def test_item_of_a_council(town, state):
    item = builders.draft()
    arrive_in(item, state, "table")
    readers, writers, deleters, deciders = ITEM_TABLE[state]
    assert allowed("View", item) == readers
    assert allowed("Access contents information", item) == readers
    assert allowed(EDIT, item) == writers
    assert allowed(DELETE, item) == deleters
    assert allowed(DECIDE_ITEM, item) == deciders
    assert allowed(ENCODE_VOTES, item) == deciders
    assert allowed(VIEW_INTERNAL_NOTES, item) == readers - COUNCIL


def test_every_state_of_an_item_stands_in_the_table():
    unused_levels = {one for one in S if one.name.startswith("LEVEL_")}
    assert set(ITEM_TABLE) == set(S) - unused_levels - {S.PREVALIDATED}


@pytest.mark.parametrize("state", list(ITEM_TABLE))
def test_a_stranger_never_sees_an_item(town, state):
    item = builders.draft()
    arrive_in(item, state, "table")
    strangers = {"createur-finances", "chef-finances", "agent-sans-groupe"}
    assert not strangers & allowed("View", item)
    logout()
    assert not getSecurityManager().checkPermission("View", item)


@pytest.mark.parametrize("state", list(ITEM_TABLE))
def test_a_councillor_never_sees_an_item_of_the_college(town, state):
    item = builders.draft("college")
    arrive_in(item, state, "table")
    seen = allowed("View", item)
    assert "conseiller" not in seen
    assert ("echevin" in seen) == (state in COLLEGE.member_item_states)


def test_the_alderman_in_charge_sees_an_item_once_it_is_proposed(town):
    item = builders.draft(groups_in_charge=("finances",))
    assert "createur-finances" not in allowed("View", item)
    with builders.as_user("createur"):
        door.do_transition(item, "propose")
    assert "createur-finances" in allowed("View", item)
    assert "createur-finances" not in allowed(VIEW_INTERNAL_NOTES, item)


def test_rights_follow_the_service(town):
    item = builders.draft()
    item.proposing_service = "finances"
    notify(ObjectModifiedEvent(item))
    assert allowed("View", item) == {"createur-finances", "chef-finances"}


def test_only_whoever_acts_validates_and_only_managers_present(town):
    item = builders.draft()
    with builders.as_user("createur"):
        door.do_transition(item, "propose")
    assert allowed(VALIDATE_ITEM, item) == {"chef-de-service"}
    assert allowed(PRESENT_ITEM, builders.validated()) == MANAGER


@pytest.mark.parametrize("state", list(MeetingState))
def test_meeting_of_a_council(town, state):
    meeting = builders.meeting()
    tool = api.portal.get_tool("portal_workflow")
    (workflow,) = tool.getWorkflowsFor(meeting)
    tool.setStatusOf(workflow.getId(), meeting, {"review_state": state.value})
    workflow.updateRoleMappingsFor(meeting)
    proposers = {"createur", "createur-finances"}
    shown = MANAGER | COUNCIL | proposers
    first, last = state is MeetingState.CREATED, state is MeetingState.CLOSED
    assert allowed("View", meeting) == (MANAGER if first else shown)
    assert allowed(EDIT, meeting) == (set() if last else MANAGER)
    assert allowed(DELETE, meeting) == (MANAGER if first else set())
    assert allowed(MANAGE_MEETING, meeting) == MANAGER
    assert allowed(VIEW_CLOSED_ITEMS, meeting) == MANAGER | COUNCIL


def test_assembly(town):
    council = builders.assembly()
    assert allowed("View", council) == set(EVERYBODY)
    assert allowed(ADD_ITEM, council) == {"createur", "createur-finances"} | MANAGER
    assert allowed(ADD_MEETING, council) == MANAGER
    assert allowed(EDIT, council) == allowed(MANAGE_ASSEMBLY, council) == set()
    logout()
    assert not getSecurityManager().checkPermission("View", council)


def test_a_dissolved_assembly_takes_nothing_more(town):
    council = builders.assembly()
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(council, "deactivate")
    assert allowed(ADD_ITEM, council) == allowed(ADD_MEETING, council) == set()
    assert allowed("View", council) == set(EVERYBODY)


def test_search_finds_for_each_what_they_may_see(town):
    item = builders.draft()
    arrive_in(item, S.ITEMFROZEN, "table")
    catalog = api.portal.get_tool("portal_catalog")
    found = set()
    for account in EVERYBODY:
        with builders.as_user(account):
            if catalog(UID=item.UID()):
                found.add(account)
    assert found == SERVICE | MANAGER | COUNCIL


def test_an_assembly_may_keep_closed_items_from_its_members(town):
    found_assembly(town, replace(CONSEIL, members_read_closed=False))
    meeting = builders.meeting()
    closed = builders.draft(privacy="closed", groups_in_charge=("finances",))
    public = builders.draft()
    for item in (closed, public):
        arrive_in(item, S.ITEMFROZEN, "table")
    assert allowed("View", closed) == SERVICE | MANAGER
    assert allowed("View", public) == SERVICE | MANAGER | COUNCIL
    assert allowed(VIEW_CLOSED_ITEMS, meeting) == MANAGER
    closed.privacy = "public"
    notify(ObjectModifiedEvent(closed))
    assert COUNCIL <= allowed("View", closed)
