"""A council meeting from the first click to the minutes, by the people who hold it."""

from io import BytesIO
from meeting_steps import agenda_of
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
from pypdf import PdfReader
from town import free_day


ROAD = "Réfection de la rue du Moulin – Approbation des conditions du marché"
HEDGE = "Entretien des haies communales – Fixation des conditions"
SEAT = "Intercommunale de la Lesse – Désignation d'un représentant"
DECIDE = "Article unique. D'approuver les conditions."


def put_in_order(page: Page) -> None:
    """Order the agenda: a button moves a line down, the keyboard brings it back."""
    first, second, *_rest = agenda_of(page)
    with saved(page):
        page.get_by_role("button", name=f"Descendre {first}").click()
    assert agenda_of(page)[:2] == [second, first]
    page.get_by_role("button", name=f"Déplacer {first}").focus()
    with saved(page):
        page.keyboard.press("Alt+ArrowUp")
    page.reload()
    assert agenda_of(page)[:2] == [first, second]


def saved(page: Page):
    """Wait until the server has answered the move made in the block."""
    return page.expect_response(lambda answer: "agenda-deplacer" in answer.url)


def note_attendance(page: Page) -> None:
    """Everybody is there but one, who is excused."""
    follow(page, "Présences")
    press(page, "Tous présents")
    expect(page.locator("#quorum")).to_contain_text("quorum", ignore_case=True)
    choose(page, "Présence de Luc Tinant", "Excusé")
    expect(page.locator("#seance-tete")).to_contain_text("18 présents sur 19")


def vote_by_name(page: Page, title: str) -> None:
    """All in favour but two: one against, one abstention."""
    follow(page, title)
    press(page, "Tous pour")
    expect(page.locator("#vote-corps")).to_contain_text("Adopté")
    choose(page, "Vote de Pauline Gérouville", "Contre")
    expect(page.get_by_role("table", name="Résultat")).to_contain_text("17")
    choose(page, "Vote de Simon Archambeau", "Abstention")
    expect(page.get_by_role("row", name="Abstentions")).to_contain_text("1")


def vote_in_secret(page: Page, title: str) -> None:
    """A sum that is not that of the voters is refused; the right one is kept."""
    follow(page, title)
    page.locator("summary", has_text="Vote à main levée").click()
    follow(page, "Scrutin secret")
    for label, count in (("Pour", "10"), ("Contre", "4")):
        page.locator("#vote-secret").get_by_label(label, exact=True).fill(count)
    press(page, "Enregistrer le scrutin")
    expect(page.locator("[data-toasts]")).to_contain_text("18")
    page.locator("#vote-secret").get_by_label("Contre", exact=True).fill("8")
    press(page, "Enregistrer le scrutin")
    expect(page.locator("#vote-corps")).to_contain_text("Adopté")


def decide(page: Page) -> None:
    press(page.locator("#decider"), "Accepter")
    expect(page.locator("#vote-decision")).to_contain_text("Accepté")


def minutes_of(page: Page) -> str:
    """Download the public minutes and return their words."""
    follow(page, "Documents")
    row = page.get_by_role("row", name="Procès-verbal").first
    with page.expect_download() as waiting:
        row.get_by_role("link", name="PDF").first.click()
    data = waiting.value.path().read_bytes()
    pages = PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def test_a_meeting_from_the_first_click_to_the_minutes(agent, integrator):
    creator = agent("julie.pirotte")
    for title in (ROAD, HEDGE):
        write_item(creator, title, DECIDE)
    closed = write_item(creator, SEAT, DECIDE, closed=True)
    head = agent("marc.evrard")
    for title in (ROAD, HEDGE, SEAT):
        validate(head, title)

    director = agent("benoit.quoilin")
    page = director.page
    meeting = create_meeting(director, free_day(integrator(), "conseil"))
    for title in (ROAD, HEDGE, SEAT):
        page.get_by_role("checkbox", name=f"Choisir {title}").check()
    press(page, "Présenter les points choisis")
    said(page, "3 points présentés")
    councillor = agent("pauline.gerouville")
    assert councillor.page.goto(meeting).status == 403
    expect(councillor.page.get_by_text(ROAD)).to_have_count(0)
    put_in_order(page)
    take_step(page, "Geler l'ordre du jour", "Gelée")
    councillor.open(meeting)
    expect(councillor.page.get_by_role("link", name=ROAD)).to_be_visible()

    note_attendance(page)
    press(page, "Rédiger le PV")
    said(page, "En rédaction du PV")
    follow(page, "Votes et décisions")
    vote_by_name(page, ROAD)
    decide(page)
    vote_by_name(page, HEDGE)
    decide(page)
    vote_in_secret(page, SEAT)
    decide(page)
    take_step(page, "Clôturer", "Clôturée")
    minutes = minutes_of(page)
    assert "Excusé" in minutes and "Luc Tinant" in minutes
    assert "16 voix pour, 1 voix contre (Madame Pauline Gérouville)" in minutes
    assert "1 abstention (Monsieur Simon Archambeau)" in minutes
    assert SEAT not in minutes

    councillor.open("deliberations/college")
    expect(councillor.page.get_by_text("Aucun point ici.")).to_be_visible()
    observer = agent("hugo.massart")
    assert observer.page.goto(closed).status == 403
    expect(observer.page.get_by_role("heading", level=1)).to_be_visible()
    expect(observer.page.get_by_text(SEAT)).to_have_count(0)
