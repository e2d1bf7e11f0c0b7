"""Another Plone site over plone.restapi, with nothing but what it lists itself."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.web.domain.errors import SourceSilent
from communes.web.domain.errors import SourceUnreadable
from communes.web.domain.taking_over.source import Blob
from communes.web.domain.taking_over.source import read_source
from communes.web.domain.taking_over.source import Source
from communes.web.outside.guard import opener
from http.client import HTTPException
import json
import time
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request


SILENCE_SECONDS = 30
BATCH = 50
#: A page of JSON, or a file, that is longer was not made for a website.
MOST_BYTES = 200_000_000
#: One that drips keeps no worker longer than that.
MOST_SECONDS = 180
PIECE = 1 << 16
#: Where services stand: right on the site, or behind the way Volto keeps for them.
WAYS = ("", "/++api++")


class RestSite:
    """A site at ``base``, read as nobody, or with somebody's ``token`` (JWT)."""

    def __init__(self, base: str, token: str = "") -> None:
        self.base = base.rstrip("/")
        self.token = token
        self._open = opener().open
        self._way: str | None = None
        if not self.base.startswith(("https://", "http://")):
            raise SourceSilent(field="base", place=base[:200], problem="adresse")

    def contents(self, start: int = 0) -> Iterator[Source]:
        """Yield contents in the order of their paths, ``BATCH`` at a time."""
        for given in self.items(start):
            yield read_source(given, self.base)

    def items(self, start: int = 0) -> Iterator[Mapping[str, object]]:
        """Yield contents as they are told, each to be read apart."""
        if self._way is None:
            self._way = self._found_way()
        query = {"sort_on": "path", "b_size": BATCH, "fullobjects": 1}
        return self._listed("@search", query, start)

    def _found_way(self) -> str:
        """Return what stands before the services: a site with Volto has its own way.

        :raises SourceSilent, SourceUnreadable: what the usual way answered.
        """
        problem: InvalidInput | None = None
        for self._way in WAYS:
            try:
                self._json(f"{self._url('@search')}?b_size=1&b_start=0")
            except (SourceSilent, SourceUnreadable) as refused:
                problem = problem or refused
            else:
                return self._way
        self._way = None
        raise problem or SourceSilent(place=self.base, problem="adresse")

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield the aliases of the site, its managers' alone to read."""
        for given in self._listed("@aliases", {"b_size": BATCH}, 0):
            old, new = given.get("path"), given.get("redirect-to")
            if not (isinstance(old, str) and isinstance(new, str)):
                raise SourceUnreadable(place=self._url("@aliases"), name="path")
            yield old, new

    def bytes_of(self, blob: Blob) -> bytes:
        """Return a file, whole."""
        if not blob.url.startswith(f"{self.base}/"):
            raise SourceSilent(place=blob.url[:200], problem="hors du site")
        found = self._get(blob.url, "*/*")
        if len(found) != blob.size:
            raise SourceSilent(place=blob.url[:200], problem="fichier incomplet")
        return found

    def _listed(
        self, service: str, query: Mapping[str, object], start: int
    ) -> Iterator[Mapping[str, object]]:
        while True:
            asked = urlencode({**query, "b_start": start})
            url = f"{self._url(service)}?{asked}"
            answer = self._json(url)
            items, total = answer.get("items"), answer.get("items_total")
            if not isinstance(items, list) or not isinstance(total, int):
                raise SourceUnreadable(place=url, name="items")
            for one in items:
                if not isinstance(one, dict):
                    raise SourceUnreadable(place=url, name="items")
                yield one
            start += len(items)
            # An empty page ends too: things may go while they are read.
            if start >= total or not items:
                return

    def _url(self, service: str) -> str:
        return f"{self.base}{self._way or ''}/{service}"

    def _json(self, url: str) -> dict[str, object]:
        try:
            found = json.loads(self._get(url, "application/json"))
        except ValueError:
            raise SourceUnreadable(place=url, name="JSON") from None
        if not isinstance(found, dict):
            raise SourceUnreadable(place=url, name="JSON")
        return found

    def _get(self, url: str, accept: str) -> bytes:
        headers = {"Accept": accept}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = Request(url, headers=headers)  # noqa: S310
        try:
            with self._open(request, timeout=SILENCE_SECONDS) as answer:
                found = _read(answer, url)
        except HTTPError as refused:
            refused.close()
            raise SourceSilent(place=url, problem=f"code {refused.code}") from None
        except (OSError, HTTPException) as silent:
            raise SourceSilent(place=url, problem=type(silent).__name__) from None
        return found


def _read(answer: IO[bytes], url: str) -> bytes:
    """Return an answer, whole: not longer, nor longer on its way, than it may be."""
    found, ends = bytearray(), time.monotonic() + MOST_SECONDS
    while piece := answer.read(PIECE):
        found += piece
        if len(found) > MOST_BYTES:
            raise SourceSilent(place=url, problem="trop long")
        if time.monotonic() > ends:
            raise SourceSilent(place=url, problem="trop lent")
    return bytes(found)
