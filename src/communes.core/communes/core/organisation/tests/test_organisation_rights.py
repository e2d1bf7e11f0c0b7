"""Who must not see the organisation, and who may change it."""

from communes.core.organisation import permissions
from communes.core.testing.town import build_town
from plone import api as plone_api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
import pytest


NOBODY = {"Anonymous": False, "Authenticated": False}
READING = {
    **NOBODY,
    "Member": True,
    "Contributor": False,
    "Editor": False,
    "Reader": False,
    "Reviewer": False,
    "Owner": False,
    "Site Administrator": True,
    "Manager": True,
}
ADMINISTERING = {**READING, "Member": False}
PATHS = {
    "communes.core.Organisation": "organisation",
    "communes.core.Service": "organisation/finances",
    "communes.core.Person": "organisation/bourgmestre",
    "communes.core.Mandate": "organisation/bourgmestre/conseil-2024-12-02",
}
RIGHTS = {
    "View": READING,
    "Access contents information": READING,
    "Modify portal content": ADMINISTERING,
    "Delete objects": ADMINISTERING,
    "Add portal content": ADMINISTERING,
}


@pytest.fixture
def town(portal):
    build_town(portal)
    return portal


@pytest.mark.parametrize("portal_type", PATHS)
@pytest.mark.parametrize("permission", RIGHTS)
def test_each_role_has_the_rights_of_the_specification(town, portal_type, permission):
    obj = town.unrestrictedTraverse(PATHS[portal_type])
    assert obj.portal_type == portal_type
    assert (
        obj.workflow_history["communes_core_organisation_workflow"][-1]["review_state"]
        == "internal"
    )
    found = {}
    for role in RIGHTS[permission]:
        with plone_api.env.adopt_roles([role]):
            found[role] = bool(plone_api.user.has_permission(permission, obj=obj))
    assert found == RIGHTS[permission]


@pytest.mark.parametrize(
    "permission",
    [
        permissions.ADD_ORGANISATION,
        permissions.ADD_SERVICE,
        permissions.ADD_PERSON,
        permissions.ADD_MANDATE,
    ],
)
def test_only_administrators_add(portal, permission):
    found = {}
    for role in ADMINISTERING:
        with plone_api.env.adopt_roles([role]):
            found[role] = bool(plone_api.user.has_permission(permission, obj=portal))
    assert found == ADMINISTERING


@pytest.mark.parametrize("role,seen", [("Anonymous", 0), ("Member", 3)])
def test_a_name_is_not_found_by_a_stranger(town, role, seen):
    if role == "Anonymous":
        logout()
    else:
        login(town, TEST_USER_NAME)
        setRoles(town, TEST_USER_ID, [role])
    # The person, and the seat in the college and in the council.
    assert len(town.portal_catalog(Title="Bourgmestre")) == seen
