"""``@search`` by HTTP: the shape of plone.restapi, typed, with the search behind it."""

from communes.search.clients.solr import SolrClient
from communes.search.settings import URL_VARIABLE
from communes.search.testing import work_through
from communes.search.tests.web import Web
import json
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest


AUDIENCE = "communes.core.shell.interfaces.IShellSettings.audience"
DEAD = "http://127.0.0.1:9/solr"


@pytest.fixture
def web(functional, site):
    api.portal.set_registry_record(AUDIENCE, "public")
    site.portal_workflow.setChainForPortalTypes(
        ["Document", "Folder"], "simple_publication_workflow"
    )
    folder = api.content.create(site, "Folder", "place", title="Dossier des voiries")
    api.content.transition(folder, "publish")
    for container, name in ((folder, "alpha"), (folder, "beta"), (site, "gamma")):
        page = api.content.create(
            container, "Document", name, title=f"Voirie {name}", description="Égout"
        )
        api.content.transition(page, "publish")
    api.content.create(site, "Document", "private", title="Voirie privée")
    work_through(site)
    return Web(functional, site)


def titles(found):
    return [item["title"] for item in found["items"]]


def test_text_is_found_in_the_shape_of_restapi(web):
    status, found = web.get("@search", SearchableText="voiries", portal_type="Document")
    assert status == 200
    assert set(titles(found)) == {"Voirie alpha", "Voirie beta", "Voirie gamma"}
    assert found["items_total"] == 3
    assert found["degraded"] is False
    assert set(found["items"][0]) == {
        "@id", "@type", "description", "review_state", "title", "type_title"
    }  # fmt: skip


def test_who_may_see_more_finds_more(web):
    web.login(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    assert web.get("@search", SearchableText="voirie privée")[1]["items_total"] >= 1


def test_pages_are_linked(web):
    _status, found = web.get(
        "@search", SearchableText="voirie", b_size="1", sort_on="sortable_title",
        portal_type="Document",
    )  # fmt: skip
    assert (found["items_total"], titles(found)) == (3, ["Voirie alpha"])
    assert "b_start=1" in found["batching"]["next"]
    web.browser.open(found["batching"]["last"])
    assert titles(json.loads(web.browser.contents)) == ["Voirie gamma"]


def test_a_place_counts_and_so_does_its_depth(web):
    _status, found = web.get("place/@search", SearchableText="voirie")
    assert found["items_total"] == 3
    _status, found = web.get(
        "@search", **{"SearchableText": "voirie", "path.depth": "1"}
    )
    assert set(titles(found)) == {"Dossier des voiries", "Voirie gamma"}


def test_what_only_the_catalogue_knows_narrows_the_matches(web):
    _status, found = web.get("@search", SearchableText="voiries", getId="beta")
    assert titles(found) == ["Voirie beta"]
    _status, found = web.get("@search", SearchableText="voiries", sort_on="getId")
    assert titles(found)[:2] == ["Voirie alpha", "Voirie beta"]


def test_fields_beside_are_those_of_the_catalogue(web):
    _status, found = web.get(
        "@search", SearchableText="beta", metadata_fields=["UID", "getObject"]
    )
    item = found["items"][0]
    assert item["UID"] == web.site.place.beta.UID()
    assert "getObject" not in item


def test_whole_objects_are_few_and_may_be_viewed(web):
    _status, found = web.get("@search", SearchableText="beta", fullobjects="1")
    assert found["items"][0]["UID"] == web.site.place.beta.UID()
    status, _refusal = web.get("@search", fullobjects="1", b_size="51")
    assert status == 400


def test_a_listing_without_text_never_asks_solr(web, monkeypatch):
    monkeypatch.setattr(SolrClient, "select", None)
    status, found = web.get(
        "@search", portal_type="Document", sort_on="getId", sort_order="descending"
    )
    assert (status, titles(found)[0]) == (200, "Voirie gamma")


@pytest.mark.parametrize("more", [{}, {"getId": "beta"}])
def test_without_solr_the_catalogue_answers_and_it_is_said(web, monkeypatch, more):
    monkeypatch.setenv(URL_VARIABLE, DEAD)
    status, found = web.get("@search", SearchableText="voirie beta", **more)
    assert (status, titles(found), found["degraded"]) == (200, ["Voirie beta"], True)


def test_no_words_find_nothing(web):
    for text in ("", " ", "*", "()"):
        _status, found = web.get("@search", SearchableText=text)
        assert (found["items"], found["items_total"]) == ([], 0)


def test_types_left_out_of_the_search_of_the_site_are_left_out_when_asked(web):
    api.portal.set_registry_record("plone.types_not_searched", ("Document",))
    work_through(web.site)
    _status, found = web.get(
        "@search", SearchableText="voiries", use_site_search_settings="1"
    )
    assert titles(found) == ["Dossier des voiries"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("core", "other"),
        ("request_handler", "../admin/cores?x="),
        ("fq", "*:*"),
        ("fl", "*"),
        ("use_solr", "1"),
        ("rows", "1000000000"),
        ("b_size", "1000000000"),
        ("b_start", "-1"),
        ("show_inactive", "1"),
        ("allowedRolesAndUsers", "Manager"),
        ("summary_serializer_metadata", "x"),
        ("sort_on", "allowedRolesAndUsers"),
        ("SearchableText", "x" * 10_000),
        ("modified", "hier"),
    ],
)
def test_what_is_not_offered_is_refused_by_name(web, name, value):
    status, refusal = web.get("@search", **{name: value})
    assert status == 400
    assert refusal["error"]["field"] == name
    assert "«" in refusal["error"]["message"] or "trop longue" in str(refusal)


def test_a_listing_of_a_collection_that_asks_for_text_is_answered_by_solr(web):
    asked = [
        {
            "i": "SearchableText",
            "o": "plone.app.querystring.operation.string.contains",
            "v": "égouts",
        }
    ]
    collection = api.content.create(
        web.site, "Collection", "roads", query=asked, sort_on="sortable_title"
    )
    found = [one.getId() for one in collection.results(batch=False)]
    assert found == ["alpha", "beta", "gamma"]


def test_a_collection_without_solr_is_answered_by_the_catalogue(web, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, DEAD)
    asked = [
        {
            "i": "SearchableText",
            "o": "plone.app.querystring.operation.string.contains",
            "v": "égout",
        }
    ]
    collection = api.content.create(web.site, "Collection", "roads", query=asked)
    assert len(collection.results(batch=False)) == 3
