"""The settings of a commune's file live on its assemblies."""

from communes.core.settings.domain import flatten
from communes.core.settings.interfaces import ISettingsTarget
from communes.core.solutions.interfaces import ISolution
from communes.deliberations import api as door
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings import ValidationLevel
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.tests import builders
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from plone import api
import pytest
from zope.component import getAdapter
from zope.component import getUtility


BUREAU = AssemblySettings(
    id="bureau",
    title="Bureau permanent",
    name_with_article="le Bureau permanent",
    validation_levels=(
        ValidationLevel("proposed", "Chef"),
        ValidationLevel(
            "proposedToValidationLevel1", "Direction", "level1reviewers", ("finances",)
        ),
    ),
)


@pytest.fixture
def target(town):
    return getAdapter(town, ISettingsTarget, name="deliberations")


def test_what_is_written_is_read_again(target):
    wanted = flatten(DeliberationsSettings(assemblies=(BUREAU, COLLEGE, CONSEIL)))
    target.write(wanted)
    assert target.read() == wanted
    assert settings_of(builders.assembly("bureau")) == BUREAU


def test_writing_the_same_again_writes_nothing(target):
    target.write(target.read())
    kept = builders.assembly().settings_data
    target.write(target.read())
    assert builders.assembly().settings_data is kept


def test_an_assembly_the_file_forgets_keeps_its_decisions(target):
    target.write(flatten(DeliberationsSettings(assemblies=(CONSEIL,))))
    assert builders.assembly("college").title == "Collège communal"


def test_the_groups_of_a_new_assembly_are_made(target):
    target.write(flatten(DeliberationsSettings(assemblies=(BUREAU,))))
    assert api.group.get("valmont-bureau-meetingmanagers") is not None
    assert api.group.get("valmont-bureau-members") is not None


def test_the_levels_of_a_service_follow_its_settings(town):
    found_assembly(town, replace(BUREAU, id="conseil", title="Conseil communal"))
    item = builders.draft(proposing_service="travaux")
    with builders.as_user("createur"):
        door.do_transition(item, "propose")
    with builders.as_user("chef-de-service"):
        assert "validate" in [one.id for one in door.transitions(item)]
        assert "proposeToValidationLevel1" not in [
            one.id for one in door.transitions(item)
        ]


def test_an_assembly_without_levels_lets_its_clerks_validate(town):
    found_assembly(town, replace(CONSEIL, validation_levels=()))
    item = builders.draft()
    with builders.as_user("createur"):
        door.do_transition(item, "validate")
    assert api.content.get_state(item) == "validated"


def test_changed_settings_change_the_rights_on_existing_items(town):
    item = builders.validated()
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
    catalog = api.portal.get_tool("portal_catalog")
    with builders.as_user("conseiller"):
        assert not catalog(UID=item.UID())
    states = ("presented", *CONSEIL.member_item_states)
    found_assembly(town, replace(CONSEIL, member_item_states=states))
    with builders.as_user("conseiller"):
        assert catalog(UID=item.UID())


def test_the_shell_learns_how_much_waits_for_whom(town):
    solution = getUtility(ISolution, name="deliberations")
    builders.draft()
    builders.validated()
    waits = {}
    for account in ("createur", "chef-de-service", "directeur-general", "conseiller"):
        with builders.as_user(account):
            waits[account] = solution.waiting(town)
            assert solution.available(town)
    assert waits == {
        "createur": 1,
        "chef-de-service": 0,
        "directeur-general": 1,
        "conseiller": 0,
    }
