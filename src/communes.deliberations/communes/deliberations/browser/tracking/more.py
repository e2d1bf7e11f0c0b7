"""What the work before the meeting adds to the page of an item and the dashboard."""

from communes.core.organisation.api import services
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import deadline
from communes.deliberations.api import reading
from communes.deliberations.api.claim import claim_view
from communes.deliberations.api.completeness import completeness
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.item import may_edit
from communes.deliberations.api.label import labels
from communes.deliberations.browser.tracking.claiming import claim_actions
from communes.deliberations.browser.tracking.page import completeness_tag
from communes.deliberations.i18n import _
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class TrackingTab:
    """The tab « Suivi »."""

    order = 40

    def __init__(self, item: object, request: object) -> None:
        self.item = item

    def tab(self, current: str) -> Tab:
        """Return the tab; everybody who reads the item may put labels of her own."""
        title = _("item_tracking", default="Suivi")
        return Tab(title, f"{self.item.absolute_url()}/suivi", current == "tracking")


class TrackingCard(BrowserView):
    """Who has the item, its completeness, labels, deadline and budget, in brief."""

    order = 20
    side = True
    template = ViewPageTemplateFile("card.pt")

    def render(self) -> str:
        """Return the card; empty when there is nothing to say or to do."""
        told = self.facts or self.tags or self.actions
        return self.template() if told else ""

    @cached_property
    def claim(self):
        return claim_view(self.context)

    @property
    def actions(self) -> list[Action]:
        return claim_actions(self.context, self.claim)

    @cached_property
    def tags(self) -> list[Tag]:
        """The completeness and the labels, words in tags."""
        found = []
        if reading.may_do(VIEW_INTERNAL_NOTES, self.context):
            view = completeness(self.context)
            if view.used:
                found.append(completeness_tag(view.value))
        put = labels(self.context)
        found += [Tag(one.title, one.kind) for one in put.common]
        return [*found, *(Tag(one, "off") for one in put.own)]

    @cached_property
    def facts(self) -> list[Fact]:
        """What has a term and a value, empty ones left out."""
        item = self.context
        costs, sum_of = item.budget_related, item.budget_amount
        total = amount(sum_of) if costs and sum_of is not None else ""
        year = str(item.budget_year or "") if costs else ""
        article = item.budget_article if costs else ""
        pairs = [
            Fact(_("taken_over_by", default="Pris en charge"), self.claim.name),
            Fact(_("deadline", default="À passer avant le"), self._deadline()),
            Fact(_("budget_amount", default="Montant HTVA"), total),
            Fact(_("budget_article", default="Article"), article),
            Fact(_("budget_year", default="Exercice"), year),
            Fact(_("keywords", default="Mots-clés"), ", ".join(item.keywords or ())),
            Fact(_("in_copy", default="En copie"), self._copies()),
        ]
        return [one for one in pairs if one.value]

    def _copies(self) -> str:
        item = self.context
        told = {*(item.copy_groups or ()), *(item.restricted_copy_groups or ())}
        if not told:
            return ""
        known = services(api.portal.get())
        return ", ".join(one.title for one in known if one.id in told)

    def _deadline(self) -> str:
        day = self.context.meeting_deadline
        return deadline(day, date.today()) if day else ""


class TrackingActions:
    """To write the item anew, and to take over the agenda it fixes."""

    order = 40

    def __init__(self, item: object, request: object) -> None:
        self.item = item

    def actions(self) -> list[Action]:
        """Return the buttons this person may use."""
        item, url = self.item, self.item.absolute_url()
        found = []
        if item.fixes_agenda_of and may_edit(item, ("decision",)):
            title = _("button_take_agenda", default="Reprendre l'ordre du jour")
            values = {"revision": str(item_revision(item))}
            confirm = _(
                "take_agenda_confirm",
                default="Remplacer la décision par l'ordre du jour actuel de l'autre "
                "séance ?",
            )
            found.append(
                Action(
                    title,
                    f"{url}/reprendre-ordre-du-jour",
                    method="post",
                    values=values,
                    confirm=confirm,
                )
            )
        notes = reading.may_do(VIEW_INTERNAL_NOTES, item)
        if notes and reading.may_do(ADD_ITEM, item.aq_parent):
            title = _("button_duplicate", default="Dupliquer")
            found.append(Action(title, f"{url}/dupliquer", method="post"))
        return found
