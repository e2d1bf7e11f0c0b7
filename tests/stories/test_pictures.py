"""The pictures of the documentation, taken anew with COMMUNES_PICTURES=1."""

from agents import Agent
from integrator import Integrator
from io import BytesIO
import os
from PIL import Image
from playwright.sync_api import expect
import pytest
from running_house import ROOT
import shutil
import subprocess
from test_faults import wait_for
from town import meeting_with_items
from town import SECRETARIAT


pytestmark = pytest.mark.skipif(
    os.environ.get("COMMUNES_PICTURES") != "1",
    reason="pictures are taken with COMMUNES_PICTURES=1",
)
FOLDER = ROOT / "docs" / "pictures"
WIDTHS = {1280: 860, 768: 1024, 360: 740}
#: Enough for calm pages, and a third of the bytes of all colours.
COLOURS = 64
MOST_BYTES = 150_000
PLAN = "pst/pst-2024-2030"
PAGES = {
    "dashboard": "",
    "list": "deliberations/conseil",
    "item": "{item}",
    "agenda": "{coming}",
    "attendance": "{meeting}/presences",
    "votes": "{meeting}/scrutins",
    "search": "@@search?SearchableText=voirie",
    "pst-overview": f"{PLAN}/view",
    "pst-tree": f"{PLAN}/arbre",
    "pst-timeline": f"{PLAN}/chronologie",
}


@pytest.fixture(scope="module")
def places(house):
    """Return the addresses of what is shown; texts are those of the demo."""
    director = Integrator(house.url, house.accounts[SECRETARIAT])
    found = meeting_with_items(director)
    agenda = director.get(f"{found['coming']}/@deliberations-agenda").body["items"]
    meetings = director.get("deliberations/conseil/@deliberations-meetings").body
    first = min(meetings["items"], key=lambda row: str(row["date"]))
    return {**found, "item": agenda[1]["@id"], "closed": first["@id"]}


@pytest.fixture(scope="module")
def director(house, browser):
    """Yield the person whose pages are shown."""
    one = Agent(house, browser, SECRETARIAT, 1280)
    one.log_in()
    yield one
    one.leave()


def keep(name: str, png: bytes) -> None:
    """Write a picture with few colours, which is what makes it small."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    picture = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS)
    target = FOLDER / f"{name}.png"
    picture.save(target, optimize=True)
    assert target.stat().st_size < MOST_BYTES, name


def take(agent: Agent, name: str) -> None:
    """Take a page at each width."""
    for width, height in WIDTHS.items():
        agent.page.set_viewport_size({"width": width, "height": height})
        expect(agent.page.get_by_role("heading", level=1).first).to_be_visible()
        agent.page.evaluate("document.fonts.ready")
        keep(f"{name}-{width}", agent.page.screenshot())


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_is_pictured(director, places, name):
    director.open(PAGES[name].format(**places))
    take(director, name)


def test_the_login_is_pictured(house, browser):
    stranger = Agent(house, browser, SECRETARIAT, 1280)
    stranger.open()
    take(stranger, "login")
    stranger.leave()


def test_the_minutes_are_pictured(house, places, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.skip("no pdftoppm on this machine")
    director = Integrator(house.url, house.accounts[SECRETARIAT])
    path = f"{places['closed']}/@deliberations-documents/minutes?form=pdf"
    file = tmp_path / "minutes.pdf"
    file.write_bytes(director.get(path).data)
    command = ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run([*command, str(file), str(tmp_path / "page")], check=True)
    keep("minutes", (tmp_path / "page.png").read_bytes())


#: What only who looks after the exchange opens.
EXCHANGE = {
    "exchange": "@@echanges?direction=out",
    "exchange-peers": "@@echanges-correspondants",
    "exchange-messages": "@@echanges-messages",
}


@pytest.mark.parametrize("name", list(EXCHANGE))
def test_the_exchange_is_pictured(house, browser, name):
    integrator = Agent(house, browser, "integrateur", 1280)
    integrator.log_in()
    integrator.open(EXCHANGE[name])
    take(integrator, name)
    integrator.leave()


PUBLIC = {
    "portal": "{portal}/decisions",
    "regulations": "{portal}/99901/publications",
    "verifier": "{portal}/verifier-une-preuve",
    "public-meeting": "{meeting}",
    "public-decision": "{meeting}/2",
    "public-search": "{portal}/recherche?SearchableText=redevance",
    "web-home": "{portal}",
    "web-service": "{portal}/demarches/carte-identite",
    "web-directory": "{portal}/annuaire",
    "web-entry": "{portal}/annuaire/hotel-de-ville",
    "web-agenda": "{portal}/agenda",
    "web-event": "{portal}/agenda/chaque-semaine-1",
    "web-album": "{portal}/albums/album-1",
    "web-search": "{portal}/chercher?SearchableText=carte",
}


@pytest.fixture(scope="module")
def citizen(house, browser):
    """Yield the page of somebody without an account."""
    context = browser.new_context(locale="fr-BE")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", list(PUBLIC))
def test_a_public_page_is_pictured(house, citizen, name):
    portal = house.url.replace("/agents", "/www")

    def arrived() -> bool:
        citizen.goto(f"{portal}/99901/conseil")
        return citizen.locator(".lines a").count() > 0

    wait_for(arrived, "the published meeting")
    meeting = citizen.locator(".lines a").first.get_attribute("href")
    citizen.goto(PUBLIC[name].format(portal=portal, meeting=meeting))
    for width, height in WIDTHS.items():
        citizen.set_viewport_size({"width": width, "height": height})
        citizen.evaluate("document.fonts.ready")
        keep(f"{name}-{width}", citizen.screenshot())
