from communes.core.shell.interfaces import Entry
from communes.core.shell.interfaces import INewEntries
from communes.core.shell.interfaces import IShellSettings
from communes.core.theme.interfaces import IBrandingSettings
from html import unescape
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction
from zope.component import provideAdapter
from zope.interface import Interface


@pytest.fixture
def site(functional):
    return functional["portal"]


def browser(functional, name="", password=""):
    made = Browser(functional["app"])
    made.handleErrors = True
    made.raiseHttpErrors = False
    made.addHeader("Accept", "text/html")
    if name:
        made.addHeader("Authorization", f"Basic {name}:{password}")
    return made


def shown(made) -> str:
    """Return the page as a person reads it, accents and not their codes."""
    text = made.contents
    return unescape(text if isinstance(text, str) else text.decode("utf-8"))


@pytest.fixture
def agent(functional):
    return browser(functional, TEST_USER_NAME, TEST_USER_PASSWORD)


@pytest.fixture
def integrator(functional):
    return browser(functional, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def stranger(functional):
    return browser(functional)


@pytest.mark.parametrize(
    "path",
    ["", "@@search?SearchableText=x", "sitemap", "@@tableau-de-bord", "@@parts",
     "author/test-user", "@@contact-info", "rien/du/tout"],
)  # fmt: skip
def test_a_stranger_sees_the_login_and_nothing_else(site, stranger, path):
    stranger.open(f"{site.absolute_url()}/{path}")
    assert 'name="__ac_password"' in shown(stranger)
    assert '<aside class="rail"' not in shown(stranger)


def test_the_login_needs_its_own_files_and_gets_them(site, stranger):
    stranger.open(f"{site.absolute_url()}/login")
    assert stranger.getControl(name="__ac_name")
    for link in ("@@branding.css", "++plone++communes.core/css/shell.css"):
        stranger.open(f"{site.absolute_url()}/{link}")
        assert stranger.headers["status"].startswith("200"), link


def test_a_site_for_the_public_opens_its_pages(site, stranger):
    record = f"{IShellSettings.__identifier__}.audience"
    api.portal.set_registry_record(record, "public")
    transaction.commit()
    stranger.open(f"{site.absolute_url()}/@@search?SearchableText=x")
    assert "Rien ne correspond" in shown(stranger)
    assert '<header class="site-head">' in shown(stranger)
    assert '<aside class="rail"' not in shown(stranger)


def test_an_agent_never_meets_the_toolbar_nor_diazo(site, agent):
    agent.open(f"{site.absolute_url()}/@@tableau-de-bord")
    assert 'id="edit-zone"' not in shown(agent)
    assert "portal-logo" not in shown(agent)
    assert "Administration" not in shown(agent)
    assert "Rien ne vous attend." in shown(agent)
    assert 'href="#contenu"' in shown(agent)
    assert "Se déconnecter" in shown(agent)


def test_the_first_page_of_an_agents_site_is_the_dashboard(site, agent):
    agent.open(site.absolute_url())
    assert "Rien ne vous attend." in shown(agent)


def test_who_has_no_right_reads_our_sentence(site, agent):
    agent.open(f"{site.absolute_url()}/insufficient-privileges")
    assert agent.headers["status"].startswith("403")
    assert "Vous n'avez pas accès à cette page" in shown(agent)


def test_an_integrator_finds_the_way_to_the_settings(site, integrator):
    integrator.open(f"{site.absolute_url()}/@@tableau-de-bord")
    integrator.getLink("Administration", index=0).click()
    assert integrator.headers["status"].startswith("200")
    assert '<aside class="rail"' in shown(integrator)


def test_the_page_shown_is_marked_in_the_rail(site, agent):
    agent.open(f"{site.absolute_url()}/@@tableau-de-bord")
    line = shown(agent).split("<nav aria-label", 1)[1].split("</a>", 1)[0]
    assert 'aria-current="page"' in line


def test_what_may_be_started_stands_under_nouveau(site, agent):
    class Entries:
        def __init__(self, _site, _request):
            pass

        def entries(self):
            return [Entry("Point du Collège", "http://nohost/plone/++add++point")]

    provideAdapter(Entries, (Interface, Interface), INewEntries, "shown")
    agent.open(f"{site.absolute_url()}/@@tableau-de-bord")
    assert "Point du Collège" in shown(agent)


def test_a_missing_page_is_said_in_french_with_its_status(site, agent):
    agent.open(f"{site.absolute_url()}/nulle-part")
    assert agent.headers["status"].startswith("404")
    assert "Cette page n'existe pas" in shown(agent)


def test_what_broke_is_not_shown_to_the_person(site, agent):
    agent.open(f"{site.absolute_url()}/@@tableau-de-bord?page=x")
    assert "Traceback" not in shown(agent)


def test_the_brand_of_the_commune_is_on_every_page(site, agent):
    prefix = IBrandingSettings.__identifier__
    api.portal.set_registry_record(f"{prefix}.commune_name", "Valmont-sur-Lesse")
    api.portal.set_registry_record(f"{prefix}.brand_colour", "#7a1f2b")
    transaction.commit()
    agent.open(f"{site.absolute_url()}/@@tableau-de-bord")
    assert "Valmont-sur-Lesse" in shown(agent)
    address = shown(agent).split("branding.css?v=")[1].split('"')[0]
    agent.open(f"{site.absolute_url()}/@@branding.css?v={address}")
    assert "--brand:#7a1f2b" in shown(agent)
    assert "immutable" in agent.headers["cache-control"]


def test_a_logo_opened_alone_can_run_nothing(site, stranger):
    record = f"{IBrandingSettings.__identifier__}.logo"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    api.portal.set_registry_record(record, svg)
    transaction.commit()
    stranger.open(f"{site.absolute_url()}/@@branding-logo")
    assert stranger.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in stranger.headers["content-security-policy"]
    assert "sandbox" in stranger.headers["content-security-policy"]
