"""A developer's peer in a terminal: prints what arrives, says what a file holds.

``python -m communes.exchange.console listen --port 8099 --key KEYFILE`` answers as the
inbox of a peer. ``… send --to URL --key KEYFILE message.json`` signs and sends one
message. The key file holds ``id secret`` on one line; no Plone is started.
"""

from argparse import ArgumentParser
from argparse import Namespace
from communes.core.errors.domain import DomainError
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.messages.domain.envelope import LARGEST_BYTES
from communes.exchange.messages.domain.envelope import MEDIA_TYPE
from communes.exchange.peers.domain.errors import SignatureRefused
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.signature import sign
from communes.exchange.peers.domain.signature import verify
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
from pathlib import Path
import requests
import sys
import time


class Inbox(BaseHTTPRequestHandler):
    """``POST /@exchange-inbox``: takes what is signed and readable, and prints it."""

    key: Key
    known: set[str] = set()

    def do_POST(self) -> None:
        """Answer as the inbox of a site does."""
        length = min(int(self.headers.get("Content-Length") or 0), LARGEST_BYTES + 1)
        body = self.rfile.read(length)
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            verify("POST", headers, body, self.key, int(time.time()))
            message = from_json(body)
        except DomainError as error:
            status = 403 if isinstance(error, SignatureRefused) else 400
            told = {"error": {"code": error.code, "message": str(error)}}
            return self._say(status, told)
        status = "duplicate" if message.id in self.known else "accepted"
        self.known.add(message.id)
        print(
            f"{status} {json.dumps(json.loads(body), ensure_ascii=False)}", flush=True
        )
        return self._say(202, {"status": status})

    def log_message(self, *_args: object) -> None:
        """Only messages are printed."""

    def _say(self, status: int, told: dict[str, object]) -> None:
        data = json.dumps(told, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def listen(asked: Namespace) -> int:
    """Serve on this machine only, until interrupted."""
    handler = type("Listening", (Inbox,), {"key": _key(asked.key), "known": set()})
    server = ThreadingHTTPServer(("127.0.0.1", asked.port), handler)
    print(f"http://127.0.0.1:{server.server_address[1]}/@exchange-inbox", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return 0
    return 0


def send(asked: Namespace) -> int:
    """Send one message; print the answer; return 0 when it was taken."""
    body = Path(asked.message).read_bytes()
    signed = sign("POST", MEDIA_TYPE, body, _key(asked.key), int(time.time()))
    headers = {"Content-Type": MEDIA_TYPE, "Accept": "application/json", **signed}
    answer = requests.post(asked.to, data=body, headers=headers, timeout=15)
    print(answer.status_code, answer.text, flush=True)
    return 0 if answer.status_code == 202 else 1


def _key(path: str) -> Key:
    id, _space, secret = Path(path).read_text(encoding="utf-8").strip().partition(" ")
    return Key(id, secret.strip())


def main() -> int:
    """Read the command line."""
    parser = ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(required=True)
    told = verbs.add_parser("listen")
    told.add_argument("--port", type=int, default=0)
    told.set_defaults(do=listen)
    said = verbs.add_parser("send")
    said.add_argument("--to", required=True)
    said.add_argument("message")
    said.set_defaults(do=send)
    for verb in (told, said):
        verb.add_argument("--key", required=True)
    asked = parser.parse_args()
    return int(asked.do(asked))


if __name__ == "__main__":
    sys.exit(main())
