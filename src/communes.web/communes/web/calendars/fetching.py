"""Calendars and feeds at addresses elsewhere: asked by the worker, with bounds."""

from communes.web.domain.taken import CalendarSilent
from communes.web.domain.taken import MOST_BYTES
from communes.web.outside.guard import opener
from http.client import HTTPException
import time
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request


SILENCE_SECONDS = 10
#: A file that comes drop by drop holds the worker up as much as silence does.
LONGEST_SECONDS = 40
STEPS = 4
_PIECE = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})
_NAME = "communes.web calendars"


def fetched(url: str) -> bytes:
    """Return what stands at an address, a byte more than is taken at the most.

    Each step of a redirection is looked at like the first address.

    :raises CalendarSilent: nothing comes, too slowly, or from a host of our own.
    """
    first = url
    open_ = opener().open
    for _step in range(STEPS):
        if not url.startswith(("https://", "http://")):
            raise _silent(first, "l'adresse ne commence pas par https://")
        request = Request(url, headers={"User-Agent": _NAME, "Accept": "*/*"})  # noqa: S310
        try:
            with open_(request, timeout=SILENCE_SECONDS) as answer:
                return _read(answer, first)
        except HTTPError as refused:
            refused.close()
            to = refused.headers.get("Location")
            if refused.code not in _MOVED or not to:
                raise _silent(first, f"code {refused.code}") from None
            url = urljoin(url, to)
        except (OSError, HTTPException, ValueError) as silent:
            raise _silent(first, type(silent).__name__) from None
    raise _silent(first, "trop de redirections")


def _read(answer: object, url: str) -> bytes:
    ends = time.monotonic() + LONGEST_SECONDS
    found = bytearray()
    while piece := answer.read(_PIECE):  # type: ignore[attr-defined]
        found += piece
        if len(found) > MOST_BYTES:
            break
        if time.monotonic() > ends:
            raise _silent(url, "trop lent")
    return bytes(found)


def _silent(url: str, problem: str) -> CalendarSilent:
    return CalendarSilent(field="url", url=url[:200], problem=problem)
