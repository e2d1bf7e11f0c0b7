"""What the lists of events and of news have in common."""

from communes.core.parts.domain.paging import asked_page
from communes.core.parts.domain.paging import links_around
from communes.core.parts.domain.paging import page_count
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import PageLink
from communes.web.browser.albums.pictured import DatedLooks
from communes.web.browser.editing.offers import offers
from communes.web.browser.pages.content_page import ContentPage
from communes.web.i18n import _
from datetime import datetime
from datetime import UTC
from functools import cached_property
from typing import Any
from urllib.parse import urlencode


#: Seconds a list stays the same while nothing is changed.
BEAT = 300


def beat(now: datetime) -> int:
    """Return what changes every few minutes, for pages that move by the clock."""
    return int(now.timestamp()) // BEAT


class DatedList(DatedLooks, ContentPage):
    """Set ``asked``, ``size`` and ``adding``; override ``all_rows`` and ``may_add``.

    Of a folder, or of the whole site under ``name``; ``asked`` is what an address says.
    """

    name = ""
    asked: tuple[str, ...] = ()
    size = 20
    #: The words and the view of who begins a new one.
    adding: tuple[str, str]
    find = Action(_("button_find", default="Chercher"), method="submit")

    @property
    def all_rows(self) -> Any:
        """All that is found, of which a page is shown."""
        raise NotImplementedError

    @property
    def may_add(self) -> bool:
        """Whether the person begins one here."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        here = self.context.absolute_url()
        return f"{here}/{self.name}" if self.name else here

    @property
    def depends_on(self) -> tuple[object, ...]:
        """What it lists comes and goes by the clock: looked at anew."""
        return (*super().depends_on, beat(self.now))

    @property
    def actions(self) -> list[Action]:
        """What whoever keeps the folder may do; nothing for citizens."""
        found = offers(self.context)
        if self.may_add:
            url = self.context.absolute_url()
            title, view = self.adding
            found.insert(0, Action(title, f"{url}/{view}", primary=True))
            title = _("events_import", default="Importer")
            found.append(Action(title, f"{url}/importer"))
        return found

    @cached_property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @property
    def rows(self) -> Any:
        """The rows of this page of the list."""
        start = (self.number - 1) * self.size
        return self.all_rows[start : start + self.size]

    @property
    def page_links(self) -> list[PageLink]:
        return links_around(
            self.number, self._pages(), lambda one: self.link(page=str(one))
        )

    @property
    def propose_url(self) -> str:
        """Where citizens propose something; empty where nothing is taken."""
        if not getattr(self.context, "proposals_open", False):
            return ""
        return f"{self.context.absolute_url()}/proposer"

    @property
    def number(self) -> int:
        return asked_page(self.given("page"), self._pages())

    def link(self, **more: str) -> str:
        """Return the address of this list, some of what is asked changed."""
        asked = {name: self.given(name) for name in self.asked}
        kept = {name: value for name, value in {**asked, **more}.items() if value}
        return f"{self.url}?{urlencode(kept)}" if kept else self.url

    def given(self, name: str) -> str:
        """Return what the address says under a name, short and without spaces."""
        found = self.request.form.get(name, "")
        return found[:200].strip() if isinstance(found, str) else ""

    def _pages(self) -> int:
        return page_count(len(self.all_rows), self.size)
