"""``<newsletter>/s-abonner``: an address, themes, and a letter to confirm."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.protection.api import check
from communes.web.api.newsletters import topics
from communes.web.api.subscribers import ask_in
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.i18n import _
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import alsoProvides


class SubscribePage(FillingPage):
    """Says the same whether the address was known; works without a script."""

    guard = "s-abonner-lettre"
    done_template = ViewPageTemplateFile("templates/subscribed.pt")
    press = Action(_("subscribe", default="S'abonner"), method="submit", primary=True)

    @property
    def page_title(self) -> str:
        title = _(
            "subscribe_title",
            default="S'abonner à « ${title} »",
            mapping={"title": self.context.title},
        )
        return title

    @property
    def explanation(self) -> str:
        said = self.context.consent or ""
        usual = _(
            "subscribe_consent",
            default="Votre adresse sert à vous envoyer cette lettre et n'est donnée à "
            "personne. Rien ne dit si vous ouvrez un message ou suivez un lien. Un "
            "lien dans chaque message vous désabonne.",
        )
        return said or usual

    def start(self) -> dict[str, Any]:
        return {"adresse": "", "themes": [one.id for one in topics(self.context)]}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        blocks = [
            Field("adresse", _("your_address", default="Votre adresse électronique"),
                  "email", values.get("adresse", ""), required=True,
                  autocomplete="email")
        ]  # fmt: skip
        themes = topics(self.context)
        if themes:
            blocks.append(themes_field(themes, values.get("themes", [])))
        return [Group("", blocks)]

    def genuine(self) -> None:
        # The sealed moment in the page takes the place of a token.
        alsoProvides(self.request, IDisableCSRFProtection)
        check(self.request, self.guard)

    def keep(self, values: dict[str, Any]) -> str:
        chosen = values.get("themes", [])
        ask_in(self.site, self.context, values["adresse"], chosen, self.request)
        self.template = self.done_template
        return ""


def themes_field(themes: Any, chosen: Any) -> Field:
    """Return the boxes of the themes of a newsletter."""
    return Field(
        "themes",
        _("your_themes", default="Ce qui vous intéresse"),
        "checkboxes",
        help=_("your_themes_help", default="Sans choix, vous recevez tout."),
        options=tuple(Option(one.id, one.title, one.id in chosen) for one in themes),
    )
