"""``/accueil-du-site``: the first page of the site, made of its page « accueil »."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.web.api.pages import home_page
from communes.web.api.pages import sections
from communes.web.api.pages import usual_home
from communes.web.api.showing import bodies
from communes.web.api.showing import Body
from communes.web.api.showing import leading_shared
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.pages.page import PagePage
from communes.web.domain.list_tags import shown_by
from communes.web.domain.sections.record import Section
from functools import cached_property
from typing import Any


class HomePage(PagePage):
    """The page « accueil » of the site; before there is one, what every site has."""

    portal = True

    @cached_property
    def page(self) -> Any | None:
        """The page whose sections are shown; None when there is none to see."""
        return home_page(self.site)

    @cached_property
    def sections(self) -> Sequence[Section]:
        if self.page is None:
            return usual_home(self.site)
        return [one for one in sections(self.page) if not one.hidden]

    @cached_property
    def bodies(self) -> Sequence[Body]:
        holder = self.site if self.page is None else self.page
        found = bodies(holder, self.sections, self.request, self.now)
        return [one for one in found if not one.is_empty]

    @property
    def tags(self) -> list[str]:
        own = [] if self.page is None else [self.page.UID()]
        lists = shown_by(tuple(one.kind for one in self.sections))
        return [*lists, *own, *(uid for body in self.bodies for uid in body.tags)]

    @property
    def page_title(self) -> str:
        return "" if self.page is None else str(self.page.title)

    @property
    def page_description(self) -> str:
        return "" if self.page is None else str(self.page.description or "")

    @property
    def page_picture(self) -> str:
        return "" if self.page is None else leading_shared(self.page)

    def heads(self, section: Section) -> bool:
        banners = [one.id for one in self.sections if one.kind == "hero"]
        return banners[:1] == [section.id]

    def play_action(self, section: Section) -> Action:
        action = super().play_action(section)
        if self.page is None:
            return action
        return Action(
            action.title,
            f"{self.page.absolute_url()}/lecture?section={section.id}",
            icon=action.icon,
        )

    @property
    def actions(self) -> Sequence[Action]:
        return () if self.page is None else offers(self.page)

    @property
    def marks(self) -> Sequence[Tag]:
        return () if self.page is None else state_tags(self.page)
