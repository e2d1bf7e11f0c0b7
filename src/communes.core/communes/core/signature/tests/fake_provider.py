"""A provider of signatures for the tests: a real server that follows the contract."""

import base64
from communes.core.signature.domain import seal_of
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
from threading import Thread


class FakeProvider(ThreadingHTTPServer):
    """Keeps what was sent; answers ``broken`` instead when that is set."""

    def __init__(self, secret: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.secret = secret
        self.sent: dict[str, dict] = {}
        self.asked: list[tuple[str, str]] = []
        self.broken = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    def _serve(self) -> None:
        server = self.server
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        server.asked.append((self.command, self.path))
        wanted = seal_of(
            server.secret,
            self.headers["X-Signature-Timestamp"],
            self.headers["X-Signature-Nonce"],
            body,
        )
        if server.broken:
            return self._answer(server.broken, b"")
        if wanted != self.headers["X-Signature-Seal"]:
            return self._answer(401, b"seal")
        if self.command == "POST":
            found = json.loads(body)
            id = f"ext-{found['id'][-6:]}"
            server.sent[id] = found
            return self._answer(200, json.dumps({"id": id}).encode())
        id = self.path.split("/")[2]
        if self.command == "DELETE":
            return self._answer(200 if server.sent.pop(id, None) else 404, b"")
        document = base64.b64decode(server.sent[id]["document"])
        return self._answer(200, document + b"\n% signed elsewhere")

    do_GET = do_POST = do_DELETE = _serve  # noqa: N815

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def provider(secret: bytes):
    """Run a provider while the block lasts."""
    server = FakeProvider(secret)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
