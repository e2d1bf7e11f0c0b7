"""How open data is answered: to everybody, with validators, made only when needed."""

from collections.abc import Callable
from communes.core.errors.domain import DomainError
from communes.core.errors.families import status_of
from communes.core.errors.rest import sentence_of
from communes.core.public.api import mark
from communes.core.public.domain import http_date
from communes.core.public.domain import is_held
from communes.publications.domain.formats.oparl_lists import oparl_error
from communes.publications.open_data.representation import Representation
import json
from typing import Any


#: What a script of another site may read of an answer, and send to ask again.
EXPOSED = "ETag, Last-Modified, Link, Content-Location"
ASKED = "Accept, If-None-Match, If-Modified-Since"
METHODS = "GET, HEAD, OPTIONS"


def answer(request: Any, find: Callable[[], Representation]) -> bytes:
    """Return the bytes of a representation, or none when the client has them.

    What is answered is the same for everybody, a person who is logged in included:
    it is made of what anybody may see.
    """
    response = request.response
    _open_to_all(response)
    if request.method == "OPTIONS":
        return _preflight(response)
    if request.method not in ("GET", "HEAD"):
        response.setHeader("Allow", METHODS)
        return _plain(response, 405, "Seule la lecture est possible ici.")
    try:
        return _given(request, find())
    except DomainError as refusal:
        return _refused(request, refusal)


def _given(request: Any, found: Representation) -> bytes:
    response = request.response
    body = b""
    held = is_held(
        found.etag,
        found.modified,
        request.getHeader("If-None-Match"),
        request.getHeader("If-Modified-Since"),
    )
    if not held:
        # Made before anything is said: a refusal carries no validator.
        body = found.body()
        response.setHeader("Content-Type", found.content_type)
    response.setHeader("ETag", found.etag)
    if found.modified is not None:
        response.setHeader("Last-Modified", http_date(found.modified))
    keep = f"public, max-age=0, s-maxage={found.seconds}, must-revalidate"
    response.setHeader("Cache-Control", keep)
    mark(response, found.tags)
    if held:
        response.setStatus(304, lock=1)
    return body


def _open_to_all(response: Any) -> None:
    response.setHeader("Access-Control-Allow-Origin", "*")
    response.setHeader("Access-Control-Expose-Headers", EXPOSED)


def _preflight(response: Any) -> bytes:
    response.setHeader("Access-Control-Allow-Methods", METHODS)
    response.setHeader("Access-Control-Allow-Headers", ASKED)
    response.setHeader("Access-Control-Max-Age", "86400")
    response.setStatus(204, lock=1)
    return b""


def _refused(request: Any, refusal: DomainError) -> bytes:
    """Return why not, as OParl says it: the one of these formats that has a word."""
    response = request.response
    response.setStatus(status_of(refusal), lock=1)
    response.setHeader("Content-Type", "application/json")
    response.setHeader("Cache-Control", "no-store")
    said = oparl_error(sentence_of(refusal, request))
    return json.dumps(said, ensure_ascii=False).encode()


def _plain(response: Any, status: int, words: str) -> bytes:
    response.setStatus(status, lock=1)
    response.setHeader("Content-Type", "text/plain; charset=utf-8")
    return words.encode()
