"""An authority of time for tests, as a process of its own that speaks HTTP.

``python -m communes.core.stamping.tests.authority <folder>`` writes ``roots.pem``
into the folder, prints its port, and answers until it is ended.
"""

from collections.abc import Iterator
from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import start
from communes.core.signature.tests.authority import clock
from communes.core.signature.tests.authority import root
from contextlib import contextmanager
from cryptography.hazmat.primitives import serialization
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from pathlib import Path
import sys


class Answer(BaseHTTPRequestHandler):
    """Grants every request, at the time of this machine."""

    def do_POST(self) -> None:
        from asn1crypto import tsp

        length = int(self.headers["Content-Length"])
        query = tsp.TimeStampReq.load(self.rfile.read(length))
        body = clock().request_tsa_response(query).dump()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Say nothing on the screen."""


def serve(folder: Path) -> None:
    """Answer on a free port of this machine, which is said first."""
    server = HTTPServer(("127.0.0.1", 0), Answer)
    pem = root().public_bytes(serialization.Encoding.PEM)
    (folder / "roots.pem").write_bytes(pem)
    print(server.server_port, flush=True)
    server.serve_forever()


@contextmanager
def authority(folder: Path) -> Iterator[str]:
    """Give the address of an authority that runs for as long as the block."""
    process = start(__name__, folder)
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/"
    finally:
        end(process)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
