"""A talk with a Solr in trouble ends in its time, with a named error."""

from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrRefused
from communes.search.clients.errors import SolrSilent
from communes.search.clients.errors import SolrTimedOut
from communes.search.clients.solr import SolrClient
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import pytest
import threading
import time


GOOD = b'{"responseHeader":{"status":0},"response":{"numFound":0,"docs":[]}}'


class Troubled(BaseHTTPRequestHandler):
    """Answers every request with ``status`` and ``body``, or drips forever."""

    status = 200
    body = GOOD
    announced = None
    drips_headers = False
    over: threading.Event | None = None

    def do_POST(self):
        if self.drips_headers:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            self._drip()
            return
        self.send_response(self.status)
        length = len(self.body) if self.announced is None else self.announced
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(self.body)
        self._drip()
        self.close_connection = True

    def _drip(self):
        while self.over is not None and not self.over.wait(0.05):
            self.wfile.write(b" ")

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def troubled():
    handler = type("Handler", (Troubled,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    handler.client = SolrClient(
        f"http://127.0.0.1:{server.server_port}/solr", "demo", search_seconds=0.5
    )
    yield handler
    if handler.over is not None:
        handler.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_good_answer_is_returned(troubled):
    assert troubled.client.select([("q", "*:*")])["response"]["numFound"] == 0


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (500, b'{"error":{"msg":"disk full"}}', SolrSilent),
        (500, b"<html>", SolrSilent),
        (200, b"<html>", SolrSilent),
        (200, b"[]", SolrSilent),
        (200, b'{"responseHeader":{"partialResults":true}}', SolrSilent),
        (400, b'{"error":{"msg":"unknown field"}}', SolrRefused),
        (404, b"<html>", CoreMissing),
    ],
)
def test_every_trouble_has_its_error(troubled, status, body, error):
    troubled.status, troubled.body = status, body
    with pytest.raises(error):
        troubled.client.select([("q", "*:*")])


def test_an_answer_cut_off_is_no_answer(troubled):
    troubled.announced = len(GOOD) + 100
    with pytest.raises(SolrSilent):
        troubled.client.select([("q", "*:*")])


def test_an_answer_that_drips_in_ends_in_its_time(troubled):
    troubled.announced = 1_000_000
    troubled.over = threading.Event()
    started = time.monotonic()
    with pytest.raises(SolrTimedOut):
        troubled.client.select([("q", "*:*")])
    assert time.monotonic() - started < 2


def test_headers_that_drip_in_end_in_their_time(troubled):
    troubled.drips_headers = True
    troubled.over = threading.Event()
    started = time.monotonic()
    with pytest.raises(SolrTimedOut):
        troubled.client.select([("q", "*:*")])
    assert time.monotonic() - started < 2


def test_nothing_to_send_asks_nothing():
    unreachable = SolrClient("http://127.0.0.1:9/solr", "demo")
    unreachable.add([])
    unreachable.delete([])
    with pytest.raises(SolrSilent):
        unreachable.delete(["x"])
