"""The page of a page: its sections, in order, as wide as they are."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tag
from communes.web.api.showing import leading_shared
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.pages.sectioned import SectionedPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PagePage(SectionedPage):
    """``<page>``: citizens read it; who writes it has its buttons above."""

    template = ViewPageTemplateFile("templates/page.pt")

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def page_description(self) -> str:
        return str(self.context.description or "")

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

    @property
    def actions(self) -> Sequence[Action]:
        """What the person may do with the page; nothing for citizens."""
        return offers(self.context)

    @property
    def marks(self) -> Sequence[Tag]:
        """Where it stands, for who writes it."""
        return state_tags(self.context)
