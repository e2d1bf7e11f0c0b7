"""The base of every public page: its looks, its trail, and how long it is kept."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import hour
from communes.core.theme.api import branding
from communes.core.theme.api import static_version
from communes.publications.api import portal_pages
from communes.publications.domain.formats.conditional import etag_of
from communes.publications.domain.formats.conditional import http_date
from communes.publications.domain.formats.conditional import is_held
from communes.publications.i18n import _
from datetime import date
from datetime import datetime
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zoneinfo import ZoneInfo


class PublicPage(BrowserView):
    """Set ``template``; ``kept_seconds`` is how long a proxy may keep the page.

    Anonymous pages carry a validator: whoever has the page gets 304, and nothing of
    it is made. Pages of a person who is logged in are kept by nobody.
    """

    template: Any = None
    wants_patterns = False
    page_title = ""
    kept_seconds = 120
    #: Part of the validator: two versions of the code never share a page.
    modified: datetime | None = None

    def __call__(self) -> str:
        if self._is_held():
            self.request.response.setStatus(304, lock=1)
            return ""
        return self.template()

    @cached_property
    def site(self) -> Any:
        return api.portal.get()

    @cached_property
    def site_url(self) -> str:
        return self.site.absolute_url()

    @cached_property
    def institution(self) -> Any | None:
        """The institution this page is of; None on a page of the whole portal."""
        return portal_pages.institution_above(self.context)

    @property
    def find_action(self) -> Action:
        """The button of the search."""
        return Action(_("find", default="Chercher"), method="submit")

    @property
    def institution_styles(self) -> str:
        """The address of the colours of the institution; empty without one."""
        if self.institution is None:
            return ""
        url, mark = self.institution.absolute_url(), self.institution.brand_colour[1:]
        return f"{url}/couleurs.css?v={mark}"

    @property
    def logo(self) -> str:
        """The address of the logo of the institution; empty without one."""
        one = self.institution
        if one is None or one.logo is None:
            return ""
        return f"{one.absolute_url()}/logo"

    @property
    def trail(self) -> list[Crumb]:
        """The places above, from the portal down."""
        return [Crumb(title, url) for title, url in portal_pages.above(self.context)]

    @cached_property
    def zone(self) -> ZoneInfo:
        name = getattr(self.institution, "timezone", None) or "Europe/Brussels"
        return ZoneInfo(name)

    def day(self, moment: datetime) -> str:
        """Return « 12 octobre 2026 », where the institution is."""
        return date_in_words(moment.astimezone(self.zone).date())

    def day_and_hour(self, moment: datetime) -> str:
        """Return « 12 octobre 2026 à 20 h »."""
        return _(
            "day_and_hour",
            default="${day} à ${hour}",
            mapping={
                "day": self.day(moment),
                "hour": hour(moment.astimezone(self.zone)),
            },
        )

    def _is_held(self) -> bool:
        """Say how long the page may be kept; return whether the reader has it."""
        request, response = self.request, self.request.response
        response.setHeader("Vary", "Accept, Cookie")
        # A sentence said once, after a form, is for one reader.
        personal = not api.user.is_anonymous() or "statusmessages" in request.cookies
        if request.method not in ("GET", "HEAD") or personal:
            response.setHeader("Cache-Control", "private, no-store")
            return False
        tag = etag_of(
            request.get("ACTUAL_URL", ""),
            request.environ.get("QUERY_STRING", ""),
            portal_pages.change_counter(self.site),
            branding().version,
            static_version(),
            date.today(),
        )
        response.setHeader("ETag", tag)
        keep = f"public, max-age=0, s-maxage={self.kept_seconds}, must-revalidate"
        response.setHeader("Cache-Control", keep)
        if self.modified is not None:
            response.setHeader("Last-Modified", http_date(self.modified))
        asked = request.getHeader("If-None-Match")
        return is_held(tag, None, asked, None)
