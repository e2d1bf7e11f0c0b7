"""Doing something with an advice: at once, or after a page that asks why."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.shell.acting import Act
from communes.deliberations.api.advice import advice
from communes.deliberations.api.advice import row_choices
from communes.deliberations.api.advising import act_on_advice
from communes.deliberations.browser import words
from communes.deliberations.domain.advices.acts import ACT_LABELS
from communes.deliberations.domain.advices.acts import AdviceAct
from communes.deliberations.domain.advices.acts import COMMENTED
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class AdviceDeed(Act):
    """``GET`` asks what the act needs; ``POST`` does it."""

    template = ViewPageTemplateFile("act.pt")
    wants_patterns = False

    def __call__(self) -> str:
        if self.request.method == "POST":
            return super().__call__()
        if self.asked is None:
            self.request.response.redirect(self.context.absolute_url())
            return ""
        return self.template()

    def act(self) -> dict:
        """Do it; the page of the item is where one goes on when the advice is gone."""
        self.item_url = aq_parent(self.context).absolute_url()
        act = self.given("act")
        act_on_advice(
            self.context,
            act,
            comment=self.given("comment").strip(),
            row=self.given("row"),
            revision=self.revision,
        )
        if act == AdviceAct.WITHDRAW:
            self.gone = True
        said = words.said(label(ACT_LABELS, AdviceAct(act)), self.request).lower()
        done = _("advice_done", default="C'est fait : ${act}.", mapping={"act": said})
        return {"message": done}

    gone = False

    def back(self) -> str:
        if self.gone:
            return f"{self.item_url}/avis"
        return f"{self.context.absolute_url()}/view"

    @cached_property
    def asked(self) -> AdviceAct | None:
        """The act the page asks about, None when it is not open to the person."""
        wanted = self.given("act")
        found = (one for one in advice(self.context).acts if one.id == wanted)
        possible = next(found, None)
        if possible is None or not possible.available:
            return None
        return possible.id

    @property
    def page_title(self) -> str:
        return label(ACT_LABELS, self.asked)

    @property
    def trail(self) -> Sequence[Crumb]:
        item = aq_parent(self.context)
        return words.trail(aq_parent(item), item, self.context)

    @property
    def read(self) -> str:
        """The revision the person has seen."""
        return str(advice(self.context).revision)

    @property
    def fields(self) -> list[Field]:
        """What the act needs to know."""
        found = []
        if self.asked is AdviceAct.SWITCH:
            options = tuple(
                Option(id, title) for id, title in row_choices(self.context)
            )
            title = _("advice_row", default="Nouveau délai")
            found.append(Field("row", title, "select", options=options, required=True))
        found.append(
            Field(
                "comment",
                _("advice_why", default="Raison"),
                "textarea",
                help=_("advice_why_help", default="Elle est gardée dans l'historique."),
                required=self.asked in COMMENTED,
            )
        )
        return found

    @property
    def answers(self) -> list[Action]:
        """The button that does it."""
        return [
            Action(
                self.page_title,
                primary=True,
                method="submit",
                name="act",
                value=self.asked.value,
            )
        ]
