"""A small site that answers as plone.restapi does, on a port of its own."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
from threading import Thread
from urllib.parse import parse_qs
from urllib.parse import urlsplit


class PloneSite:
    """Its items and aliases; ``given`` are the requests that came."""

    def __init__(self, items=(), aliases=(), files=None, broken=None, way=""):
        self.items, self.aliases = list(items), list(aliases)
        self.files, self.broken = files or {}, broken or {}
        self.given = []
        self.way = way
        self.base = ""

    def answer(self, path, query):
        if path in self.broken:
            return self.broken[path]
        if path in self.files:
            return 200, self.files[path]
        kinds = {
            f"{self.way}/@search": self.items,
            f"{self.way}/@aliases": self.aliases,
        }
        if path not in kinds:
            return 404, b"{}"
        start, size = int(query["b_start"][0]), int(query["b_size"][0])
        rows = kinds[path]
        page = {"items": rows[start : start + size], "items_total": len(rows)}
        return 200, json.dumps(page).replace("BASE", self.base).encode()


@contextmanager
def serving(site):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            url = urlsplit(self.path)
            site.given.append((self.path, self.headers.get("Authorization")))
            code, body = site.answer(url.path, parse_qs(url.query))
            self.send_response(code)
            if code == 302:
                self.send_header("Location", body.decode())
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_given):
            """Say nothing in the output of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.base = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def item(kind, name, **more):
    return {
        "@id": f"BASE/{name}",
        "@type": kind,
        "UID": f"uid-{name.replace('/', '-')}",
        "title": name.title(),
        "description": "Résumé",
        "modified": "2026-11-01T10:00:00+00:00",
        "effective": "2026-10-01T10:00:00+00:00",
        "expires": None,
        "review_state": "published",
        **more,
    }
