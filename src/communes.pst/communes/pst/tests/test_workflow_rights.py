"""Role × state × permission for every type: who may, and above all who must not."""

from AccessControl import getSecurityManager
from communes.pst.permissions import ADD_ACTION
from communes.pst.permissions import MOVE_ACTION
from communes.pst.permissions import MOVE_OBJECTIVE
from communes.pst.permissions import MOVE_TASK
from communes.pst.permissions import PUBLISH
from communes.pst.tests import builders
from plone import api
from plone.app.testing import logout
import pytest


EVERYBODY = tuple(builders.PEOPLE)
EDIT, DELETE = "Modify portal content", "Delete objects"
DG = {"directrice-generale"}
RESPONSIBLE = {"responsable", "echevin"}
SERVICE = {"gestionnaire-travaux"}
CARRIER = {"porteur"}
PERFORMER = {"ouvrier"}
READER = {"lecteur"}
TEAM = DG | RESPONSIBLE | SERVICE

#: state -> who reads, writes, deletes the operational objective, adds an action.
OBJECTIVE = {
    "created": (TEAM, DG, DG, DG | SERVICE),
    "ongoing": (TEAM | READER, DG | {"responsable"}, set(), DG | SERVICE),
    "achieved": (TEAM | READER, DG, set(), set()),
}
WORKERS = DG | SERVICE | CARRIER
#: state -> who reads, writes, deletes the action, adds a sub-action or a task.
ACTION = {
    "created": (TEAM | CARRIER | PERFORMER, WORKERS, WORKERS, WORKERS),
    "to_be_scheduled": (TEAM | CARRIER | PERFORMER | READER, WORKERS, DG, WORKERS),
    "ongoing": (TEAM | CARRIER | PERFORMER | READER, WORKERS, set(), WORKERS),
    "terminated": (TEAM | CARRIER | PERFORMER | READER, DG, set(), set()),
    "stopped": (TEAM | CARRIER | PERFORMER | READER, DG, set(), set()),
}
#: state -> who reads, writes and deletes the task.
TASK = {
    "created": (TEAM | CARRIER, WORKERS, WORKERS),
    "to_assign": (TEAM | CARRIER | PERFORMER | READER, WORKERS, WORKERS),
    **dict.fromkeys(
        ("to_do", "in_progress", "realized"),
        (TEAM | CARRIER | PERFORMER | READER, WORKERS, set()),
    ),
    "closed": (TEAM | CARRIER | PERFORMER | READER, DG, set()),
}


def allowed(permission: str, obj: object) -> set[str]:
    """Return the accounts of the town that have the permission on ``obj``."""
    found = set()
    for account in EVERYBODY:
        with builders.as_user(account):
            if getSecurityManager().checkPermission(permission, obj):
                found.add(account)
    return found


@pytest.fixture
def branch(town):
    return builders.branch()


@pytest.mark.parametrize("state", list(OBJECTIVE))
def test_an_operational_objective(branch, state):
    objective = branch["objective"]
    builders.arrive(objective, state)
    readers, writers, deleters, adders = OBJECTIVE[state]
    assert allowed("View", objective) == readers
    assert allowed("Access contents information", objective) == readers
    assert allowed(EDIT, objective) == writers
    assert allowed(DELETE, objective) == deleters
    assert allowed(ADD_ACTION, objective) == adders
    assert allowed(MOVE_OBJECTIVE, objective) == DG | {"responsable"}
    assert allowed(PUBLISH, objective) == DG


@pytest.mark.parametrize("state", list(OBJECTIVE))
def test_a_strategic_objective_has_no_people_of_its_own(branch, state):
    goal = branch["goal"]
    builders.arrive(goal, state)
    assert allowed("View", goal) == (DG if state == "created" else DG | READER)
    assert allowed(EDIT, goal) == DG
    assert allowed(MOVE_OBJECTIVE, goal) == DG


@pytest.mark.parametrize("state", list(ACTION))
def test_an_action(branch, state):
    action = branch["action"]
    builders.arrive(action, state)
    readers, writers, deleters, adders = ACTION[state]
    assert allowed("View", action) == readers
    assert allowed(EDIT, action) == writers
    assert allowed(DELETE, action) == deleters
    assert allowed(ADD_ACTION, action) == adders
    assert allowed(MOVE_ACTION, action) == WORKERS
    assert allowed(PUBLISH, action) == DG


@pytest.mark.parametrize("state", list(TASK))
def test_a_task(branch, state):
    task = branch["task"]
    builders.arrive(task, state)
    readers, writers, deleters = TASK[state]
    assert allowed("View", task) == readers
    assert allowed(EDIT, task) == writers
    assert allowed(DELETE, task) == deleters
    assert allowed(MOVE_TASK, task) == WORKERS | PERFORMER


@pytest.mark.parametrize("name", ["goal", "objective", "action", "task"])
def test_a_stranger_never_sees_an_element(branch, name):
    strangers = {"agent-sans-role", "gestionnaire-finances", "agent-travaux"}
    for state in {**OBJECTIVE, **ACTION, **TASK}:
        try:
            builders.arrive(branch[name], state)
        except KeyError:
            continue
        assert not strangers & allowed("View", branch[name])
    logout()
    assert not getSecurityManager().checkPermission("View", branch[name])


def test_search_finds_for_each_what_they_may_see(branch):
    action = branch["action"]
    catalog = api.portal.get_tool("portal_catalog")
    found = set()
    for account in EVERYBODY:
        with builders.as_user(account):
            if catalog(UID=action.UID()):
                found.add(account)
    assert found == ACTION["created"][0]


def test_a_service_named_as_reader_reads_and_loses_it_again(branch):
    action = branch["action"]
    with builders.as_user("directrice-generale"):
        builders.door.edit_element(action, {"visible_for": ("travaux",)})
    builders.arrive(action, "ongoing")
    assert "agent-travaux" in allowed("View", action)
    with builders.as_user("directrice-generale"):
        builders.door.edit_element(action, {"visible_for": ()})
    assert "agent-travaux" not in allowed("View", action)


def test_people_of_the_objective_follow_down_to_its_tasks(branch):
    with builders.as_user("directrice-generale"):
        builders.door.edit_element(branch["objective"], {"mandataries": ()})
    for name in ("objective", "action", "task"):
        assert "echevin" not in allowed("View", branch[name])


def test_an_archived_plan_is_read_and_no_more_written(branch):
    plan = builders.plan()
    builders.step(plan, "directrice-generale", "archive")
    assert allowed(EDIT, plan) == set()
    assert "directrice-generale" in allowed("View", plan)
    with builders.as_user("porteur"):
        with pytest.raises(builders.PlanArchived):
            builders.door.edit_element(branch["action"], {"progress": 10})
