"""Every kind of page for everybody: no finding of axe, nothing cut off on a phone."""

from agents import Agent
from axe_playwright_python.sync_playwright import Axe
from integrator import Integrator
from playwright.sync_api import expect
import pytest
from town import meeting_with_items


NARROW = 320
PAGES = {
    "dashboard": "",
    "solution": "deliberations",
    "list": "deliberations/conseil",
    "meetings": "deliberations/conseil/seances",
    "item": "{item}",
    "new item": "deliberations/conseil/nouveau-point",
    "agenda in preparation": "{coming}",
    "agenda": "{meeting}",
    "attendance": "{meeting}/presences",
    "votes": "{meeting}/scrutins",
    "committees": "{meeting}/commissions",
    "convocation": "{meeting}/convocations",
    "own vote": "{meeting}/mon-vote",
    "statistics": "deliberations/conseil/statistiques",
    "documents": "{meeting}/documents",
    "search": "@@search?SearchableText=voirie",
    "parts": "@@parts",
}
#: What only who sets the site up opens.
INTEGRATORS_PAGES = (
    "@@echanges",
    "@@echanges-correspondants",
    "@@echanges-messages",
    "@@echanges-sources",
)
#: What does not fit the width of the page, by its tag and classes.
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && !one.closest("details:not([open]) > div"))
    .filter((one) => one.getBoundingClientRect().right > room + 1)
    .map((one) => `${one.tagName}.${one.className}`).slice(0, 8);
}"""


@pytest.fixture(scope="module")
def places(house):
    """Return the addresses of a meeting that is being held and of an item of it."""
    director = Integrator(house.url, house.accounts["benoit.quoilin"])
    return meeting_with_items(director)


@pytest.fixture(scope="module")
def director(house, browser):
    """Yield one person who visits every page."""
    one = Agent(house, browser, "benoit.quoilin", 1280)
    one.log_in()
    yield one
    one.leave()


def findings(page) -> list[str]:
    """Return what axe objects to, with the places."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']][:5]}"
        for one in found
    ]


@pytest.mark.parametrize("name", list(PAGES))
def test_axe_finds_nothing(director, places, name):
    page = director.open(PAGES[name].format(**places))
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert findings(page) == []


def test_axe_finds_nothing_on_the_login(house, browser):
    stranger = Agent(house, browser, "benoit.quoilin", 1280)
    page = stranger.open()
    expect(page.get_by_role("heading", level=1)).to_have_text("Connexion")
    found = findings(page)
    stranger.leave()
    assert found == []


@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_is_cut_off_on_a_narrow_screen(director, places, name):
    director.page.set_viewport_size({"width": NARROW, "height": 640})
    page = director.open(PAGES[name].format(**places))
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert page.evaluate(TOO_WIDE) == []
    director.page.set_viewport_size({"width": 1280, "height": 800})


def test_the_pages_of_an_integrator_have_no_finding_and_fit(house, browser):
    integrator = Agent(house, browser, "integrateur", 1280)
    integrator.log_in()
    for path in INTEGRATORS_PAGES:
        page = integrator.open(path)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        assert findings(page) == [], path
        page.set_viewport_size({"width": NARROW, "height": 640})
        assert page.evaluate(TOO_WIDE) == [], path
        page.set_viewport_size({"width": 1280, "height": 800})
    integrator.leave()
