"""A form is answered before the next button acts, and nothing typed is left behind."""

from collections.abc import Iterator
from communes.core.theme import domain
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from playwright.sync_api import expect
from playwright.sync_api import Page
import pytest
from threading import Event
from threading import Thread
from urllib.parse import parse_qs


SCRIPTS = Path(domain.__file__).parent / "static" / "js"
PAGE = """<!doctype html><html lang="fr"><body><main><p>{said}</p>
<form method="post" action="/corriger" data-guard="">
<input name="texte" aria-label="Correction"><button>Noter la correction</button></form>
<form method="post" action="/soumettre"><button>Soumettre</button></form>
<a href="/ailleurs">Ailleurs</a></main>
<script type="module">import {{ watchForms }} from "/guard.js";
watchForms(document.body); document.body.dataset.ready = "1";</script></body></html>"""


class Desk:
    """A server that notes what it is sent, and answers the first form when told."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.arrived, self.answer = Event(), Event()
        desk = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/guard.js":
                    self._give((SCRIPTS / "guard.js").read_bytes(), "text/javascript")
                else:
                    self._give(PAGE.format(said="Prêt").encode())

            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                text = parse_qs(self.rfile.read(size).decode()).get("texte", [""])[0]
                desk.sent.append((self.path, text))
                if self.path == "/corriger":
                    desk.arrived.set()
                    desk.answer.wait(20)
                self._give(PAGE.format(said=f"Fait : {self.path}").encode())

            def log_message(self, *_told: object) -> None:
                """Say nothing on the screen."""

            def _give(
                self, body: bytes, kind: str = "text/html; charset=utf-8"
            ) -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    running = Thread(target=desk.server.serve_forever)
    running.start()
    yield desk
    desk.answer.set()
    desk.server.shutdown()
    desk.server.server_close()
    running.join()


@pytest.fixture
def page(desk, browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(desk.url)
    page.wait_for_selector("body[data-ready]")
    yield page
    desk.answer.set()
    context.close()


#: Presses one after the other, as quick fingers do: all before the first answer.
AT_ONCE = """names => setTimeout(() => {
  for (const name of names)
    [...document.querySelectorAll("button, a")]
      .find((one) => one.textContent === name).click();
})"""


def test_the_next_button_waits_until_the_first_form_is_answered(desk, page):
    page.get_by_label("Correction").fill("Lire 12 voix.")
    note, submit = "Noter la correction", "Soumettre"
    page.evaluate(AT_ONCE, [note, submit, note, "Ailleurs"])
    assert desk.arrived.wait(20)
    desk.answer.set()
    expect(page.get_by_text("Fait : /corriger")).to_be_visible()
    assert desk.sent == [("/corriger", "Lire 12 voix.")]
    page.get_by_role("button", name=submit).click()
    expect(page.get_by_text("Fait : /soumettre")).to_be_visible()


def test_a_text_that_was_not_sent_is_asked_about_by_another_button(desk, page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    field = page.get_by_label("Correction")
    field.press_sequentially("Lire 12 voix.")
    page.get_by_role("button", name="Soumettre").click(no_wait_after=True)
    expect(field).to_have_value("Lire 12 voix.")
    assert asked == ["beforeunload"]
    assert desk.sent == []
