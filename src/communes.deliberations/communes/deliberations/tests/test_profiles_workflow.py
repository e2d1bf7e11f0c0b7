"""The workflow definitions say the same as the rules, for every kind of assembly."""

from communes.deliberations.domain import labels
from communes.deliberations.domain import minutes_life
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.setting_parts import ValidationLevel
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_STATES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from communes.deliberations.domain.workflow import item_exits
from communes.deliberations.domain.workflow import ITEM_TARGETS
from communes.deliberations.domain.workflow import meeting_exits
from communes.deliberations.domain.workflow import MEETING_TARGETS
from dataclasses import replace
import itertools
from lxml import etree
from pathlib import Path
import pytest


FOLDER = Path(__file__).parents[1] / "profiles" / "default" / "workflows"
ITEM = "communes_deliberations_meeting_item_workflow"
MEETING = "communes_deliberations_meeting_workflow"
ASSEMBLY = "communes_deliberations_assembly_workflow"
MINUTES = "communes_deliberations_minutes_workflow"

FLAGS = ("uses_publication", "uses_item_writing", "uses_decisions_publication")


def definition(name: str) -> etree._Element:
    return etree.parse(str(FOLDER / name / "definition.xml")).getroot()


def states(name: str) -> dict[str, set[str]]:
    """Return each state of a definition with the steps out of it."""
    return {
        one.get("state_id"): set(one.xpath("exit-transition/@transition_id"))
        for one in definition(name).findall("state")
    }


def targets(name: str) -> dict[str, str]:
    return {
        one.get("transition_id"): one.get("new_state")
        for one in definition(name).findall("transition")
    }


def assemblies():
    """Yield an assembly for each combination of the settings that change steps."""
    levels = tuple(ValidationLevel(state.value, state.value) for state in LEVEL_STATES)
    for base, chosen in itertools.product(
        (COLLEGE, CONSEIL), ((), levels[:1], levels[2:4], levels)
    ):
        for flags in itertools.product((True, False), repeat=len(FLAGS)):
            yield replace(
                base,
                advices=AdviceSettings(waiting_state=flags[0]),
                validation_levels=chosen,
                **dict(zip(FLAGS, flags, strict=True)),
            )


@pytest.mark.parametrize(
    "name,states_of,steps_of,leads",
    [
        (ITEM, ItemState, ItemTransition, ITEM_TARGETS),
        (MEETING, MeetingState, MeetingTransition, MEETING_TARGETS),
        (
            MINUTES,
            minutes_life.MinutesState,
            minutes_life.MinutesTransition,
            minutes_life.MINUTES_TARGETS,
        ),
    ],
)
def test_definition_has_the_states_and_steps_of_the_rules(
    name, states_of, steps_of, leads
):
    assert set(states(name)) == {one.value for one in states_of}
    assert set(targets(name)) == {one.value for one in steps_of}
    assert targets(name) == {str(step): str(state) for step, state in leads.items()}


@pytest.mark.parametrize(
    "name,state_labels,step_labels",
    [
        (ITEM, labels.ITEM_STATE_LABELS, labels.ITEM_TRANSITION_LABELS),
        (MEETING, labels.MEETING_STATE_LABELS, labels.MEETING_TRANSITION_LABELS),
        (
            MINUTES,
            minutes_life.MINUTES_STATE_LABELS,
            minutes_life.MINUTES_TRANSITION_LABELS,
        ),
    ],
)
def test_definition_uses_the_labels_agents_read(name, state_labels, step_labels):
    root = definition(name)
    shown = {one.get("state_id"): one.get("title") for one in root.findall("state")}
    steps = {
        one.get("transition_id"): one.get("title") for one in root.findall("transition")
    }
    assert shown == {str(key): label for key, label in state_labels.items()}
    assert steps == {str(key): label for key, label in step_labels.items()}


@pytest.mark.parametrize("state", list(ItemState))
def test_definition_offers_every_step_the_rules_give_an_item(state):
    offered = states(ITEM)[state.value]
    for assembly in assemblies():
        for meeting_state in MeetingState:
            exits = item_exits(
                assembly, assembly.validation_levels, state, meeting_state
            )
            assert {str(step) for step in exits} <= offered


@pytest.mark.parametrize("state", list(MeetingState))
def test_definition_offers_every_step_the_rules_give_a_meeting(state):
    offered = states(MEETING)[state.value]
    for assembly in assemblies():
        assert {str(step) for step in meeting_exits(assembly, state)} <= offered


@pytest.mark.parametrize("state", list(minutes_life.MinutesState))
def test_definition_offers_the_steps_of_the_minutes_and_no_other(state):
    exits = minutes_life.MINUTES_EXITS[state]
    assert states(MINUTES)[state.value] == {str(step) for step in exits}


@pytest.mark.parametrize("name", [ITEM, MEETING, MINUTES])
def test_every_step_asks_the_guard_and_a_permission(name):
    for step in definition(name).findall("transition"):
        guard = step.find("guard")
        id = step.get("transition_id")
        assert guard.findtext("guard-permission").startswith("communes.deliberations: ")
        assert guard.findtext("guard-expression") == (
            f"python:here.restrictedTraverse('deliberations-guard').allows('{id}')"
        )


@pytest.mark.parametrize("name", [ITEM, MEETING, ASSEMBLY, MINUTES])
def test_no_state_leaves_a_right_to_anonymous_or_to_the_folder_around(name):
    for grant in definition(name).iter("permission-map"):
        assert grant.get("acquired") == "False"
        roles = {one.text for one in grant.findall("permission-role")}
        assert not roles & {"Anonymous", "Authenticated", "Owner"}


@pytest.mark.parametrize("name", [ITEM, MEETING, ASSEMBLY, MINUTES])
def test_the_plain_specification_names_every_state(name):
    text = (FOLDER / name / "specification.md").read_text(encoding="utf-8")
    if name == ITEM:
        text += " ".join(f"`{one.value}`" for one in LEVEL_STATES)
    for state in states(name):
        assert f"`{state}`" in text
