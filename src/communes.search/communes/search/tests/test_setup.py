"""The search installs, and leaves nothing behind; the base package patches nothing."""

from communes.search.interfaces import ISearchLayer
from communes.search.settings import core_name
from communes.search.settings import CORE_PREFIX_VARIABLE
from communes.search.settings import is_installed
from plone.app.testing import applyProfile
from plone.browserlayer.utils import registered_layers
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
from zope.component import getUtility
from zope.component import queryMultiAdapter


def records():
    registry = getUtility(IRegistry)
    return [name for name in registry.records if name.startswith("communes.search")]


def test_installed_it_has_a_layer_and_settings(portal):
    assert ISearchLayer in registered_layers()
    assert is_installed()
    assert len(records()) == 4


def test_uninstalled_it_leaves_nothing(portal):
    applyProfile(portal, "communes.search:uninstall")
    assert ISearchLayer not in registered_layers()
    assert not is_installed()
    assert records() == []


def test_installed_twice_changes_nothing(portal):
    portal.portal_registry["communes.search.core"] = "kept"
    applyProfile(portal, "communes.search:default")
    assert portal.portal_registry["communes.search.core"] == "kept"


def test_the_catalogue_is_not_patched(portal):
    assert not hasattr(CatalogTool, "_cs_old_searchResults")


@pytest.mark.parametrize(
    "view", ["suggest-terms", "solr-autocomplete", "search-facets"]
)
def test_views_without_rights_are_closed(portal, http_request, view):
    assert queryMultiAdapter((portal, http_request), name=view) is None


def test_the_core_is_named_after_the_site(portal, monkeypatch):
    assert core_name(portal) == "plone"
    portal.portal_registry["communes.search.core"] = "demo-agents"
    assert core_name(portal) == "demo-agents"
    monkeypatch.setenv(CORE_PREFIX_VARIABLE, "copy.")
    assert core_name(portal) == "copy-demo-agents"
