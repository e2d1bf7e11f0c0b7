"""The real council meeting on the portal: masked, published, corrected, withdrawn."""

from axe_playwright_python.sync_playwright import Axe
from integrator import Integrator
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Page
import pytest
from test_accessible import TOO_WIDE
from test_faults import wait_for
from test_import import file_with
from test_import import IMPORTS
from test_import import step


SECRET = "Madame Jeanne Marchal, rue du Moulin 12"
MARKED = (
    f'<p>Vu la demande de <span class="donnee-personnelle">{SECRET}</span> du 2 mai '
    "2023 ;</p><p>Considérant le dossier ;</p>"
)
FIRST = "<p>Article unique. D'approuver le compte de l'exercice.</p>"
CORRECTED = "<p>Article unique. D'approuver le compte de l'exercice 2022.</p>"
TITLE = "Compte communal de l'exercice 2022 – Approbation"
REASON = "Publié avant la signature du procès-verbal."


@pytest.fixture
def citizen(house, browser: Browser):
    """Yield the page of somebody without an account, and without scripts."""
    context = browser.new_context(locale="fr-BE", java_script_enabled=False)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def publish(director: Integrator, meeting: str, stage: str) -> dict:
    """Read every item again, mask what is suggested, publish; return what is public."""
    lines = director.get(f"{meeting}/@deliberations-agenda").body["items"]
    for line in lines:
        review = f"{line['@id']}/@deliberations-review"
        for doubt in director.get(review).body["suggestions"]:
            act = {"act": "mask", "key": doubt["key"]}
            if director.post(review, act).status != 200:
                director.post(review, {**act, "act": "leave"})
        assert director.post(review, {"act": "done"}).status == 200
    answer = director.post(f"{meeting}/@deliberations-publicity", {"stage": stage})
    assert answer.status == 200, answer.data
    return answer.body["projection"]


def shows(page: Page, address: str, words: str) -> None:
    """Reload a page of the portal until the worker has brought it the words."""

    def found() -> bool:
        page.goto(address)
        return words in page.content()

    wait_for(found, f"{address}: {words}")


def test_a_council_is_published_corrected_and_read(house, integrator, citizen, browser):
    director, portal = integrator(), house.url.replace("/agents", "/www")
    text = file_with(lambda data: data.update(date="2023-06-19"))
    meeting = imported(director, text)
    lines = director.get(f"{meeting}/@deliberations-agenda").body["items"]
    item = lines[0]["@id"]
    patched = director.patch(
        f"{item}/@deliberations-items", {"motivation": MARKED, "decision": FIRST}
    )
    assert patched.status == 200, patched.data

    step(director, meeting, "freeze")
    projection = publish(director, meeting, "project")
    address = f"{portal}/{projection['items'][0]['id']}"
    shows(citizen, address, "Projet de décision")
    expect(citizen.locator("body")).to_contain_text("donnée personnelle masquée")
    assert "Marchal" not in citizen.content()

    step(director, meeting, "decide")
    other = {"decision": CORRECTED}
    assert director.patch(f"{item}/@deliberations-items", other).status == 200
    vote_all(director, lines)
    step(director, meeting, "close")
    publish(director, meeting, "decision")
    shows(citizen, address, "Ce qui a changé depuis le projet")
    expect(citizen.locator("#changements .read ins")).to_contain_text("2022")
    expect(citizen.get_by_role("table").first).to_contain_text("Pour")
    assert "Marchal" not in citizen.content()

    titled = {"act": "title", "public_title": TITLE}
    answer = director.post(f"{item}/@deliberations-review", titled)
    assert answer.status == 200, answer.data
    publish(director, meeting, "decision")
    shows(citizen, address, TITLE)

    withdrawn = {"act": "withdraw", "reason": REASON}
    answer = director.post(f"{item}/@deliberations-review", withdrawn)
    assert answer.status == 200, answer.data
    shows(citizen, address, REASON)
    assert "2022" not in citizen.locator("main").inner_text()
    check_the_pages(browser, portal, projection["id"])


def vote_all(director: Integrator, lines: list[dict]) -> None:
    """Decide what the file says no decision of; everybody is in favour."""
    decision = {"decision": "<p>APPROUVE l'ordre du jour de l'assemblée.</p>"}
    for line in lines[2:]:
        written = director.patch(f"{line['@id']}/@deliberations-items", decision)
        assert written.status == 200, written.data
        vote = {"kind": "public", "others": "yes"}
        answer = director.post(f"{line['@id']}/@deliberations-votes", vote)
        assert answer.status == 200, answer.data


def imported(director: Integrator, text: str) -> str:
    made = director.post(IMPORTS, text)
    assert made.status == 201, made.data
    return made.body["@id"]


def check_the_pages(browser: Browser, portal: str, meeting: str) -> None:
    """No finding of axe and nothing cut off, on a telephone and on a desk."""
    context = browser.new_context(locale="fr-BE")
    page = context.new_page()
    items = (f"{meeting}/1", f"{meeting}/2")
    above = ("decisions", meeting[:5], meeting.rpartition("/")[0], meeting)
    places = (*above, *items, "recherche?SearchableText=conseil")
    for place in places:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{portal}/{place}")
            found = Axe().run(page).response["violations"]
            assert [one["id"] for one in found] == [], place
            assert page.evaluate(TOO_WIDE) == [], (place, width)
    context.close()
