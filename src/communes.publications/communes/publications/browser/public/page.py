"""The base of the pages of a portal: the looks and the clocks of institutions."""

from communes.core.parts.domain.values import Crumb
from communes.core.public import page
from communes.publications.api import portal_pages
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo


class PublicPage(page.PublicPage):
    """A page of one institution, or of the portal above all of them."""

    @cached_property
    def institution(self) -> Any | None:
        """The institution this page is of; None on a page of the whole portal."""
        return portal_pages.institution_above(self.context)

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
    def tags(self) -> tuple[str, ...]:
        """The names by which a proxy forgets the page."""
        return portal_pages.tags_of(self.context)

    @property
    def trail(self) -> list[Crumb]:
        """The places above, from the portal down."""
        return [Crumb(title, url) for title, url in portal_pages.above(self.context)]

    @cached_property
    def zone(self) -> ZoneInfo:
        name = getattr(self.institution, "timezone", None) or "Europe/Brussels"
        return ZoneInfo(name)
