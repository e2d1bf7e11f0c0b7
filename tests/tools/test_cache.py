"""The cache in front of a portal, when this machine has Varnish: it forgets by name."""

import bench_proxy
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import pytest
from threading import Thread


#: What each page is made of, as the portal names it.
TAGS = {
    "/99901/conseil": "portal 99901 99901-conseil",
    "/99902": "portal 99902",
    "/decisions": "portal portal-lists",
}


@contextmanager
def web() -> Iterator[tuple[int, dict[str, str]]]:
    """Give the port of a web process whose pages say what the test wants."""
    said = dict.fromkeys(TAGS, "avant")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = said.get(self.path, "").encode()
            self.send_response(200)
            self.send_header("Cache-Control", "public, max-age=0, s-maxage=300")
            self.send_header("Surrogate-Key", TAGS.get(self.path, ""))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_said: object) -> None:
            """Say nothing on the screen."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port, said
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    found = answer.status, answer.read().decode()
    connection.close()
    return found


@pytest.mark.skipif(
    bench_proxy.varnishd() is None,
    reason="no Varnish on this machine: install it or name it in COMMUNES_VARNISHD",
)
def test_what_is_withdrawn_is_gone_at_once_and_the_rest_stays(tmp_path):
    with web() as (port, said):
        with bench_proxy.proxy(bench_proxy.varnishd(), port, tmp_path) as cache:
            before = {path: ask(cache, path)[1] for path in TAGS}
            said.update(dict.fromkeys(TAGS, "après"))
            kept = {path: ask(cache, path)[1] for path in TAGS}
            status, _words = ask(cache, "/", "BAN", X_Key="99901|portal-lists")
            after = {path: ask(cache, path)[1] for path in TAGS}
    assert set(before.values()) == set(kept.values()) == {"avant"}
    assert status == 200
    assert after == {
        "/99901/conseil": "après",
        "/99902": "avant",
        "/decisions": "après",
    }
