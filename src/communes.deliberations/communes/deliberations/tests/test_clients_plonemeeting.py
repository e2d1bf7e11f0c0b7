"""A PloneMeeting elsewhere is read page by page, with its account and nowhere else."""

from communes.core.jobs.errors import Unavailable
from communes.deliberations.clients.plonemeeting import RestPlonemeeting
from communes.deliberations.clients.plonemeeting import Source
from communes.deliberations.clients.plonemeeting import source
from communes.deliberations.clients.plonemeeting import SourceRefused
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
import pytest
from threading import Thread


class Elsewhere:
    """A server that plays PloneMeeting: two pages of items, and a file."""

    def __init__(self):
        self.asked = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append((self.path, self.headers["Authorization"]))
                code, body = outer.answer(self.path)
                self.send_response(code)
                if code == 302:
                    self.send_header("Location", "http://127.0.0.1:9/stolen")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_told):
                """Say nothing on the screen."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/pm"

    def answer(self, path):
        for word, code in (("away", 503), ("forbidden", 401), ("moved", 302)):
            if word in path:
                return code, b""
        if path.endswith("/file"):
            return 200, b"%PDF"
        following = None if "b_start" in path else f"{self.url}/@search?b_start=1"
        page = {"items": [{"UID": "a"}], "batching": {"next": following}}
        return 200, json.dumps(page if following else {"items": []}).encode()


@pytest.fixture
def elsewhere():
    found = Elsewhere()
    running = Thread(target=found.server.serve_forever)
    running.start()
    yield found
    found.server.shutdown()
    found.server.server_close()
    running.join()


@pytest.fixture
def client(elsewhere):
    return RestPlonemeeting(Source("pm", elsewhere.url, "lecteur", "secret"))


def test_pages_follow_each_other_and_say_what_is_asked(client, elsewhere):
    assert len(list(client.answers("items", "meeting-config-council"))) == 2
    first, account = elsewhere.asked[0]
    assert "config_id=meeting-config-council" in first
    assert "extra_include=annexes" in first
    assert account.startswith("Basic ")


def test_files_are_read_there_and_nowhere_else(client, elsewhere):
    assert client.file(f"{elsewhere.url}/a/file") == b"%PDF"
    for address in ("http://127.0.0.1:9/file", elsewhere.url.replace("/pm", "/pmx/a")):
        with pytest.raises(SourceRefused):
            client.file(address)
    with pytest.raises(SourceRefused, match="302"):
        client.file(f"{elsewhere.url}/moved")
    assert "stolen" not in str(elsewhere.asked)


def test_what_is_away_is_asked_again_and_what_refuses_is_told(client, elsewhere):
    with pytest.raises(Unavailable):
        client.file(f"{elsewhere.url}/away")
    with pytest.raises(SourceRefused, match="401"):
        client.file(f"{elsewhere.url}/forbidden")
    with pytest.raises(SourceRefused, match="https"):
        RestPlonemeeting(Source("pm", "http://pm.example.be", "", ""))


def test_only_the_operator_names_sources(tmp_path, monkeypatch):
    monkeypatch.delenv("COMMUNES_PLONEMEETING", raising=False)
    assert source("ancien") is None
    file = tmp_path / "sources.toml"
    file.write_text(
        '[[source]]\nname = "ancien"\nurl = "https://pm.example.be/"\n'
        'user = "lecteur"\npassword = "x"\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("COMMUNES_PLONEMEETING", str(file))
    assert source("ancien").url == "https://pm.example.be"
