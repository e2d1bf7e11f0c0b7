"""The main task without a mouse: write an item for the council and propose it."""

from meeting_steps import said
from playwright.sync_api import expect
from playwright.sync_api import Page


TITLE = "Salle des fêtes de Sart-Valmont – Règlement d'occupation"
#: More presses of Tab than any page of the suite has controls.
MOST = 80


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the control of that name has the focus."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        wanted = page.get_by_role(role, name=name, exact=True)
        if focused.count() and focused.and_(wanted).count():
            return
    raise AssertionError(f"« {name} » is not reached with the keyboard")


def test_an_item_is_written_and_proposed_with_the_keyboard_alone(agent):
    page = agent("julie.pirotte").page
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if page.locator("summary:focus", has_text="Nouveau").count():
            break
    page.keyboard.press("Enter")
    tab_to(page, "link", "Point – Conseil communal")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nouveau point")
    tab_to(page, "textbox", "Objet")
    page.keyboard.type(TITLE)
    tab_to(page, "combobox", "Catégorie")
    page.keyboard.type("Secr")
    tab_to(page, "button", "Créer le point")
    page.keyboard.press("Enter")
    said(page, "Le point est créé")
    page.locator("#decision").get_by_role("link", name="Modifier").focus()
    page.keyboard.press("Enter")
    editor = page.frame_locator("iframe").locator("body[contenteditable=true]")
    editor.focus()
    page.keyboard.type("Article unique. D'adopter le règlement.")
    page.get_by_role("button", name="Enregistrer").focus()
    page.keyboard.press("Enter")
    said(page, "Enregistré")
    tab_to(page, "button", "Proposer")
    page.keyboard.press("Enter")
    said(page, "Proposé")
