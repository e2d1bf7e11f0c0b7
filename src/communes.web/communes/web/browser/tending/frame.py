"""What the pages of who keeps the site have in common."""

from collections.abc import Callable
from communes.core.parts.domain.paging import links_around
from communes.core.parts.domain.paging import page_count
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import PageLink
from communes.core.public.page import PublicPage
from communes.web.api.desk import takes_part
from communes.web.i18n import _
from typing import Any
from urllib.parse import urlencode
from zExceptions import Unauthorized
from zope.i18n import translate


SIZE = 50


class Tending(PublicPage):
    """Base: set ``template``, ``page_title`` and ``name``.

    For those who write something of the site; pages with a right of their own are
    guarded by their registration besides.
    """

    name = ""
    identity = ""

    def __call__(self) -> str:
        if not takes_part(self.site):
            raise Unauthorized(self.name)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return str(self.template())

    @property
    def trail(self) -> list[Crumb]:
        return [Crumb(_("tending_home", default="Site"), self.site_url)]

    @property
    def url(self) -> str:
        return f"{self.site_url}/{self.name}"

    @property
    def number(self) -> int:
        """Which page of the list is asked for, from 1."""
        return max(whole(self.request.form.get("page"), 1) or 1, 1)

    @property
    def start(self) -> int:
        return (self.number - 1) * SIZE

    def given(self, name: str) -> str:
        """Return what the address says under a name."""
        found = self.request.form.get(name, "")
        return found[:200] if isinstance(found, str) else ""

    def chips(
        self, name: str, words: dict[str, str], counts: Callable[[str], int]
    ) -> list[Chip]:
        """Return a filter of the list: value -> its word, with how many it finds."""
        chosen = self.given(name)
        return [
            Chip(
                f"{self.translated(word)} ({counts(value)})",
                self.address(**{name: "" if chosen == value else value, "page": ""}),
                chosen == value,
            )
            for value, word in words.items()
            if counts(value) or chosen == value
        ]

    def pages(self, total: int) -> list[PageLink]:
        """Return the links to the pages of a list of so many rows."""
        last = page_count(total, SIZE)
        if last < 2:
            return []
        return links_around(
            self.number, last, lambda one: self.address(page=one), ends=True
        )

    def address(self, **changes: object) -> str:
        """Return the address of this list asked otherwise."""
        kept = {
            name: value
            for name, value in self.request.form.items()
            if isinstance(value, str) and name != "-C"
        }
        asked = {key: value for key, value in {**kept, **changes}.items() if value}
        return f"{self.url}?{urlencode(asked)}" if asked else self.url

    def translated(self, message: Any) -> str:
        """Return a sentence in the language of the reader."""
        return str(translate(message, context=self.request))
