"""The settings of an assembly are changed together, checked, and told with origin."""

from communes.core.access.errors import MayNot
from communes.core.settings.domain import flatten
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain.by_id import expand
from communes.core.settings.storage import remember_applied
from communes.deliberations.api.configuring import change_settings
from communes.deliberations.api.configuring import settings
from communes.deliberations.domain.configuring.errors import SettingsRefused
from communes.deliberations.domain.configuring.errors import UnknownSetting
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.tests import builders
from plone import api
import pytest


@pytest.fixture
def organ(town):
    with api.env.adopt_roles(["Manager"]):
        yield builders.assembly()


def test_only_who_manages_the_assembly_reads_or_changes_settings(town):
    for account in ("createur", "directeur-general", "conseiller"):
        with builders.as_user(account):
            with pytest.raises(MayNot):
                settings(builders.assembly())
            with pytest.raises(MayNot):
                change_settings(builders.assembly(), {"public": False})


def test_settings_are_changed_and_take_effect(organ):
    changes = {
        "title": "Conseil de police",
        "advices.waiting_state": True,
        "advices.advisers": ["finances"],
        "list_types": [{"id": "ordinaire", "title": "Point ordinaire"}],
    }
    assert change_settings(organ, changes, 0) == 1
    live = settings_of(organ)
    assert (organ.title, live.advices.waiting_state) == ("Conseil de police", True)
    assert live.list_types[0].title == "Point ordinaire"
    assert api.group.get(groupname="valmont-finances-advisers") is not None
    assert change_settings(organ, changes, 1) == 1


def test_a_late_change_is_told_what_was_changed_before(organ):
    change_settings(organ, {"acronym": "CP"}, 0)
    with pytest.raises(StaleRevision, match="acronym"):
        change_settings(organ, {"acronym": "CX"}, 0)


@pytest.mark.parametrize(
    "changes,error",
    [
        ({"couleur": "rouge"}, UnknownSetting),
        ({"id": "autre"}, UnknownSetting),
        ({"public": "oui"}, InvalidSettings),
        ({"organ": "senat"}, InvalidSettings),
        ({"list_types": [{"titre": "x"}]}, InvalidSettings),
        ({"list_types": []}, SettingsRefused),
        ({"insertion_rules": ["category", "privacy"]}, SettingsRefused),
        ({"send_to": [{"assembly": "senat"}]}, SettingsRefused),
    ],
)
def test_what_can_not_be_is_refused_whole(organ, changes, error):
    before = settings_of(organ)
    with pytest.raises(error):
        change_settings(organ, {"acronym": "XX", **changes})
    assert settings_of(organ) == before


def test_what_the_file_said_and_what_was_changed_live_are_told(organ):
    remember_applied(
        api.portal.get(),
        "deliberations",
        expand(flatten(DeliberationsSettings(assemblies=(CONSEIL,)))),
    )
    change_settings(organ, {"acronym": "CP"})
    found = {one.key: one.origin for one in settings(organ)[0]}
    assert (found["acronym"], found["public"]) == ("live", "default")
