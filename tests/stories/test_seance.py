"""A session is held, loses its connection in the middle, and loses nothing else."""

from meeting_steps import choose
from meeting_steps import create_meeting
from meeting_steps import follow
from meeting_steps import press
from meeting_steps import said
from meeting_steps import take_step
from meeting_steps import validate
from meeting_steps import write_item
from playwright.sync_api import expect
from playwright.sync_api import Page
from town import free_day


TITLE = "Rue des Tanneries – Règlement complémentaire de circulation"
NEXT = "Plaine de jeux de Lesse – Convention d'occupation"
DECIDE = "Article 1er. La circulation est limitée à 30 km/h."
TYPED = " Article 2. Le présent règlement est soumis à l'approbation ministérielle."


def hold(agent, integrator) -> str:
    """Bring two items to a council whose minutes are begun; return its address."""
    creator = agent("julie.pirotte")
    for title in (TITLE, NEXT):
        write_item(creator, title, DECIDE)
    head = agent("marc.evrard")
    for title in (TITLE, NEXT):
        validate(head, title)
    director = agent("benoit.quoilin")
    page = director.page
    meeting = create_meeting(director, free_day(integrator(), "conseil"))
    for title in (TITLE, NEXT):
        page.get_by_role("checkbox", name=f"Choisir {title}").check()
    press(page, "Présenter les points choisis")
    said(page, "2 points présentés")
    take_step(page, "Geler l'ordre du jour", "Gelée")
    follow(page, "Présences")
    press(page, "Tous présents")
    expect(page.locator("#quorum")).to_contain_text("quorum", ignore_case=True)
    press(page, "Rédiger le PV")
    said(page, "En rédaction du PV")
    return meeting, director


def type_on_the_spot(page: Page, words: str) -> None:
    text = page.locator("#texte-decision")
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def kept(page: Page) -> list[str]:
    """Return the names under which the browser keeps what was not sent."""
    names = "Object.keys(localStorage).filter((key) => key.startsWith('communes:'))"
    return page.evaluate(names)


def test_a_session_loses_nothing_when_the_connection_is_cut(agent, integrator):
    _meeting, director = hold(agent, integrator)
    page = director.page
    follow(page, "Votes et décisions")
    follow(page, TITLE)
    expect(page.locator("#salle-quorum")).to_contain_text("est atteint")
    press(page, "Tous pour")
    expect(page.locator("#vote-corps")).to_contain_text("Adopté")

    director.context.set_offline(True)
    choose(page, "Vote de Pauline Gérouville", "Contre")
    choose(page, "Vote de Simon Archambeau", "Abstention")
    type_on_the_spot(page, TYPED)
    expect(page.locator("[data-saving]").first).to_have_attribute(
        "data-state", "failed"
    )
    assert len(kept(page)) == 2
    page.keyboard.press("Alt+n")
    expect(page.locator("[data-toasts]")).to_contain_text("Pas de connexion")

    director.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_function(
        "!Object.keys(localStorage).some((key) => key.startsWith('communes:'))"
    )
    page.reload()
    expect(page.locator("#texte-decision")).to_contain_text(TYPED.strip())
    expect(page.get_by_role("row", name="Abstentions")).to_contain_text("1")
    expect(page.get_by_role("table", name="Résultat")).to_contain_text("17")
    press(page.locator("#decider"), "Accepter")
    expect(page.locator("#vote-decision")).to_contain_text("Accepté")
    page.keyboard.press("Alt+n")
    expect(page.get_by_role("heading", name=NEXT)).to_be_visible()


def test_what_was_typed_offline_is_there_after_the_page_was_lost(agent, integrator):
    _meeting, director = hold(agent, integrator)
    page = director.page
    follow(page, "Votes et décisions")
    follow(page, NEXT)
    address = page.url
    director.context.set_offline(True)
    choose(page, "Vote de Pauline Gérouville", "Contre")
    type_on_the_spot(page, TYPED)
    page.wait_for_function(
        "Object.keys(localStorage).filter((key) => key.startsWith('communes:'))"
        ".length === 2"
    )
    page.once("dialog", lambda asked: asked.accept())
    page.goto("about:blank")
    director.context.set_offline(False)
    director.open(address)
    expect(page.locator("#texte-decision")).to_contain_text(TYPED.strip())
    page.wait_for_function(
        "!Object.keys(localStorage).some((key) => key.startsWith('communes:'))"
    )
    page.reload()
    expect(page.locator("#texte-decision")).to_contain_text(TYPED.strip())
    group = page.get_by_role("group", name="Vote de Pauline Gérouville", exact=True)
    expect(group.get_by_role("radio", name="Contre")).to_be_checked()
