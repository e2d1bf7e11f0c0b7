"""``<alert>``: a message on a page of its own, for who follows its address."""

from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.web.browser.editing.alert import LEVELS
from communes.web.browser.pages.content_page import ContentPage
from communes.web.i18n import _
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


_KINDS = {"info": "info", "warning": "wait", "urgent": "late"}


class AlertPage(ContentPage):
    """What is said, how urgent it is, and from when to when."""

    template = ViewPageTemplateFile("templates/alert.pt")

    @property
    def page_description(self) -> str:
        return str(self.context.text or "")

    @property
    def tags(self) -> list[str]:
        return [self.context.UID()]

    @property
    def level(self) -> list[Tag]:
        """How much it presses, in a word."""
        return [Tag(LEVELS[self.context.level], _KINDS[self.context.level])]

    @property
    def facts(self) -> list[Fact]:
        """From when to when."""
        pairs = (
            (_("alert_starts", default="Dès le"), self.context.starts),
            (_("alert_ends", default="Jusqu'au"), self.context.ends),
        )
        return [Fact(term, self.day_and_hour(one)) for term, one in pairs if one]
