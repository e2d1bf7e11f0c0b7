"""A police ordinance: written, published and proven, replaced, taken back, checked."""

from agents import Agent
from axe_playwright_python.sync_playwright import Axe
from datetime import date
from meeting_steps import follow
from meeting_steps import press
from meeting_steps import write_text
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Page
import pytest
from test_accessible import NARROW
from test_accessible import TOO_WIDE
from test_faults import wait_for


NATURE = "Ordonnance de police du bourgmestre"
FIRST = "Ordonnance de police – Stationnement interdit rue des Tanneurs"
SECOND = "Ordonnance de police – Stationnement interdit rue des Tanneurs (prolongation)"
TEXT = "Article unique. Le stationnement est interdit rue des Tanneurs, côté pair."
LONGER = "Article unique. L'interdiction est prolongée jusqu'à la fin du chantier."
REASON = "Le chantier s'est terminé plus tôt que prévu."
WRITER, VALIDATOR = "julie.pirotte", "benoit.quoilin"


@pytest.fixture(scope="module")
def portal(house) -> str:
    return house.url.replace("/agents", "/www")


@pytest.fixture
def seated(house, browser, portal):
    """Return a function that seats somebody before the portal, logged in there."""
    found = []

    def seat(login: str) -> Agent:
        one = Agent(house, browser, login, 1280)
        found.append(one)
        one.come_in(f"{portal}/login")
        expect(one.page.locator("[name=__ac_password]")).to_have_count(0)
        return one

    yield seat
    for one in found:
        one.leave()
    assert [line for one in found for line in one.broken] == []


@pytest.fixture
def citizen(house, browser: Browser):
    """Yield the page of somebody without an account, and without scripts."""
    context = browser.new_context(locale="fr-BE", java_script_enabled=False)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def written(writer: Agent, portal: str, title: str, text: str, old: str = "") -> str:
    """Write a publication from « + Nouveau » on; return its address."""
    page = writer.open(f"{portal}/99901")
    page.locator("summary", has_text="Nouveau").click()
    follow(page, "Règlement ou avis – Commune de Valmont-sur-Lesse")
    page.get_by_label("Titre").fill(title)
    page.get_by_label("Nature").select_option(label=NATURE)
    page.get_by_label("Matière").select_option(label="Circulation et stationnement")
    page.get_by_label("Autorité qui a décidé").select_option(label="Bourgmestre")
    page.get_by_label("Date de la décision").fill(date.today().isoformat())
    press(page, "Créer la publication")
    expect(page.get_by_text("Rédigez maintenant son texte")).to_be_visible()
    write_text(page, text)
    page.get_by_label("Rues concernées").fill("Rue des Tanneurs")
    page.get_by_label("Remplace").fill(old)
    press(page, "Enregistrer")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    press(page, "Proposer")
    expect(page.locator(".page-head .tag").first).to_have_text("Proposée")
    return page.url.removesuffix("/view")


def publish(validator: Agent, address: str) -> None:
    """Publish what waits, and see its proof come."""
    page = validator.open(address)
    press(page, "Publier")
    expect(page.locator(".page-head .tag").first).to_have_text("Publiée")

    def proven() -> bool:
        validator.open(address)
        return page.get_by_role("link", name="Télécharger la preuve").count() == 1

    wait_for(proven, "the proof")


def verified(citizen: Page, portal: str, proof: str) -> str:
    """Give a file to the public verifier; return what it says."""
    citizen.goto(f"{portal}/verifier-une-preuve")
    citizen.get_by_label("Preuve de publication").set_input_files(proof)
    press(citizen, "Vérifier")
    return citizen.locator("main").inner_text()


def test_an_ordinance_is_written_proven_replaced_and_checked(
    portal, seated, citizen, browser, tmp_path
):
    writer, validator = seated(WRITER), seated(VALIDATOR)
    first = written(writer, portal, FIRST, TEXT)
    assert citizen.goto(first).url != first or "Tanneurs" not in citizen.content()
    publish(validator, first)

    citizen.goto(f"{portal}/99901/publications?rue=Rue+des+Tanneurs")
    assert "(facultatif)" not in citizen.content()
    citizen.get_by_role("link", name=FIRST).click()
    expect(citizen.locator("article")).to_contain_text("côté pair")
    expect(citizen.locator("main")).to_contain_text("Obligatoire à partir du")
    with citizen.expect_download() as download:
        citizen.get_by_role("link", name="Télécharger la preuve").click()
    proof = str(tmp_path / "preuve.asics")
    download.value.save_as(proof)
    said = verified(citizen, portal, proof)
    assert "La preuve est valable." in said and "publiée depuis le" in said

    reference = first.rpartition("/")[2]
    second = written(writer, portal, SECOND, LONGER, old=reference)
    publish(validator, second)
    citizen.goto(first)
    expect(citizen.locator("main")).to_contain_text("Ce texte est remplacé")
    citizen.get_by_role("link", name="Lire le texte qui le remplace").click()
    expect(citizen.get_by_role("heading", level=1)).to_have_text(SECOND)
    citizen.goto(f"{portal}/99901/publications?rue=Rue+des+Tanneurs")
    expect(citizen.get_by_role("link", name=FIRST, exact=True)).to_have_count(0)

    page = validator.open(second)
    page.get_by_label("Pourquoi le texte est dépublié").fill(REASON)
    press(page, "Dépublier")
    expect(page.locator(".page-head .tag").first).to_have_text("Dépubliée")
    citizen.goto(f"{portal}/99901/publications?vue=registre")
    expect(citizen.locator("main")).to_contain_text(REASON)
    assert SECOND not in citizen.content()
    check_pages(writer, portal, reference)


def check_pages(agent: Agent, portal: str, reference: str) -> None:
    """No finding of axe and nothing cut off, on a telephone and on a desk."""
    shelf = f"{portal}/99901/publications"
    views = (shelf, f"{shelf}?vue=registre", f"{shelf}?vue=preparation")
    pages = (f"{shelf}/nouvelle", f"{shelf}/{reference}", f"{portal}/99901/s-abonner")
    for address in (*views, *pages, f"{portal}/verifier-une-preuve"):
        for width in (NARROW, 1280):
            agent.page.set_viewport_size({"width": width, "height": 800})
            page = agent.open(address)
            found = Axe().run(page).response["violations"]
            assert [one["id"] for one in found] == [], address
            assert page.evaluate(TOO_WIDE) == [], (address, width)
