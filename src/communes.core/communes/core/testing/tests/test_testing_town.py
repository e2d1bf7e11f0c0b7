"""The fixture town is the town the domain sheet describes."""

from communes.core.organisation import api
from communes.core.testing.town import build_town
from communes.core.testing.town import PASSWORD
from communes.core.testing.town import valmont
from datetime import date
from plone import api as plone_api
import pytest


TODAY = date(2026, 12, 3)


def test_town_has_its_services_and_two_assemblies(portal):
    build_town(portal)
    assert len(api.services(portal)) == 8
    sizes = {
        body: sum(held.votes for held in api.mandates_in_office(portal, body, TODAY))
        for body in ("college", "conseil")
    }
    assert sizes == {"college": 6, "conseil": 19}


def test_the_secretary_sits_last_and_does_not_vote(portal):
    build_town(portal)
    last = api.mandates_in_office(portal, "conseil", TODAY)[-1]
    assert (last.role, last.votes) == ("secrétaire", False)


@pytest.mark.parametrize(
    "user,group",
    [
        ("agente-finances", "valmont-finances-creators"),
        ("cheffe-finances", "valmont-finances-reviewers"),
        ("directrice-generale", "valmont-conseil-meetingmanagers"),
        ("conseiller-1", "valmont-conseil-members"),
    ],
)
def test_an_account_acts_for_its_unit(portal, user, group):
    build_town(portal)
    groups = {one.getId() for one in plone_api.group.get_groups(username=user)}
    assert group in groups
    assert portal.acl_users.authenticate(user, PASSWORD, {}) is not None


def test_building_twice_changes_nothing(portal):
    build_town(portal)
    assert api.apply_organisation(portal, valmont()).nothing
