"""``<page>/lecture?section=``: a video or a page of another site, after a click.

The page itself asks nothing of anybody else; only this one lets a frame of that one
host in (decision 0028).
"""

from communes.core.public.page import PublicPage
from communes.web.api.pages import sections
from communes.web.api.showing import player_of
from communes.web.domain.sections.record import Section
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlsplit
from zExceptions import NotFound


class PlayerPage(PublicPage):
    """The one page of a content that shows a frame."""

    template = ViewPageTemplateFile("templates/player.pt")
    page_hidden = True

    def __call__(self) -> str:
        if not self.address:
            raise NotFound("lecture")
        parts = urlsplit(self.address)
        frame = f"{parts.scheme}://{parts.netloc}"
        policy = (
            "default-src 'self'; script-src 'self' 'unsafe-eval'; "
            "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' "
            f"data:; frame-src {frame}; object-src 'none'; base-uri 'self'; "
            "form-action 'self'; frame-ancestors 'self'"
        )
        self.request.response.setHeader("Content-Security-Policy", policy)
        return super().__call__()

    @cached_property
    def section(self) -> Section | None:
        """The section asked for, when it has something elsewhere to show."""
        asked = self.request.form.get("section", "")
        found = sections(self.context)
        return next((one for one in found if one.id == asked and not one.hidden), None)

    @property
    def address(self) -> str:
        """What the frame shows; empty for a section that shows nothing elsewhere."""
        return player_of(self.section) if self.section is not None else ""

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @property
    def is_video(self) -> bool:
        return self.section.kind == "video"

    @property
    def page_title(self) -> str:
        return str(self.section.holds.name)

    @property
    def identity(self) -> str:
        return _("player_of", default="Chez ${host}", mapping={"host": self.host})

    @property
    def back(self) -> str:
        """The section the person comes from."""
        return f"{self.context.absolute_url()}#{self.section.id}"
