"""The first page of the portal: search, institutions, what comes, what was decided."""

from communes.publications.api import portal_pages
from communes.publications.browser.public.page import PublicPage
from communes.publications.browser.public.words import stage_tag
from communes.publications.i18n import _
from datetime import datetime
from datetime import UTC
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: How many meetings stand on a first page; the organs lead to the others.
MOST = 6


class Meetings(PublicPage):
    """For pages that list meetings: ``rows`` with the words they show."""

    nis = ""
    coming_title = _("portal_coming", default="Prochaines séances")
    latest_title = _("portal_latest", default="Dernières séances")
    empty_title = _("portal_empty", default="Rien n'est encore publié.")
    empty_text = _(
        "portal_empty_text",
        default="Les ordres du jour et les décisions apparaîtront ici dès leur "
        "publication.",
    )

    @cached_property
    def names(self) -> dict[str, str]:
        found = portal_pages.institution_rows(self.site)
        return {one.nis: one.title for one in found}

    @cached_property
    def coming(self) -> list[dict]:
        now = datetime.now(UTC)
        rows = portal_pages.coming_meetings(self.site, now, MOST, self.nis)
        return self.lines(rows)

    @cached_property
    def latest(self) -> list[dict]:
        now = datetime.now(UTC)
        rows = portal_pages.latest_meetings(self.site, now, MOST, self.nis)
        return self.lines(rows)

    def lines(self, rows) -> list[dict]:
        """Return rows as the template shows them."""
        alone = bool(self.nis) or len(self.names) < 2
        return [
            {
                "title": row.title,
                "url": row.url,
                "when": self.day(row.date),
                "institution": "" if alone else self.names.get(row.nis, ""),
                "tag": stage_tag(row.stage),
            }
            for row in rows
        ]


class PortalPage(Meetings):
    """``@@decisions``."""

    template = ViewPageTemplateFile("templates/portal.pt")
    page_title = _("portal_title", default="Décisions et séances")

    @property
    def heading(self) -> str:
        if len(self.names) == 1:
            return next(iter(self.names.values()))
        return _("portal_heading", default="Les décisions de vos institutions")

    @cached_property
    def institutions(self) -> list:
        return portal_pages.institution_rows(self.site)
