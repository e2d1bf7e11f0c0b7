"""Five tasks of a webmaster in a browser, and how many clicks each takes."""

from agents import Agent
from base64 import b64decode
from communes.web.specimen.drawing import landscape
from datetime import date
from datetime import timedelta
from playwright.sync_api import expect
import pytest
from test_faults import wait_for


WEBMASTER = "noemie.servais"
#: A page of PDF that is as small as one can be.
PDF = b64decode(
    "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8"
    "PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PmVuZG9iagozIDAgb2JqPDwvVHlwZS9QYWdl"
    "L1BhcmVudCAyIDAgUi9NZWRpYUJveFswIDAgMjAwIDIwMF0+PmVuZG9iagp0cmFpbGVyPDwvUm9vdCAx"
    "IDAgUj4+Cg=="
)


class Webmaster(Agent):
    """Counts what is clicked; typing is no click."""

    clicks = 0
    account_mail = "noemie.servais@valmont-sur-lesse.example"

    @property
    def www(self) -> str:
        return self.house.url.replace("/agents", "/www")

    def log_in(self) -> None:
        """Come in by the link at the foot of every page."""
        self.page.goto(f"{self.www}/login")
        self.page.locator("[name=__ac_name]").fill(self.account.login)
        self.page.locator("[name=__ac_password]").fill(self.account.password)
        self.page.locator("[name=__ac_password]").press("Enter")
        expect(self.page.get_by_role("link", name="Site web").first).to_be_visible()

    def visit(self, path: str) -> None:
        """Stand where the task begins; the counting starts anew."""
        self.clicks = 0
        answer = self.page.goto(f"{self.www}/{path}")
        assert answer.status == 200, path

    def click(self, role: str, name: str) -> None:
        """Click one thing and count it."""
        self.page.get_by_role(role, name=name, exact=True).first.click()
        self.clicks += 1


def pdf(name: str) -> dict:
    """Return a small file as a browser sends it."""
    return {"name": name, "mimeType": "application/pdf", "buffer": PDF}


@pytest.fixture
def webmaster(house, browser):
    """Yield the webmaster before a browser, logged in."""
    one = Webmaster(house, browser, WEBMASTER, 1280)
    one.log_in()
    yield one
    one.leave()
    assert one.broken == []


@pytest.fixture
def citizen(browser):
    """Yield the page of somebody without an account."""
    context = browser.new_context(locale="fr-BE")
    yield context.new_page()
    context.close()


def test_a_piece_of_news_is_published_in_three_clicks(webmaster, citizen):
    webmaster.visit("actualites")
    webmaster.click("link", "Nouvelle actualité")
    page = webmaster.page
    page.locator("[name=title]").fill("La rue du Pont est rouverte")
    page.locator("[name=description]").fill("Depuis ce matin, dans les deux sens.")
    webmaster.click("button", "Enregistrer")
    webmaster.click("button", "Publier")
    expect(page.get_by_role("main")).to_contain_text("Publié")
    assert webmaster.clicks == 3
    citizen.goto(f"{webmaster.www}/actualites")
    expect(citizen.get_by_role("main")).to_contain_text("La rue du Pont est rouverte")


def test_exceptional_hours_are_changed_in_two_clicks(webmaster, citizen):
    day = date.today() + timedelta(days=40)
    webmaster.visit("annuaire/bibliotheque")
    webmaster.click("link", "Horaire exceptionnel")
    page = webmaster.page
    page.locator("[name=first]").fill(day.isoformat())
    page.locator("[name=label]").fill("Inventaire")
    webmaster.click("button", "Enregistrer")
    expect(page.get_by_role("main")).to_contain_text("Inventaire")
    assert webmaster.clicks == 2
    citizen.goto(f"{webmaster.www}/annuaire/bibliotheque")
    expect(citizen.get_by_role("main")).to_contain_text("Inventaire")


