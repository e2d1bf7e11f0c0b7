"""The website for everybody: axe, narrow and wide, with and without scripts."""

from browsing import watched
from playwright.sync_api import expect
import pytest
from test_accessible import findings
from test_accessible import TOO_WIDE


PAGES = {
    "home": "",
    "branch": "vivre-ici",
    "folder": "vivre-ici/logement",
    "page": "vivre-ici/nouveaux",
    "page with contacts": "vivre-ici/logement/presentation",
    "statement": "utile/accessibilite",
    "services": "demarches",
    "service": "demarches/carte-identite",
    "directory": "annuaire",
    "entry": "annuaire/hotel-de-ville",
    "agenda": "agenda",
    "event": "agenda/chaque-semaine-1",
    "proposal": "agenda/proposer",
    "news": "actualites",
    "albums": "albums",
    "album": "albums/album-1",
    "newsletter": "lettre/s-abonner",
    "contact form": "nous-ecrire",
    "search": "chercher?SearchableText=carte",
    "nothing found": "chercher?SearchableText=zzzz",
    "entrances": "je-cherche",
    "plan": "plan-du-site",
    "open data": "donnees-du-site",
}
WIDTHS = (1280, 320)


@pytest.fixture(scope="module")
def www(house):
    """Return the address of the website."""
    return house.url.replace("/agents", "/www")


@pytest.fixture(scope="module", params=["scripts", "no scripts"])
def citizen(request, browser):
    """Yield a page without an account, and what it asked of other hosts or broke."""
    context = browser.new_context(locale="fr-BE")
    context.set_default_timeout(15_000)
    if request.param == "no scripts":
        # axe itself needs scripts: those of the site are kept away instead.
        context.route("**/*.js*", lambda route: route.abort())
    with watched(context) as seen:
        yield seen
    context.close()


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_is_for_everybody_and_asks_no_other_host(citizen, www, name):
    page = citizen.page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        answer = page.goto(f"{www}/{PAGES[name]}")
        assert answer.status == 200
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert findings(page) == [], width
        assert page.evaluate(TOO_WIDE) == [], width
    assert citizen.foreign == [] and citizen.broken == []


def test_the_menu_opens_by_the_keyboard_alone(www, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{www}/vivre-ici/nouveaux")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    branch = page.locator("#menu summary", has_text="Ma commune")
    branch.focus()
    page.keyboard.press("Enter")
    below = page.get_by_role("link", name="Le collège communal")
    expect(below).to_be_visible()
    page.keyboard.press("Escape")
    expect(below).to_be_hidden()
    expect(branch).to_be_focused()
    context.close()


def test_the_menu_is_a_button_on_a_phone_and_open_without_scripts(www, browser):
    for scripts in (True, False):
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, java_script_enabled=scripts
        )
        page = context.new_page()
        page.goto(f"{www}/vivre-ici")
        link = page.locator("#menu").get_by_text("Agenda", exact=True)
        button = page.get_by_role("button", name="Menu")
        if scripts:
            expect(link).to_be_hidden()
            button.click()
            expect(button).to_have_attribute("aria-expanded", "true")
        expect(link).to_be_visible()
        context.close()


def test_an_alert_stays_closed_for_who_closed_it(www, browser):
    context = browser.new_context()
    page = context.new_page()
    page.goto(www)
    alert = page.locator(".site-alert")
    expect(alert).to_be_visible()
    alert.get_by_role("button", name="Fermer").click()
    expect(alert).to_be_hidden()
    page.goto(f"{www}/annuaire")
    expect(page.locator(".site-alert")).to_be_hidden()
    context.close()


def test_a_citizen_finds_a_service_and_who_does_it_in_two_steps(www, browser):
    context = browser.new_context(locale="fr-BE")
    page = context.new_page()
    page.goto(www)
    page.get_by_role("searchbox").first.fill("carte d'identité")
    page.keyboard.press("Enter")
    found = page.locator(".results").get_by_role("link", name="Carte d'identité")
    found.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Carte d'identité")
    expect(page.get_by_role("main")).to_contain_text("22,50")
    context.close()
