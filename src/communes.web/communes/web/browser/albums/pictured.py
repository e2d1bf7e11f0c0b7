"""What the pages of events, news and albums have in common: looks and photographs."""

from communes.core.parts.domain.values import Action
from communes.web.api.pictures import leading_picture
from communes.web.api.pictures import may_write
from communes.web.api.pictures import pictures_of
from communes.web.browser.albums.showing import of_picture
from communes.web.browser.editing.offers import offers
from communes.web.browser.pages.content_page import ContentPage
from communes.web.browser.resources import resource
from communes.web.domain.pictures import Crop
from communes.web.i18n import _
from functools import cached_property
from typing import Any


class DatedLooks:
    """Pages with the styles of agendas, news and albums."""

    @property
    def style(self) -> str:
        return resource("dated.css")


class PicturedPage(DatedLooks, ContentPage):
    """A page with photographs, that a press shows large."""

    @property
    def script(self) -> str:
        return resource("lightbox.js")

    @cached_property
    def pictures(self) -> list[Any]:
        """The pictures it holds, in their order."""
        return pictures_of(self.context)

    @property
    def photos(self) -> list[dict[str, Any]]:
        """What the grid shows of each: its square, its page, its words."""
        return [
            {
                "thumb": of_picture(one, Crop.SQUARE),
                "large": of_picture(one),
                "url": f"{one.absolute_url()}/view",
                "caption": one.title,
            }
            for one in self.pictures
        ]


class ToldPage(PicturedPage):
    """A text below one leading picture, the other pictures after it."""

    page_kind = "article"

    @cached_property
    def pictures(self) -> list[Any]:
        """The other pictures."""
        first = self.context.picture
        return [one for one in pictures_of(self.context) if one.getId() != first]

    @property
    def leading(self) -> Any | None:
        found = leading_picture(self.context)
        return None if found is None else of_picture(found)

    @property
    def text(self) -> str:
        found = self.context.text
        return found.output_relative_to(self.context) if found else ""

    @property
    def actions(self) -> list[Action]:
        """What whoever keeps it may do; nothing for citizens."""
        found = offers(self.context)
        if may_write(self.context):
            url = f"{self.context.absolute_url()}/photos"
            found.insert(1, Action(_("photos_title", default="Photos"), url))
        return found
