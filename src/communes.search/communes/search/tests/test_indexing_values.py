"""What is sent of an object is what the catalogue reads of it."""

from communes.search.indexing.document import LISTS
from communes.search.indexing.document import MOMENTS
from communes.search.indexing.document import TEXTS
from communes.search.indexing.values import _value
from communes.search.indexing.values import values_of
from plone import api
from plone.indexer.interfaces import IIndexableObject
from plone.indexer.interfaces import IIndexer
import pytest
from zope.component import getMultiAdapter
from zope.component import getSiteManager
from zope.interface import Interface


KINDS = ("Document", "Folder", "File", "News Item", "Event", "Link")


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_is_that_of_plone_indexer(site, kind):
    obj = api.content.create(
        site, kind, "one", title="Égouts", description="Rue Basse", subject=("Voirie",)
    )
    catalog = api.portal.get_tool("portal_catalog")
    indexable = getMultiAdapter((obj, catalog), IIndexableObject)
    value_of = values_of(obj, catalog)
    for name in (*TEXTS, *LISTS, *MOMENTS, "no_such_value", "acl_users"):
        assert value_of(name) == _value(indexable, name), name


def test_an_indexer_of_the_object_s_own_comes_first(site):
    obj = api.content.create(site, "Document", "one", title="Égouts")
    catalog = api.portal.get_tool("portal_catalog")
    registry = getSiteManager()
    wanted = (Interface, Interface), IIndexer, "getId"
    registry.registerAdapter(lambda *_what: lambda: "another", *wanted)
    try:
        assert values_of(obj, catalog)("getId") == "another"
    finally:
        registry.unregisterAdapter(None, *wanted)
    assert values_of(obj, catalog)("getId") == "one"
