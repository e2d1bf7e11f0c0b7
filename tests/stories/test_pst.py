"""The general director: the plan of the mandate, from a new action to a report."""

from agents import Agent
from playwright.sync_api import expect
import pytest
from test_accessible import findings
from test_accessible import NARROW
from test_accessible import TOO_WIDE


PLAN = "pst/pst-2024-2030"
TITLE = "Planter cent arbres le long du Ravel"
#: The pages of a plan, then those of the action the story makes.
PAGES = (
    "view",
    "arbre",
    "tableaux",
    "chronologie?voir=actions",
    "budget",
    "risques",
    "odd",
    "comparer",
    "evaluations",
    "documents",
    "publication",
    "reglages",
)
TABS = ("view", "moyens", "indicateurs", "risques", "liens", "annexes", "historique")


@pytest.fixture(scope="module")
def director(house, browser):
    """Yield the general director, logged in."""
    one = Agent(house, browser, "benoit.quoilin", 1280)
    one.log_in()
    yield one
    one.leave()


@pytest.fixture(scope="module")
def action(director) -> str:
    """Make an action under the first operational objective; return its address."""
    page = director.open(f"{PLAN}/arbre")
    page.get_by_role("button", name="Actions").click()
    page.locator(".pst-l3 > .pst-node a").first.click()
    page.get_by_role("link", name="Ajouter : action").click()
    page.get_by_label("Intitulé").fill(TITLE)
    page.get_by_label("Travaux et voirie").first.check()
    page.get_by_role("button", name="Créer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    return page.url.removesuffix("/view")


def test_an_action_is_made_moved_on_measured_and_reported(director, action):
    page = director.open(f"{action}/view")
    page.get_by_role("button", name="Mettre à agender").click()
    expect(page.get_by_text("est maintenant")).to_be_visible()
    page.get_by_role("button", name="Démarrer").click()
    expect(page.locator(".page-head .tag").first).to_have_text("En cours")
    page = director.open(f"{action}/indicateurs")
    page.get_by_text("Ajouter un indicateur").click()
    page.get_by_label("Ce qui est mesuré").fill("Arbres plantés")
    page.get_by_label("Cible 2027").fill("100")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Noter une mesure").click()
    page.get_by_label("Valeur").fill("25")
    page.get_by_role("button", name="Enregistrer").first.click()
    expect(page.locator("svg.pst-chart").first).to_be_visible()
    page = director.open(f"{action}/view")
    expect(page.get_by_text("25 % · calculé des indicateurs")).to_be_visible()
    page = director.open(f"{PLAN}/comparer")
    # What was added is folded below its parent, with its count.
    for fold in page.locator("main details", has_text=TITLE).all():
        fold.locator("> summary").click()
    expect(page.get_by_text(TITLE).first).to_be_visible()
    page = director.open(f"{PLAN}/documents")
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF").first.click()
    assert taken.value.suggested_filename.endswith("-detailed.pdf")
    assert director.broken == []


def test_the_tree_folds_without_a_script(house, browser, director, action):
    context = browser.new_context(
        storage_state=director.context.storage_state(), java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{house.url}/{PLAN}/arbre")
    branch = page.locator(".pst-l3 > details").first
    assert branch.get_attribute("open") is None
    branch.locator("summary").first.click()
    expect(branch.locator("ul").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_page_of_the_plan(director, name):
    page = director.open(f"{PLAN}/{name}")
    assert findings(page) == []


@pytest.mark.parametrize("name", TABS)
def test_axe_finds_nothing_on_a_tab_of_an_action(director, action, name):
    page = director.open(f"{action}/{name}")
    assert findings(page) == []


def test_nothing_is_cut_off_on_a_narrow_screen(director, action):
    director.page.set_viewport_size({"width": NARROW, "height": 640})
    cut = {}
    for address in (
        *(f"{PLAN}/{name}" for name in PAGES),
        *(f"{action}/{name}" for name in TABS),
    ):
        found = director.open(address).evaluate(TOO_WIDE)
        if found:
            cut[address] = found
    director.page.set_viewport_size({"width": 1280, "height": 800})
    assert cut == {}
