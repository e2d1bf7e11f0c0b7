"""A Solr in trouble: stands before a real one on the loopback, and fails on demand."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from http.client import HTTPConnection
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
import socket
import struct
import threading
from urllib.parse import urlsplit


class Fault(StrEnum):
    """What the one in between does with a request."""

    NONE = "none"  # hands it on, and the answer back
    REFUSE = "refuse"  # cuts the connection at once
    HANG = "hang"  # accepts and never answers
    DRIP = "drip"  # hands it on, and the answer back a byte at a time
    ERROR = "error"  # answers 500 with a page that is no JSON
    TRUNCATE = "truncate"  # hands it on, and half of the answer back
    DISK_FULL = "disk full"  # answers as Solr does when it can not write


# As Solr 9.10 answers an update when the file system is full.
DISK_FULL_ANSWER = json.dumps(
    {
        "responseHeader": {"status": 500, "QTime": 3},
        "error": {
            "msg": "Exception writing document id x to the index; possible analysis "
            "error.",
            "trace": "org.apache.solr.common.SolrException: Exception writing document"
            "\nCaused by: java.io.IOException: No space left on device",
            "code": 500,
        },
    }
).encode()


class FaultySolr:
    """The address of a Solr (``url``), what is wrong with it, and who asked.

    Setting ``fault`` takes hold at once, of requests under way too.
    """

    def __init__(self, upstream: str) -> None:
        self.upstream = urlsplit(upstream)
        self.asked = 0
        self._fault = Fault.NONE
        self._changed = threading.Event()
        handler = type("Handler", (_Between,), {"faulty": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        path = self.upstream.path
        self.url = f"http://127.0.0.1:{self._server.server_port}{path}"

    @property
    def fault(self) -> Fault:
        return self._fault

    @fault.setter
    def fault(self, fault: Fault) -> None:
        self._fault = fault
        changed, self._changed = self._changed, threading.Event()
        changed.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the next change of ``fault``; say whether there was one."""
        return self._changed.wait(seconds)

    def close(self) -> None:
        """Let go of all who wait, and of the port."""
        self.fault = Fault.REFUSE
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def faulty_solr(upstream: str) -> Iterator[FaultySolr]:
    """Give one that stands before the Solr at ``upstream``; well at first."""
    faulty = FaultySolr(upstream)
    try:
        yield faulty
    finally:
        faulty.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_unused: object) -> None:
        """Say nothing: that a connection breaks is what is wanted."""


class _Between(BaseHTTPRequestHandler):
    faulty: FaultySolr

    def do_GET(self) -> None:
        self.faulty.asked += 1
        getattr(self, f"_{self.faulty.fault.name.lower()}")()
        self.close_connection = True

    do_POST = do_GET  # noqa: N815 - the name is the server's

    def _none(self) -> None:
        status, kind, body = self._handed_on()
        self._answer(status, kind, body)

    def _refuse(self) -> None:
        # No farewell: the other side sees a reset, as from a process that is gone.
        self.connection.setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        self.connection.close()

    def _hang(self) -> None:
        self.faulty.wait()

    def _drip(self) -> None:
        status, kind, body = self._handed_on()
        self._head(status, kind, len(body))
        for byte in body:
            if self.faulty.wait(0.2):
                return
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def _error(self) -> None:
        self._answer(500, "text/html", b"<html><body>Server Error</body></html>")

    def _truncate(self) -> None:
        status, kind, body = self._handed_on()
        self._head(status, kind, len(body))
        self.wfile.write(body[: len(body) // 2])

    def _disk_full(self) -> None:
        self._answer(500, "application/json;charset=utf-8", DISK_FULL_ANSWER)

    def _handed_on(self) -> tuple[int, str, bytes]:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        upstream = self.faulty.upstream
        connection = HTTPConnection(upstream.hostname or "", upstream.port, timeout=60)
        try:
            headers = {"Content-Type": self.headers.get("Content-Type", "")}
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            kind = answer.headers.get("Content-Type", "")
            return answer.status, kind, answer.read()
        except (OSError, HTTPException):
            return 502, "text/html", b"<html><body>Bad Gateway</body></html>"
        finally:
            connection.close()

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self._head(status, kind, len(body))
        self.wfile.write(body)

    def _head(self, status: int, kind: str, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *_unused: object) -> None:
        """Say nothing."""
