"""What a stranger may not ask of a public site, whatever Plone opens to everybody."""

from plone import api
from plone.testing.zope import Browser
import pytest
import transaction


SERVICES = ("@search?fullobjects=1", "@navigation", "@types", "@actions", "")
HIDDEN = "Registre confidentiel"


@pytest.fixture
def ask(functional):
    site = functional["portal"]
    name = "communes.core.shell.interfaces.IShellSettings.audience"
    api.portal.set_registry_record(name, "public")
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(site, "Document", "hidden", title=HIDDEN)
        page.manage_permission("View", ["Manager"])
    transaction.commit()

    def ask(path, accept="text/html"):
        browser = Browser(functional["app"])
        browser.raiseHttpErrors = False
        browser.addHeader("Accept", accept)
        browser.open(f"{site.absolute_url()}/{path}")
        return browser

    return ask


@pytest.mark.parametrize("service", SERVICES)
def test_no_generic_service_answers_a_stranger(ask, service):
    assert ask(service, "application/json").headers["status"].startswith("404")


def test_no_page_of_plone_names_what_is_hidden(ask):
    for page in ("sitemap", "@@sitemap", "contact-info"):
        answer = ask(f"hidden/{page}")
        assert answer.headers["status"].startswith("404")
        assert HIDDEN not in answer.contents


def test_what_is_public_and_the_way_in_stay_open(ask):
    assert ask("sitemap").headers["status"].startswith("200")
    assert ask("login").headers["status"].startswith("200")
    assert ask("@login", "application/json").headers["status"][:3] != "404"
