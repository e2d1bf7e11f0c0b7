"""An agent meets the pages of the suite; Plone's own are for who sets the site up."""

import base64
import json
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction


AGENT = (TEST_USER_NAME, TEST_USER_PASSWORD)
INTEGRATOR = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

PAGES = (
    "folder_contents",
    "@@folder_contents",
    "edit",
    "content_status_history",
    "content_status_modify?workflow_action=submit",
    "@@historyview",
    "manage_main",
    "selectViewTemplate",
    "object_rename",
    "delete_confirmation",
    "++add++Document",
    "@@sitemap",
    "sitemap.xml.gz",
    "search_rss",
    "author/test-user",
    "@@member-search",
    "contact-info",
    "full_view",
    "@@getVocabulary?name=plone.app.vocabularies.Users",
    "objectIds",
    "acl_users/@@sitemap",
)
SERVICES = (
    "@actions",
    "@comments",
    "@contextnavigation",
    "@history",
    "@navigation",
    "@querystring-search",
    "@sharing",
    "@types",
    "@users",
    "@vocabularies/plone.app.vocabularies.Groups",
    "@workflow",
)


@pytest.fixture
def site(functional):
    """Return a site whose root any of its accounts may fill and edit."""
    site = functional["portal"]
    site.manage_permission("Modify portal content", ["Member", "Manager"])
    site.manage_permission("Add portal content", ["Member", "Manager"])
    transaction.commit()
    return site


@pytest.fixture
def ask(functional, site):
    def ask(path, account=AGENT, method="GET", body=b"", accept="text/html", **more):
        token = base64.b64encode(":".join(account).encode()).decode()
        headers = {"Accept": accept, **more}
        if account != ("", ""):
            headers["Authorization"] = f"Basic {token}"
        return Browser(functional["app"]).testapp.request(
            f"{site.absolute_url()}/{path}",
            method=method,
            headers=headers,
            body=body,
            expect_errors=True,
        )

    return ask


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_plone_does_not_exist_for_an_agent(ask, page):
    answer = ask(page)
    # Plone itself sends away those who lack its permission.
    assert answer.status_int in (302, 404)
    if answer.status_int == 302:
        assert "require_login" in answer.headers["Location"]


@pytest.mark.parametrize("page", ["folder_contents", "@@historyview", "@@sitemap"])
def test_an_integrator_keeps_the_pages_of_plone(ask, page):
    assert ask(page, INTEGRATOR).status_int == 200


@pytest.mark.parametrize(
    "page",
    [
        "",
        "@@tableau-de-bord",
        "@@personal-information",
        "plonejsi18n?domain=widgets&language=fr",
    ],
)
def test_an_agent_opens_the_pages_meant_for_agents(ask, page):
    assert ask(page).status_int == 200


@pytest.mark.parametrize("service", SERVICES)
def test_a_generic_service_is_closed_to_an_agent_with_a_sentence(ask, service):
    answer = ask(service, accept="application/json")
    assert answer.status_int in (401, 403)
    if answer.status_int == 403:
        assert answer.json["error"]["code"] == "closed_service"
        assert "règles métier" in answer.json["error"]["message"]


def test_a_generic_write_changes_nothing(ask, site):
    body = json.dumps({"title": "Autre"}).encode()
    kind = {"accept": "application/json", "Content-Type": "application/json"}
    before = site.title
    assert ask("", method="PATCH", body=body, **kind).status_int == 403
    transaction.begin()
    assert site.title == before


@pytest.mark.parametrize("method", ["PROPFIND", "PUT", "MKCOL", "LOCK", "DELETE"])
def test_an_agent_can_not_go_around_by_webdav(ask, method):
    assert ask("", method=method, accept="*/*").status_int >= 400


def test_an_integrator_keeps_the_services(ask):
    assert ask("@types", INTEGRATOR, accept="application/json").status_int == 200


@pytest.mark.parametrize("query", ["b_size=501", "b_size=-1", "b_size=x", "b_start=-1"])
def test_a_search_is_served_page_by_page(ask, query):
    answer = ask(f"@search?{query}", accept="application/json")
    assert answer.status_int == 400
    assert answer.json["error"]["code"] == "too_many_rows"


def test_a_search_of_500_rows_is_served(ask):
    assert ask("@search?b_size=500", accept="application/json").status_int == 200


def test_expansion_does_not_open_what_is_closed(ask):
    answer = ask("?expand=workflow,actions", accept="application/json")
    assert answer.json["error"]["code"] == "no_expansion"


# The older script for lost passwords answers otherwise for an account that exists.
@pytest.mark.parametrize(
    "page",
    [
        "acl_users/@@sitemap",
        "++plone++static/@@sitemap",
        "mail_password?userid=admin",
        "mail_password_form",
    ],
)
def test_the_way_in_is_no_way_around_the_door(ask, page):
    answer = ask(page, ("", ""))
    assert answer.status_int == 302
    assert "login?came_from" in answer.headers["Location"]


def test_a_public_site_keeps_the_pages_of_plone(ask):
    record = "communes.core.shell.interfaces.IShellSettings.audience"
    api.portal.set_registry_record(record, "public")
    transaction.commit()
    assert ask("@@sitemap").status_int == 200
