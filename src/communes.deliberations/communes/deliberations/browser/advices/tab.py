"""The tab « Avis » of an item: who was asked, until when, what they answered."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tab
from communes.core.shell.acting import Act
from communes.deliberations.api.advice import advices
from communes.deliberations.api.advice import AdviceView
from communes.deliberations.api.advice import askable
from communes.deliberations.api.advice import may_ask
from communes.deliberations.api.advice import may_have_advices
from communes.deliberations.api.advising import ask
from communes.deliberations.api.reading import may_do
from communes.deliberations.browser.advices import words
from communes.deliberations.browser.interfaces import IMoreActions
from communes.deliberations.browser.interfaces import IMoreCard
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.i18n import _
from communes.deliberations.permissions import MANAGE_MEETING
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


def shown(seen: AdviceView, url: str) -> dict:
    """Return an advice as the pages show it."""
    return {
        "id": seen.id,
        "title": seen.title,
        "url": f"{url}/{seen.id}" if seen.readable else "",
        "tag": words.tag(seen),
        "flags": words.flags(seen),
        "facts": words.facts(seen),
        "explanation": seen.explanation,
        "motivation": seen.motivation,
        "observations": seen.observations,
        "open": Action(_opening(seen), f"{url}/{seen.id}", small=True)
        if seen.readable
        else None,
    }


def _opening(seen: AdviceView) -> str:
    if seen.may_write:
        return _("advice_write", default="Rédiger l'avis")
    return _("advice_open", default="Ouvrir l'avis")


class ItemAdvices(ItemFrame):
    """``<item>/avis``."""

    tab = "advices"
    empty_title = _("advices_none", default="Aucun avis demandé.")
    empty_text = _(
        "advices_none_text",
        default="Les avis demandés aux services apparaissent ici, avec leur échéance.",
    )
    template = ViewPageTemplateFile("tab.pt")

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def rows(self) -> list[dict]:
        """The advices the person may know of."""
        url = self.context.absolute_url()
        return [shown(one, url) for one in advices(self.context)]

    @cached_property
    def asked(self) -> list[Field]:
        """What is asked of whoever asks an advice; empty when nobody may be asked."""
        if not may_ask(self.context):
            return []
        options = tuple(Option(id, title) for id, title in askable(self.context))
        if not options:
            return []
        return [
            Field(
                "adviser",
                _("advice_ask_whom", default="Avis à demander"),
                "select",
                options=options,
                required=True,
            ),
            Field(
                "comment",
                _("advice_ask_why", default="Votre question"),
                "textarea",
                rows=3,
            ),
        ]

    ask_action = Action(
        _("advice_ask", default="Demander l'avis"), primary=True, method="submit"
    )


class AskAdvice(Act):
    """Asks an advice on the item."""

    def act(self) -> dict:
        ask(self.context, self.given("adviser"), self.given("comment").strip())
        return {"message": _("advice_asked", default="L'avis est demandé.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/avis"


@implementer(IMoreTab)
class AdviceTab(BrowserView):
    """The tab, when there is an advice or one may be asked."""

    order = 40

    def tab(self, current: str) -> Tab | None:
        found = advices(self.context)
        if not found and not (may_ask(self.context) and askable(self.context)):
            return None
        title = _("advices", default="Avis")
        url = f"{self.context.absolute_url()}/avis"
        return Tab(title, url, current == "advices", str(len(found)) if found else "")


@implementer(IMoreActions)
class SynthesisAction(BrowserView):
    """The synthesis of the advices, for whoever manages a meeting that has some."""

    order = 40

    def actions(self) -> list[Action]:
        if not may_have_advices(self.context) or not may_do(
            MANAGE_MEETING, self.context
        ):
            return []
        title = _("advices_synthesis", default="Synthèse des avis")
        url = f"{self.context.absolute_url()}/synthese-avis"
        return [Action(title, url, icon="file-earmark-text")]


@implementer(IMoreCard)
class AdviceCard(BrowserView):
    """The advices in brief, beside the facts of the item."""

    order = 20
    side = True
    template = ViewPageTemplateFile("card.pt")

    def render(self) -> str:
        return self.template() if self.rows else ""

    @cached_property
    def rows(self) -> list[dict]:
        """One line an advice: its name, where it stands, until when."""
        return [
            {"title": one.title, "tag": words.tag(one), "until": words.until(one)}
            for one in advices(self.context)
        ]
