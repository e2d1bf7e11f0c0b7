"""The kit installs once, twice the same, and goes without leaving anything."""

from plone.app.testing import applyProfile
from plone.registry.interfaces import IRegistry
import pytest
from zope.component import getUtility


WORKFLOW = "communes_core_organisation_workflow"
TYPES = {
    "communes.core.Annex": (),
    "communes.core.Mandate": (WORKFLOW,),
    "communes.core.Organisation": (WORKFLOW,),
    "communes.core.Person": (WORKFLOW,),
    "communes.core.Service": (WORKFLOW,),
}


def left_behind(portal):
    """Whatever of the site carries the name of the kit."""
    return {
        "types": [id_ for id_ in portal.portal_types.objectIds() if ours(id_)],
        "workflows": [id_ for id_ in portal.portal_workflow.objectIds() if ours(id_)],
        "records": [key for key in getUtility(IRegistry).records if ours(key)],
        "indexes": [id_ for id_ in portal.portal_catalog.indexes() if ours(id_)],
    }


def ours(name):
    return name.startswith(("communes.core", "communes_core"))


@pytest.mark.parametrize("portal_type", TYPES)
def test_each_type_is_installed_with_its_workflow(portal, portal_type):
    fti = portal.portal_types[portal_type]
    assert fti.lookupSchema() is not None
    assert fti.add_permission.startswith("communes.core.Add")
    assert portal.portal_workflow.getChainFor(portal_type) == TYPES[portal_type]


def test_organisation_holds_only_its_own(portal):
    allowed = {
        id_: set(portal.portal_types[id_].allowed_content_types) for id_ in TYPES
    }
    assert allowed["communes.core.Organisation"] == {
        "communes.core.Service",
        "communes.core.Person",
    }
    assert allowed["communes.core.Person"] == {"communes.core.Mandate"}


def test_installing_twice_changes_nothing(portal):
    before = left_behind(portal)
    applyProfile(portal, "communes.core:default")
    assert left_behind(portal) == before


def test_uninstalling_leaves_nothing_behind(portal):
    assert all(left_behind(portal)[key] for key in ("types", "workflows", "records"))
    applyProfile(portal, "communes.core:uninstall")
    assert left_behind(portal) == {
        "types": [],
        "workflows": [],
        "records": [],
        "indexes": [],
    }
