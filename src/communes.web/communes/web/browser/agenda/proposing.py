"""``<agenda>/proposer``: a citizen proposes an event; somebody reads it first."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.protection.api import check
from communes.core.protection.domain.bucket import Rate
from communes.web.api.proposals import is_open
from communes.web.api.proposals import propose
from communes.web.browser.agenda.asking import groups
from communes.web.browser.agenda.typed import read_typed
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.domain.proposal import read_proposer
from communes.web.i18n import _
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


FORM = "proposer"
#: An association announces a season at once.
RATE = Rate(burst=5, seconds=900.0)


class Proposing(FillingPage):
    """Base of both: works without a script, protected without a third party."""

    done_template = ViewPageTemplateFile("templates/proposed.pt")
    guard = FORM
    number = ""
    explanation = _(
        "propose_intro",
        default="Votre proposition est relue par la commune avant d'être publiée. "
        "Votre nom et votre adresse ne sont jamais publiés ; ils servent à vous "
        "répondre, puis sont effacés.",
    )
    press = Action(_("propose_press", default="Envoyer ma proposition"), primary=True,
                   method="submit", name="garder", value="1")  # fmt: skip

    def __call__(self) -> str:
        if not is_open(self.context):
            raise NotFound(FORM)
        return super().__call__()

    @property
    def identity(self) -> str:
        return self.context.title

    def start(self) -> dict[str, Any]:
        """Return an empty form."""
        return {}

    def genuine(self) -> None:
        """Refuse machines, and who sends too often."""
        # The sealed moment in the page takes the place of a token.
        alsoProvides(self.request, IDisableCSRFProtection)
        check(self.request, FORM, RATE)

    def keep(self, values: dict[str, Any]) -> str:
        """Keep the proposal, and say its number."""
        by = read_proposer({**values, "name": values.get("nom", ""),
                            "mail": values.get("courriel", ""),
                            "consent": values.get("accord", "")})  # fmt: skip
        self.number = propose(self.context, self.proposed(values), by)
        self.template = self.done_template
        return ""

    def proposed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what was typed as the values of the door."""
        raise NotImplementedError

    def who(self, values: Mapping[str, Any]) -> Group:
        """Return the part of the form that asks who proposes."""
        return Group(
            _("propose_who", default="Vous"),
            [
                Field("nom", _("propose_name", default="Votre nom"),
                      value=str(values.get("nom") or ""), required=True,
                      autocomplete="name"),
                Field("courriel",
                      _("propose_mail", default="Votre adresse électronique"), "email",
                      str(values.get("courriel") or ""), required=True,
                      autocomplete="email"),
                Field("accord",
                      _("propose_consent", default="J'accepte que la commune garde mon "
                        "nom et mon adresse jusqu'à sa réponse"),
                      "checkbox", str(values.get("accord") or ""), required=True),
            ],
        )  # fmt: skip


class ProposeEvent(Proposing):
    """An event of a citizen or an association."""

    page_title = _("event_propose", default="Proposer un événement")

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        """Return the form of an event, and who proposes it."""
        return [*groups(values, simple=True), self.who(values)]

    def proposed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the event."""
        return read_typed(values)


class ProposeNews(Proposing):
    """A piece of news of a citizen or an association."""

    page_title = _("news_propose", default="Proposer une actualité")

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        """Return the form of a piece of news, and who proposes it."""
        asked = [
            Field("title", _("label_title", default="Titre"),
                  value=str(values.get("title") or ""), required=True),
            Field("description", _("label_description", default="Résumé"), "textarea",
                  str(values.get("description") or "")),
            Field("text", _("label_text", default="Texte"), "textarea",
                  str(values.get("text") or ""), rows=8, required=True),
            Field("link", _("label_link", default="En savoir plus (adresse)"),
                  value=str(values.get("link") or "")),
        ]  # fmt: skip
        return [Group("", asked), self.who(values)]

    def proposed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the piece of news."""
        names = ("title", "description", "text", "link")
        return {name: values.get(name, "") for name in names}
