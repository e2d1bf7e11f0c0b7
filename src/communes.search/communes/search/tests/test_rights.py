"""Rights changed on a large place reach Solr after the catalogue; nobody sees more."""

from communes.core.jobs.api import failing
from communes.core.jobs.drain import Drainer
from communes.core.jobs.storage import path_of
from communes.core.rights.api import change_below
from communes.search.clients.records import SolrRecords
from communes.search.indexing.document import document_of
from communes.search.pending import follower
from communes.search.pending.api import pending_places
from communes.search.settings import client_of
from communes.search.settings import URL_VARIABLE
from communes.search.testing import work_through
from plone import api
import pytest
import transaction
from zope.component.hooks import setSite


PAGES = 7


@pytest.fixture
def place(site, monkeypatch):
    """A container with pages that "agnes" may read, known to Solr; five are many."""
    monkeypatch.setattr(change_below, "__defaults__", ("", 5))
    monkeypatch.setattr(follower, "SLICE", 3)
    monkeypatch.setattr(follower, "SEEN_SECONDS", 0.0)
    site.portal_workflow.setChainForPortalTypes(
        ["Document", "Folder"], "simple_publication_workflow"
    )
    api.user.create("agnes@valmont.example", "agnes", "Un-mot-de-passe-2026")
    klass = "communes.core.rights.content.ConvergingContainer"
    site.portal_types["Folder"].klass = klass
    place = api.content.create(site, "Folder", "place")
    place.__ac_local_roles__ = {"agnes": ["Reader"]}
    for number in range(PAGES):
        api.content.create(place, "Document", title=f"Voirie {number}")
    work_through(site)
    return place


def close(place):
    place.__ac_local_roles__ = {}
    place.reindexObjectSecurity()
    transaction.commit()


def work(site):
    drainer = Drainer(site.getPhysicalRoot(), lambda: False)
    while drainer.drain(path_of(site)):
        pass
    setSite(site)


def readable_by_agnes(site, place):
    uids = [each.UID() for each in (place, *place.objectValues())]
    found = SolrRecords(client_of(site)).now(uids, ("allowedRolesAndUsers",))
    assert len(found) == PAGES + 1
    return sum("user:agnes" in one["allowedRolesAndUsers"] for one in found.values())


def test_rights_reach_solr_and_then_the_mark_is_lifted(site, place):
    assert readable_by_agnes(site, place) == PAGES + 1
    close(place)
    assert pending_places(site) == ("/plone/place",)
    work(site)
    assert pending_places(site) == ()
    assert readable_by_agnes(site, place) == 0


def test_the_mark_stands_until_searches_see_what_was_sent(site, place, monkeypatch):
    monkeypatch.setattr(follower, "SEEN_SECONDS", 3600.0)
    close(place)
    work(site)
    assert readable_by_agnes(site, place) == 0
    assert pending_places(site) == ("/plone/place",)
    assert [each.intent.payload["after"] for each in failing(site)] == [follower.SENT]


def test_the_mark_stands_as_long_as_solr_is_silent(site, place, monkeypatch):
    url = client_of(site).url
    close(place)
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    work(site)
    assert pending_places(site) == ("/plone/place",)
    monkeypatch.setenv(URL_VARIABLE, url)
    assert readable_by_agnes(site, place) == PAGES + 1
    work(site)
    assert pending_places(site) == ()
    assert readable_by_agnes(site, place) == 0


def test_what_solr_holds_afterwards_is_what_a_whole_document_says(site, place):
    close(place)
    work(site)
    pages = {each.UID(): each for each in place.objectValues()}
    found = SolrRecords(client_of(site)).now(list(pages), ("allowedRolesAndUsers",))
    for uid, obj in pages.items():
        said = document_of(obj)["allowedRolesAndUsers"]
        assert set(found[uid]["allowedRolesAndUsers"]) == set(said)


def test_a_walk_wakes_no_object(site, place):
    close(place)
    transaction.commit()
    for each in place.objectValues():
        each._p_deactivate()
    follower._changes(site, follower.slice_below(site, "/plone/place", None, 99))
    states = {place._tree[name]._p_changed for name in place.objectIds()}
    assert states == {None}
