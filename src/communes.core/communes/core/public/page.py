"""The base of every page for citizens: its looks, its trail, how long it is kept."""

from collections.abc import Sequence
from communes.core.i18n import _
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import hour
from communes.core.public.api import change_counter
from communes.core.public.api import frame_maker
from communes.core.public.api import mark
from communes.core.public.domain import etag_of
from communes.core.public.domain import http_date
from communes.core.public.domain import is_held
from communes.core.public.interfaces import Validity
from communes.core.theme.api import branding
from communes.core.theme.api import static_version
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
    #: One sentence for machines and shared links; the address of a picture.
    page_description = ""
    page_picture = ""
    #: Scripts of JSON-LD of the page itself, ready for the head.
    linked_data: Sequence[str] = ()
    #: A page with a large box of its own needs none in the head.
    has_search = False
    kept_seconds = 120
    #: Part of the validator: two versions of the code never share a page.
    modified: datetime | None = None
    #: The uids of what the page shows, the names of its lists first.
    tags: Sequence[str] = ()

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

    @property
    def depends_on(self) -> tuple[object, ...]:
        """What the page is made of, beside its address, the day and the looks."""
        return (change_counter(self.site),)

    @property
    def find_action(self) -> Action:
        """The button of the search."""
        return Action(_("public_find", default="Chercher"), method="submit")

    @property
    def trail(self) -> list[Crumb]:
        """The places above that this person may see, from the site down."""
        found: list[Crumb] = []
        place = self.context
        while place.aq_base is not self.site.aq_base:
            place = place.__parent__
            if api.user.has_permission("View", obj=place):
                found.append(Crumb(place.Title(), place.absolute_url()))
        return found[::-1]

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone of the clocks the page speaks of."""
        return ZoneInfo("Europe/Brussels")

    def day(self, moment: datetime) -> str:
        """Return « 12 octobre 2026 », on the clocks of ``zone``."""
        return date_in_words(moment.astimezone(self.zone).date())

    def day_and_hour(self, moment: datetime) -> str:
        """Return « 12 octobre 2026 à 20 h »."""
        return _(
            "public_day_and_hour",
            default="${day} à ${hour}",
            mapping={
                "day": self.day(moment),
                "hour": hour(moment.astimezone(self.zone)),
            },
        )

    @cached_property
    def validity(self) -> Validity:
        """How long what stands around the page is true."""
        maker = frame_maker(self.context, self.request)
        return Validity() if maker is None else maker.validity()

    def _is_held(self) -> bool:
        """Say how long the page may be kept; return whether the reader has it."""
        request, response = self.request, self.request.response
        response.setHeader("Vary", "Accept, Cookie")
        # A sentence said once, after a form, is for one reader.
        personal = not api.user.is_anonymous() or "statusmessages" in request.cookies
        if request.method not in ("GET", "HEAD") or personal:
            response.setHeader("Cache-Control", "private, no-store")
            return False
        tag = self._tag()
        around = self.validity
        response.setHeader("ETag", tag)
        seconds = self.kept_seconds
        if around.seconds is not None:
            seconds = max(0, min(seconds, around.seconds))
        keep = f"public, max-age=0, s-maxage={seconds}, must-revalidate"
        response.setHeader("Cache-Control", keep)
        if self.modified is not None:
            response.setHeader("Last-Modified", http_date(self.modified))
        if self.tags or around.tags:
            mark(response, (*around.tags, *self.tags))
        asked = request.getHeader("If-None-Match")
        return is_held(tag, None, asked, None)

    def _tag(self) -> str:
        request = self.request
        return etag_of(
            request.get("ACTUAL_URL", ""),
            request.environ.get("QUERY_STRING", ""),
            *self.depends_on,
            self.validity.mark,
            branding().version,
            static_version(),
            date.today(),
        )
