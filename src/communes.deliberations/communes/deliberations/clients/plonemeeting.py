"""A PloneMeeting elsewhere, asked through its REST services.

Which ones may be asked, and with which account, is for the operator to say: the file
that ``COMMUNES_PLONEMEETING`` names holds ``[[source]]`` tables with ``name``, ``url``,
``user`` and ``password``. Nobody can make the site ask another address, and no password
is ever in the database.
"""

import base64
from collections.abc import Iterator
from communes.core.jobs.errors import Unavailable
from communes.deliberations.clients.interfaces import IPlonemeeting
from dataclasses import dataclass
import json
import os
from pathlib import Path
import tomllib
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import build_opener
from urllib.request import HTTPRedirectHandler
from urllib.request import Request
from zope.interface import implementer


VARIABLE = "COMMUNES_PLONEMEETING"
TIMEOUT_SECONDS = 60
PAGE = 100
MOST_BYTES = 500_000_000
QUERIES = {
    "meetings": (("type", "meeting"), ("extra_include", "attendees")),
    "items": (
        ("type", "item"),
        ("extra_include", "meeting"),
        ("extra_include", "annexes"),
        ("extra_include", "linked_items"),
        ("extra_include_linked_items_mode", "predecessor"),
    ),
    "advices": (("type", "meetingadvice"),),
}


class SourceRefused(Exception):
    """Cause: the source answers that it may not, or something else than asked.

    Cure: see its message; the account of the source reads too little, most often.
    """


@dataclass(frozen=True)
class Source:
    """One PloneMeeting that may be asked."""

    name: str
    url: str
    user: str
    password: str


def sources() -> tuple[Source, ...]:
    """Return the sources the operator named; none without the file."""
    named = os.environ.get(VARIABLE, "")
    if not named or not Path(named).is_file():
        return ()
    told = tomllib.loads(Path(named).read_text(encoding="utf-8"))
    return tuple(
        Source(one["name"], one["url"].rstrip("/"), one["user"], one["password"])
        for one in told.get("source", ())
    )


def source(name: str) -> Source | None:
    """Return the source of that name, None when there is none."""
    return next((one for one in sources() if one.name == name), None)


class _Staying(HTTPRedirectHandler):
    """Follows no answer elsewhere: the password would go along."""

    def redirect_request(self, *_answer: object) -> None:
        return None


@implementer(IPlonemeeting)
class RestPlonemeeting:
    """The real one, over HTTP."""

    def __init__(self, source: Source) -> None:
        if not source.url.startswith(("https://", "http://127.0.0.1")):
            raise SourceRefused("https is needed")
        self.source = source
        token = base64.b64encode(f"{source.user}:{source.password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {token}"}
        self._opener = build_opener(_Staying())

    def answers(self, kind: str, config: str) -> Iterator[bytes]:
        query = [("fullobjects", "1"), ("b_size", str(PAGE)), *QUERIES[kind]]
        if config:
            query.append(("config_id", config))
        following = f"{self.source.url}/@search?{urlencode(query)}"
        while following:
            text = self._ask(following, "application/json")
            yield text
            following = _next(text)

    def file(self, url: str) -> bytes:
        return self._ask(url, "*/*")

    def _ask(self, url: str, kind: str) -> bytes:
        if not url.startswith(f"{self.source.url}/"):
            raise SourceRefused(f"{url[:200]} is not at {self.source.url}")
        request = Request(url, headers={**self._headers, "Accept": kind})  # noqa: S310
        try:
            with self._opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                found: bytes = answer.read(MOST_BYTES + 1)
        except HTTPError as error:
            if error.code >= 500 or error.code == 429:
                raise Unavailable(f"{error.code}") from error
            raise SourceRefused(f"{error.code} {error.reason}") from error
        except (URLError, TimeoutError, OSError) as error:
            raise Unavailable(str(error)) from error
        if len(found) > MOST_BYTES:
            raise SourceRefused(f"more than {MOST_BYTES} bytes")
        return found


def _next(text: bytes) -> str:
    """Return the address of the following page, empty after the last one."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceRefused(f"no JSON: {error}") from error
    batching = answer.get("batching") if isinstance(answer, dict) else None
    following = batching.get("next") if isinstance(batching, dict) else None
    return following if isinstance(following, str) else ""
