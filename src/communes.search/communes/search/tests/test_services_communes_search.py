"""``@communes-search`` by HTTP: listed parameters, named refusals, rights."""

from communes.search.testing import work_through
import json
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
from urllib.parse import urlencode


AUDIENCE = "communes.core.shell.interfaces.IShellSettings.audience"
FIELDS_OF = {"facet": "facets"}


class Web:
    """A program that asks the site for JSON; ``get`` returns status and body."""

    def __init__(self, functional, site):
        self.address = site.absolute_url()
        self.browser = Browser(functional["app"])
        self.browser.raiseHttpErrors = False
        self.browser.addHeader("Accept", "application/json")

    def login(self, name, password):
        self.browser.addHeader("Authorization", f"Basic {name}:{password}")

    def get(self, path, **params):
        self.browser.open(f"{self.address}/{path}?{urlencode(params)}")
        status = int(self.browser.headers["status"].split()[0])
        return status, json.loads(self.browser.contents)


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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("core", "other"),
        ("request_handler", "../admin/cores?x="),
        ("fq", "*:*"),
        ("use_solr", "1"),
    ],
)
def test_the_search_of_plone_knows_no_solr(web, name, value):
    status, found = web.get("@search", portal_type="Document", **{name: value})
    assert status == 200
    assert found["items_total"] == 1
