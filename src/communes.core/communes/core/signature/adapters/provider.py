"""How the provider is talked to: sealed JSON over HTTP, with a time limit."""

from communes.core.jobs.errors import Unavailable
from communes.core.signature.domain import seal_of
import json
import time
from typing import Any
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request
from urllib.request import urlopen
from uuid import uuid4


TIMEOUT_SECONDS = 20
MOST_BYTES = 100_000_000


class ProviderRefused(Exception):
    """Cause: the provider answers with a fault of ours. Cure: see its message."""


class Provider:
    """One provider at one address."""

    def __init__(self, url: str, secret: bytes) -> None:
        if not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise ProviderRefused("https is needed")
        self.url = url.rstrip("/")
        self.secret = secret

    def send(self, message: dict[str, Any]) -> str:
        """Hand a document over; the same ``id`` again gives the same answer."""
        answer = json.loads(self._ask("POST", "/requests", json.dumps(message)))
        return str(answer["id"])

    def document(self, id: str) -> bytes:
        """Return the signed file."""
        return self._ask("GET", f"/requests/{quote(id, safe='')}/document")

    def cancel(self, id: str) -> None:
        """Take a request back; one that is gone is fine."""
        self._ask("DELETE", f"/requests/{quote(id, safe='')}", gone=True)

    def _ask(self, method: str, path: str, body: str = "", gone: bool = False) -> bytes:
        sent = body.encode()
        moment, nonce = str(int(time.time())), uuid4().hex
        headers = {
            "Content-Type": "application/json",
            "X-Signature-Timestamp": moment,
            "X-Signature-Nonce": nonce,
            "X-Signature-Seal": seal_of(self.secret, moment, nonce, sent),
        }
        request = Request(  # noqa: S310 - the scheme was checked
            f"{self.url}{path}", sent or None, headers, method=method
        )
        try:
            with urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
                return answer.read(MOST_BYTES)
        except HTTPError as error:
            if gone and error.code == 404:
                return b""
            if error.code >= 500 or error.code == 429:
                raise Unavailable(f"{error.code}") from error
            raise ProviderRefused(f"{error.code}: {error.read(500)!r}") from error
        except (URLError, TimeoutError, OSError) as error:
            raise Unavailable(str(error)) from error
