"""The card « Engagement budgétaire » on an item."""

from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import short_date
from communes.policy.bridges.deliberations_finance import storage
from communes.policy.domain.commitment import Commitment
from communes.policy.i18n import _
from datetime import date
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class CommitmentCard(BrowserView):
    """The number the accounts gave, or that they were asked; else nothing."""

    order, side = 40, True
    template = ViewPageTemplateFile("card.pt")

    def render(self) -> str:
        """Return the card; empty while nothing was asked."""
        return self.template() if self.asked is not None else ""

    @cached_property
    def asked(self) -> Commitment | None:
        return storage.commitment_of(self.context)

    @property
    def tag(self) -> Tag:
        if self.asked.number:
            return Tag(_("commitment_made", default="Inscrit"), "ok")
        return Tag(_("commitment_waits", default="Demandé"), "wait")

    @property
    def facts(self) -> list[Fact]:
        """Its number and day, and when it was asked."""
        made, today = self.asked.committed_on, date.today()
        found = [
            Fact(_("commitment_number", default="Numéro"), self.asked.number),
            Fact(
                _("commitment_day", default="Inscrit le"),
                short_date(made, today) if made else "",
            ),
            Fact(
                _("commitment_asked", default="Demandé à la comptabilité le"),
                short_date(self.asked.asked_on, today),
            ),
        ]
        return [one for one in found if one.value]