def test_an_event_with_its_photo_is_published_in_six_clicks(webmaster, citizen):
    day = date.today() + timedelta(days=12)
    webmaster.visit("agenda")
    webmaster.click("link", "Nouvel événement")
    page = webmaster.page
    page.locator("[name=title]").fill("Concert sous les tilleuls")
    page.locator("[name=first_day]").fill(day.isoformat())
    page.locator("[name=first_hour]").fill("20:00")
    webmaster.click("button", "Enregistrer")
    photo = {"name": "place.jpg", "mimeType": "image/jpeg", "buffer": landscape(3).data}
    page.locator("input[type=file]").first.set_input_files(photo)
    webmaster.click("button", "Envoyer les photos")
    words = page.locator("[name^='alternative.']").first
    words.fill("La place un soir d'été")
    webmaster.click("button", "Enregistrer les textes")
    expect(page.locator("#mots")).to_be_visible()
    webmaster.click("link", "Concert sous les tilleuls")
    webmaster.click("button", "Publier")
    expect(page.get_by_role("main")).to_contain_text("Publié")
    assert webmaster.clicks == 6
    citizen.goto(f"{webmaster.www}/agenda?q=tilleuls")
    expect(citizen.get_by_role("main")).to_contain_text("Concert sous les tilleuls")


def test_a_form_is_replaced_in_five_clicks(webmaster, citizen):
    webmaster.visit("vivre-ici/nouveaux/fichiers")
    page = webmaster.page
    page.locator("input[type=file]").set_input_files(pdf("formulaire-2025.pdf"))
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("main")).to_contain_text("formulaire-2025")
    webmaster.visit("vivre-ici/nouveaux")
    webmaster.click("link", "Modifier")
    webmaster.click("link", "Fichiers")
    page.locator("input[type=file]").set_input_files(pdf("formulaire-2026.pdf"))
    webmaster.click("button", "Envoyer")
    expect(page.get_by_role("main")).to_contain_text("formulaire-2026")
    webmaster.click("button", "Retirer")
    sure = page.get_by_role("dialog").get_by_role("button", name="Retirer")
    sure.click()
    webmaster.clicks += 1
    expect(page.locator(".files")).not_to_contain_text("formulaire-2025")
    expect(page.locator(".files")).to_contain_text("formulaire-2026")
    assert webmaster.clicks == 5


def brought_in(webmaster: Webmaster, *addresses: str) -> None:
    """Put people who agreed on paper on the list."""
    webmaster.visit("lettre/abonnes-importer")
    rows = "\n".join(("adresse", *addresses)).encode()
    file = {"name": "salon.csv", "mimeType": "text/csv", "buffer": rows}
    page = webmaster.page
    page.locator("input[type=file]").set_input_files(file)
    page.locator("[name=source]").fill("Salon des associations, listes signées")
    page.locator("[name=jour]").fill(date.today().isoformat())
    page.get_by_role("button", name="Inscrire ces personnes").click()
    expect(page.get_by_role("main")).to_contain_text("inscrite")


def tells_how_far(page) -> bool:
    """Look again whether the worker has begun to send."""
    page.reload()
    return "Avancement" in page.get_by_role("main").inner_text()


def test_a_newsletter_is_sent_in_eight_clicks(webmaster):
    brought_in(webmaster, "anne@valmont.example", "luc@valmont.example")
    webmaster.visit("lettre/gestion")
    webmaster.click("link", "Nouveau numéro")
    page = webmaster.page
    page.locator("[name=title]").fill("Cette semaine à Valmont")
    webmaster.click("button", "Créer")
    webmaster.click("link", "Choisir dans le site")
    page.locator("input[type=checkbox]").first.check()
    webmaster.clicks += 1
    webmaster.click("button", "Ajouter au numéro")
    page.locator("[name=adresse]").fill(webmaster.account_mail)
    webmaster.click("button", "Envoyer un test")
    webmaster.click("button", "Envoyer maintenant")
    page.get_by_role("dialog").get_by_role("button", name="Envoyer").click()
    webmaster.clicks += 1
    wait_for(lambda: tells_how_far(page), "how far the newsletter has gone")
    assert webmaster.clicks == 8
