"""The first page of an institution, its colours and its logo."""

from communes.core.hardening.giving import forbid_guessing
from communes.core.parts.domain.values import Fact
from communes.core.theme.views import PlaceStyles
from communes.publications.api import portal_pages
from communes.publications.api.types import KINDS
from communes.publications.browser.public.portal import Meetings
from communes.publications.i18n import _
from datetime import datetime
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class InstitutionPage(Meetings):
    """Its organs, what comes, what was decided, and how to reach it."""

    template = ViewPageTemplateFile("templates/institution.pt")

    @property
    def page_title(self) -> str:
        return self.context.title

    @property
    def nis(self) -> str:
        return self.context.getId()

    @property
    def kind(self) -> str:
        return KINDS.getTerm(self.context.kind).title

    @cached_property
    def organs(self) -> list[dict]:
        """The organs of which something is public; the others are not even named."""
        found = self.context.objectValues()
        return [
            {"title": one.Title(), "url": one.absolute_url()}
            for one in found
            if one.portal_type == "communes.publications.PublishedAssembly"
            and api.user.has_permission("View", obj=one)
        ]

    @property
    def modified(self) -> datetime:
        return self.context.modified().asdatetime()

    @property
    def facts(self) -> list[Fact]:
        one = self.context
        mail = _("contact_mail", default="Courriel")
        found = [Fact(mail, one.mail, f"mailto:{one.mail}")]
        if one.address:
            found.insert(0, Fact(_("contact_address", default="Adresse"), one.address))
        if one.website:
            found.append(
                Fact(_("contact_website", default="Site"), one.website, one.website)
            )
        number = _("contact_enterprise", default="Numéro d'entreprise")
        return [*found, Fact(number, _spaced(one.enterprise_number))]


class AssemblyPage(Meetings):
    """Every meeting of an organ, by year; of a year, for that year alone."""

    template = ViewPageTemplateFile("templates/assembly.pt")

    @property
    def nis(self) -> str:
        return self.institution.getId()

    @property
    def page_title(self) -> str:
        organ = self.organ.Title()
        return (
            organ if self.organ == self.context else f"{organ} {self.context.Title()}"
        )

    @property
    def organ(self):
        is_year = self.context.portal_type == "communes.publications.PublishedYear"
        return self.context.__parent__ if is_year else self.context

    @cached_property
    def years(self) -> list[dict]:
        """The meetings of each year, the latest year first."""
        found: dict[str, list] = {}
        for row in portal_pages.meetings_below(self.context):
            year = str(row.date.astimezone(self.zone).year)
            found.setdefault(year, []).append(row)
        return [
            {"year": year, "lines": self.lines(rows)} for year, rows in found.items()
        ]


class InstitutionStyles(PlaceStyles):
    """``couleurs.css``: the colour of an institution over that of the portal."""

    @property
    def brand_colour(self) -> str:
        return str(self.context.brand_colour)


class InstitutionLogo(BrowserView):
    """``logo``: the picture of an institution, harmless when opened alone."""

    def __call__(self) -> bytes:
        logo = self.context.logo
        if logo is None:
            raise NotFound("logo")
        response = self.request.response
        forbid_guessing(response)
        response.setHeader("Content-Type", logo.contentType)
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        response.setHeader("Cache-Control", "public, max-age=3600")
        return logo.data


def _spaced(number: str) -> str:
    """Return « 0207.336.212 », as the bank of enterprises writes it."""
    return f"{number[:4]}.{number[4:7]}.{number[7:]}"
