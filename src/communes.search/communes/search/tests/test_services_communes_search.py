"""``@communes-search`` by HTTP: listed parameters, named refusals, rights."""

from communes.search.testing import work_through
from communes.search.tests.web import Web
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest


AUDIENCE = "communes.core.shell.interfaces.IShellSettings.audience"
FIELDS_OF = {"facet": "facets"}


@pytest.fixture
def web(functional, site):
    # A stranger asks: on a site for agents they would meet the login only.
    api.portal.set_registry_record(AUDIENCE, "public")
    site.portal_workflow.setChainForPortalTypes(
        ["Document"], "simple_publication_workflow"
    )
    public = api.content.create(site, "Document", "public", title="Voirie publique")
    api.content.transition(public, "publish")
    api.content.create(site, "Document", "private", title="Voirie privée")
    work_through(site)
    return Web(functional, site)


def test_a_program_finds_what_it_may_see(web):
    status, found = web.get("@communes-search", q="voiries", facet="type")
    assert status == 200
    assert [item["title"] for item in found["items"]] == ["Voirie publique"]
    assert found["items_total"] == 1
    assert found["facets"] == {"portal_type": [{"value": "Document", "count": 1}]}
    assert found["degraded"] is False
    assert (found["cursor"], found["best_bets"], found["did_you_mean"]) == ("", [], "")


def test_the_text_is_quoted_escaped_where_the_words_stand(web):
    page = web.site["public"]
    page.description = "Les <b>voiries</b> du centre"
    page.reindexObject()
    work_through(web.site)
    _status, found = web.get("@communes-search", q="voirie", snippets="1")
    quoted = found["items"][0]["snippet"]
    assert "&lt;b&gt;<mark>voiries</mark>&lt;/b&gt;" in quoted


def test_what_was_meant_is_said_when_nothing_is_found(web):
    _status, found = web.get("@communes-search", q="publuqie")
    assert (found["items_total"], found["did_you_mean"]) == (0, "publique")
    _status, found = web.get("@communes-search", q="prviée")
    assert (found["items_total"], found["did_you_mean"]) == (0, "")


def test_pages_by_cursor_go_to_the_end(web):
    status, found = web.get("@communes-search", cursor="*", sort="created", size="1")
    met = [item["UID"] for item in found["items"]]
    while found["cursor"]:
        status, found = web.get(
            "@communes-search", cursor=found["cursor"], sort="created", size="1"
        )
        met += [item["UID"] for item in found["items"]]
    assert status == 200
    assert web.site["public"].UID() in met
    assert len(met) == len(set(met))


def test_a_cursor_that_no_answer_gave_is_a_conflict(web):
    status, refusal = web.get("@communes-search", cursor="AAAA", sort="created")
    assert (status, refusal["error"]["code"]) == (409, "search_cursor_interrupted")


def test_suggestions_are_offered_to_programs(web):
    status, found = web.get("@communes-suggest", q="pub")
    assert (status, found["suggestions"], found["degraded"]) == (
        200,
        ["publique"],
        False,
    )
    assert [item["title"] for item in found["items"]] == ["Voirie publique"]
    _status, found = web.get("@communes-suggest", q="pri")
    assert (found["suggestions"], found["items"]) == ([], [])


def test_a_program_that_may_see_more_finds_more(web):
    web.login(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    _status, found = web.get("@communes-search", q="voirie", type="Document")
    assert found["items_total"] == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("core", "other"),
        ("request_handler", "../other/select"),
        ("fq", "portal_type:Document"),
        ("fl", "*"),
        ("rows", "1000000000"),
        ("size", "1000000000"),
        ("page", "-1"),
        ("q", "x" * 10_000),
        ("facet", "allowedRolesAndUsers"),
        ("sort", "score desc"),
        ("modified_from", "hier"),
        ("snippets", "yes"),
        ("cursor", "{!x}"),
    ],
)
def test_what_is_not_offered_is_refused_by_name(web, name, value):
    status, refusal = web.get("@communes-search", **{name: value})
    assert status == 400
    assert refusal["error"]["type"] == "InvalidInput"
    assert refusal["error"]["field"] in (name, FIELDS_OF.get(name))


@pytest.mark.parametrize("text", ['"', "(((", "*oirie", "voirie\x00", "{!func}x", "\\"])
def test_hostile_text_is_harmless(web, text):
    status, found = web.get("@communes-search", q=text)
    assert status == 200
    assert found["degraded"] is False
