"""The card « Décisions » on the sheet of an action."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.writing import short_date
from communes.deliberations.browser import words as item_words
from communes.policy.bridges.pst_deliberations.finding import Mention
from communes.policy.bridges.pst_deliberations.finding import mentions
from communes.policy.bridges.pst_deliberations.sending import open_assemblies
from communes.policy.i18n import _
from communes.pst.api.element import element_record
from communes.pst.domain.reference import reference
from datetime import date
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class DecisionsCard(BrowserView):
    """The items that mention the action, and the way to make one of it."""

    order = 10
    template = ViewPageTemplateFile("card.pt")

    def render(self) -> str:
        """Return the card; empty for who sees no item and may make none."""
        return self.template() if self.rows or self.actions else ""

    @cached_property
    def rows(self) -> list[dict]:
        record, today = element_record(self.context), date.today()
        return [
            {
                "title": one.title,
                "url": self.request.physicalPathToURL(one.path),
                "tag": item_words.item_tag(one.state),
                "about": self._about(one, today),
            }
            for one in mentions(self.context, reference(record))
        ]

    def _about(self, one: Mention, today: date) -> str:
        """Return the reference and the day of the meeting, else of the last change."""
        when = short_date(one.modified, today)
        if one.met_on is not None:
            said = _(
                "pst_met",
                default="séance du ${day}",
                mapping={"day": short_date(one.met_on, today)},
            )
            when = translate(said, context=self.request)
        return " · ".join(filter(None, (one.reference, when)))

    @cached_property
    def actions(self) -> list[Action]:
        """One button for each assembly the person may submit to."""
        url = f"{self.context.absolute_url()}/envoyer-au-college"
        return [
            Action(
                _("pst_send", default="Envoyer : ${assembly}",
                  mapping={"assembly": one.title}),
                url,
                method="post",
                values={"assemblee": one.getId()},
                small=True,
            )
            for one in open_assemblies()
        ]  # fmt: skip
