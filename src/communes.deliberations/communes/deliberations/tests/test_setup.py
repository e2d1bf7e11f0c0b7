"""Installing brings everything, uninstalling leaves nothing, twice changes nothing."""

from communes.deliberations.interfaces import IDeliberationsLayer
from communes.deliberations.setuphandlers import ROLES
from plone import api
from plone.app.testing import applyProfile
from plone.browserlayer.utils import registered_layers
import pytest


TYPES = {
    "communes.deliberations.Advice",
    "communes.deliberations.Assembly",
    "communes.deliberations.ItemTemplate",
    "communes.deliberations.Meeting",
    "communes.deliberations.MeetingItem",
    "communes.deliberations.Minutes",
}
WORKFLOWS = {
    "communes_deliberations_assembly_workflow",
    "communes_deliberations_item_template_workflow",
    "communes_deliberations_meeting_item_workflow",
    "communes_deliberations_meeting_workflow",
    "communes_deliberations_minutes_workflow",
}


def footprint(portal) -> dict[str, set[str]]:
    """Return everything of ours that a site holds, by kind."""
    catalog = api.portal.get_tool("portal_catalog")
    workflow = api.portal.get_tool("portal_workflow")
    chains = workflow.listChainOverrides()
    return {
        "types": {
            one
            for one in api.portal.get_tool("portal_types")
            if one.startswith("communes.deliberations")
        },
        "workflows": {
            one for one in workflow if one.startswith("communes_deliberations")
        },
        "bindings": {one for one, _ in chains if one.startswith("communes.delib")},
        "indexes": {one for one in catalog.indexes() if one.startswith("deliberat")},
        "columns": {one for one in catalog.schema() if one.startswith("deliberat")},
        "roles": set(ROLES) & set(portal.valid_roles()),
        "records": {
            one
            for one in api.portal.get_tool("portal_registry").records
            if one.startswith("communes.deliberations")
        },
        "layers": {
            one.__identifier__
            for one in registered_layers()
            if one is IDeliberationsLayer
        },
    }


def test_installing_brings_types_workflows_indexes_roles_and_layer(portal):
    found = footprint(portal)
    assert found["types"] == TYPES
    assert found["workflows"] == WORKFLOWS
    assert found["bindings"] == TYPES
    assert found["roles"] == set(ROLES)
    assert "deliberations_meeting" in found["indexes"]
    assert "deliberations_privacy" in found["columns"]
    assert found["layers"]


def test_installing_twice_changes_nothing(portal):
    before = footprint(portal)
    applyProfile(portal, "communes.deliberations:default")
    assert footprint(portal) == before


def test_uninstalling_leaves_nothing(portal):
    applyProfile(portal, "communes.deliberations:uninstall")
    left = {kind: found for kind, found in footprint(portal).items() if found}
    assert left == {}


def test_uninstalling_takes_the_roles_out_of_every_permission(portal):
    applyProfile(portal, "communes.deliberations:uninstall")
    names = [one[0] for one in portal.ac_inherited_permissions(1)]
    selected = {
        row["name"]
        for name in names
        for row in portal.rolesOfPermission(name)
        if row["selected"]
    }
    assert not selected & set(ROLES)


@pytest.mark.parametrize("name", sorted(TYPES))
def test_each_type_has_a_schema_and_a_class(portal, name):
    fti = api.portal.get_tool("portal_types")[name]
    assert fti.lookupSchema() is not None
    assert fti.klass.startswith("communes.deliberations.content.")
