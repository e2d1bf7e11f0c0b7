"""The search installs, and leaves nothing behind; the base package patches nothing."""

import collective.solr
from collective.solr.interfaces import ISearchDispatcher
from communes.core.jobs.api import pending
from communes.core.jobs.storage import queue_of
from communes.search.indexing.processor import KIND
from communes.search.interfaces import ISearchLayer
from communes.search.settings import core_name
from communes.search.settings import CORE_PREFIX_VARIABLE
from communes.search.settings import is_installed
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.browserlayer.utils import registered_layers
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction
from zope.component import getUtility
from zope.component import queryAdapter
from zope.component import queryMultiAdapter
from zope.configuration import xmlconfig


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


@pytest.fixture
def autoincluded(integration):
    """The configuration of the base package, read after ours, as Plone does."""
    context = integration["configurationContext"]
    xmlconfig.include(context, "configure.zcml", package=collective.solr)
    context.execute_actions(clear=False)


@pytest.mark.usefixtures("autoincluded")
def test_the_catalogue_is_not_patched(portal):
    assert not hasattr(CatalogTool, "_cs_old_searchResults")
    assert queryAdapter(portal.portal_catalog, ISearchDispatcher) is None


@pytest.mark.usefixtures("autoincluded")
@pytest.mark.parametrize(
    "view", ["suggest-terms", "solr-autocomplete", "solr-maintenance"]
)
def test_views_without_rights_are_closed(portal, http_request, view):
    assert queryMultiAdapter((portal, http_request), name=view) is None


def test_what_stood_before_is_noted_for_the_worker(functional):
    site = functional["portal"]
    setRoles(site, TEST_USER_ID, ["Manager"])
    applyProfile(site, "communes.search:uninstall")
    before = pending(site, KIND)
    uid = api.content.create(site, "Document", title="Archives").UID()
    transaction.commit()
    assert pending(site, KIND) == before
    applyProfile(site, "communes.search:default")
    keys = {intent.key for intent in queue_of(site).take(KIND, 1000)}
    assert uid in keys


def test_the_core_is_named_after_the_site(portal, monkeypatch):
    assert core_name(portal) == "plone"
    portal.portal_registry["communes.search.core"] = "demo-agents"
    assert core_name(portal) == "demo-agents"
    monkeypatch.setenv(CORE_PREFIX_VARIABLE, "copy.")
    assert core_name(portal) == "copy-demo-agents"
