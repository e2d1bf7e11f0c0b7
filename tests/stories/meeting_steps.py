"""What people do with items and meetings, click by click."""

from agents import Agent
from datetime import date
from playwright.sync_api import expect
from playwright.sync_api import Page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def choose(page: Page, group: str, name: str) -> None:
    """Choose one of a few, side by side."""
    found = page.get_by_role("group", name=group, exact=True)
    found.get_by_role("radio", name=name, exact=True).check()


def confirm(page: Page, verb: str) -> None:
    """Answer the question asked before something that can not be taken back."""
    page.get_by_role("dialog").get_by_role("button", name=verb, exact=True).click()


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("region", name="Messages")).to_contain_text(words)


def write_text(page: Page, words: str) -> None:
    """Type into the editor of a formatted text, once it is there."""
    editor = page.frame_locator("iframe").locator("body[contenteditable=true]")
    editor.click()
    editor.press_sequentially(words)
    expect(editor).to_contain_text(words)


def write_item(agent: Agent, title: str, text: str, *, closed: bool = False) -> str:
    """Write an item for the council, propose it and return its address."""
    page = agent.open()
    page.locator("summary", has_text="Nouveau").click()
    follow(page, "Point – Conseil communal")
    page.get_by_label("Objet").fill(title)
    page.get_by_label("Catégorie").select_option("Marchés publics")
    if closed:
        page.get_by_label("Publicité").select_option("Huis clos")
    press(page, "Créer le point")
    said(page, "Le point est créé")
    address = page.url
    follow(page.locator("#decision"), "Modifier")
    write_text(page, text)
    press(page, "Enregistrer")
    said(page, "Enregistré")
    propose = page.locator("header.page-head").get_by_role("button", name="Proposer")
    propose.first.click()
    said(page, "Proposé")
    return address


def validate(agent: Agent, title: str) -> None:
    """Find an item that waits, from the dashboard, and validate it."""
    page = agent.open()
    follow(page, title)
    press(page, "Valider")
    said(page, "Validé")


def create_meeting(agent: Agent, day: date) -> str:
    """Create a meeting of the council and return its address."""
    page = agent.open()
    page.locator("summary", has_text="Nouveau").click()
    follow(page, "Séance – Conseil communal")
    page.get_by_label("Date et heure de la séance").fill(f"{day.isoformat()}T20:00")
    press(page, "Créer la séance")
    said(page, "La séance est créée")
    return page.url


def agenda_of(page: Page) -> list[str]:
    """Return the titles on the agenda, in their order."""
    return page.locator(
        "[data-reorder] [data-item] td:nth-child(2) a"
    ).all_inner_texts()


def take_step(page: Page, name: str, state: str) -> None:
    """Take a step of the meeting; its question is answered with yes."""
    press(page, name)
    confirm(page, name)
    said(page, state)
