"""The page of a page: its sections, in order, as wide as they are."""

from communes.core.parts.domain.values import Crumb
from communes.web.api.showing import leading_shared
from communes.web.browser.pages.content_page import ContentPage
from communes.web.browser.pages.sectioned import SectionedPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PagePage(ContentPage, SectionedPage):
    """``<page>``: citizens read it; who writes it has its buttons above."""

    template = ViewPageTemplateFile("templates/page.pt")

    @property
    def page_picture(self) -> str:
        return leading_shared(self.context)

    @property
    def portal(self) -> bool:
        """Whether its sections make the whole page."""
        return bool(self.context.portal)

    @property
    def has_search(self) -> bool:
        """Whether a banner of its own has the search."""
        return any(one.kind == "hero" and one.holds.search for one in self.sections)

    @property
    def headed(self) -> bool:
        """Whether a banner is the heading of the page."""
        return any(self.heads(one) for one in self.sections)

    @property
    def trail(self) -> list[Crumb]:
        return [] if self.portal else super().trail
