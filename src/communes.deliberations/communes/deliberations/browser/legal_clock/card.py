"""The card of the legal clock beside the agenda of a meeting."""

from communes.core.parts.domain.values import Fact
from communes.deliberations.api.legal_clock import legal_clock
from communes.deliberations.browser import words
from communes.deliberations.browser.interfaces import IMoreCard
from communes.deliberations.browser.legal_clock import words as clock_words
from communes.deliberations.i18n import _
from datetime import datetime
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


@implementer(IMoreCard)
class ClockCard(BrowserView):
    """Each term with its day, what is left, and its calculation one click away."""

    order = 10
    side = True
    template = ViewPageTemplateFile("card.pt")

    def render(self) -> str:
        if not self.lines and not self.own:
            return ""
        return self.template()

    @property
    def lines(self) -> list[dict]:
        """The terms as the card shows them."""
        today = datetime.now().date()
        return [
            {
                "title": clock_words.title(line),
                "latest": clock_words.at_the_latest(line, today),
                "tag": clock_words.tag(line),
                "facts": clock_words.calculation(line),
            }
            for line in legal_clock(self.context)
        ]

    @property
    def own(self) -> list[Fact]:
        """The deadlines the secretariat set itself."""
        named = (
            (
                _("clock_own_validation", default="Validation des points"),
                self.context.validation_deadline,
            ),
            (
                _("clock_own_late", default="Points supplémentaires"),
                self.context.late_items_deadline,
            ),
        )
        return [Fact(title, words.day_and_hour(one)) for title, one in named if one]
