"""Calendars of an agenda and of the site; permanent addresses of events."""

from communes.core.public.page import PublicPage
from communes.core.shell.acting import Act
from communes.web.api.address import site_named
from communes.web.api.agenda import exclude_time
from communes.web.api.contents import by_uid
from communes.web.api.happenings import calendar_of
from communes.web.browser.agenda.event import given_calendar
from communes.web.domain.list_tags import EVENTS
from communes.web.domain.reading import BadValue
from communes.web.i18n import _
from datetime import datetime
from datetime import UTC
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class Calendar(PublicPage):
    """``<agenda>/evenements.ics`` and ``<site>/evenements.ics``, with validators."""

    kept_seconds = 600
    tags = (EVENTS,)

    def template(self) -> bytes:
        """Return the calendar; what others may see is in it, and no more."""
        title = self.context.title
        data = calendar_of(self.context, title, site_named(), datetime.now(UTC))
        return given_calendar(self.request.response, data, "evenements")


@implementer(IPublishTraverse)
class Permanent(BrowserView):
    """``<site>/events/<uid>``: leads to where the content is now."""

    uid = ""

    def publishTraverse(self, request: Any, name: str) -> "Permanent":  # noqa: N802
        """Take the identifier."""
        if self.uid:
            raise NotFound(name)
        self.uid = name
        return self

    def __call__(self) -> str:
        found = by_uid(self.uid)
        self.request.response.redirect(found.absolute_url(), status=302)
        return ""


class ExcludeTime(Act):
    """Takes one time of an event away: ``date`` is its start."""

    def act(self) -> dict[str, Any]:
        """Exclude it."""
        try:
            start = datetime.fromisoformat(self.given("date"))
        except ValueError as wrong:
            expected = "une date comme 2026-11-23T09:00"
            raise BadValue(field="date", name="date", expected=expected) from wrong
        exclude_time(self.context, start.replace(tzinfo=None), self.revision)
        return {"message": _("time_excluded", default="La date est retirée.")}
