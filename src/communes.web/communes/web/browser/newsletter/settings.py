"""A newsletter is made and set: who sends it, its themes, what stands around."""

from collections.abc import Mapping
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.web.api.newsletters import create_newsletter
from communes.web.api.newsletters import edit_newsletter
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.browser.filling.rows import Rows
from communes.web.browser.newsletter.frame import newsletters_crumb
from communes.web.i18n import _
from typing import Any


FREQUENCIES = {
    "free": _("frequency_free", default="Quand vous l'envoyez"),
    "daily": _("frequency_daily", default="Un projet de numéro chaque jour"),
    "weekly": _("frequency_weekly", default="Un projet de numéro chaque lundi"),
}
TEXTS = ("title", "description", "sender_name", "sender_address", "reply_to",
         "frequency", "header", "footer", "consent", "privacy_url")  # fmt: skip


class SettingsPage(ContentForm):
    """``<newsletter>/reglages``: a theme keeps its id when its name changes."""

    page_title = _("newsletter_settings", default="Réglages de la lettre")

    @property
    def trail(self) -> list[Crumb]:
        found = self.context
        return [Crumb(found.title, f"{found.absolute_url()}/gestion")]

    @property
    def cancel_url(self) -> str:
        return f"{self.context.absolute_url()}/gestion"

    def start(self) -> dict[str, Any]:
        one = self.context
        return {
            **{name: getattr(one, name) or "" for name in TEXTS},
            "per_minute": str(one.per_minute or ""),
            "archive_online": "1" if one.archive_online else "",
            "topics": [dict(row) for row in one.topics],
        }

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        return [
            Group("", self._what(values)),
            Group(_("group_topics", default="Thèmes"), [self._topics(values)],
                  _("group_topics_help",
                    default="Ce que l'abonné choisit de recevoir. Un identifiant "
                    "vide est fait du nom ; un thème retiré disparaît des choix.")),
            Group(_("group_sender", default="Expéditeur"), self._sender(values)),
            Group(_("group_around", default="Autour de chaque numéro"),
                  self._around(values)),
        ]  # fmt: skip

    def keep(self, values: dict[str, Any]) -> str:
        edit_newsletter(self.context, read(values), self.given_revision)
        self.saved(_("saved", default="Enregistré."))
        return f"{self.context.absolute_url()}/gestion"

    def _what(self, values: Mapping[str, Any]) -> list[Field]:
        return [
            _field(values, "title", _("label_newsletter_name", default="Nom"),
                   required=True),
            _field(values, "description", _("label_description", default="Résumé"),
                   "textarea", rows=3),
            Field("frequency", _("label_frequency", default="Fréquence"), "select",
                  required=True,
                  options=options(FREQUENCIES, [values.get("frequency") or "free"]),
                  help=_("help_frequency",
                         default="Un projet reprend ce qui a paru depuis le "
                         "précédent ; vous le relisez avant l'envoi.")),
            _field(values, "archive_online",
                   _("label_archive_online",
                     default="Les numéros envoyés se lisent en ligne"), "checkbox"),
        ]  # fmt: skip

    def _topics(self, values: Mapping[str, Any]) -> Rows:
        columns = (
            Field("title", _("label_topic", default="Nom du thème")),
            Field("id", _("label_topic_id", default="Identifiant")),
        )  # fmt: skip
        return Rows("topics", _("group_topics", default="Thèmes"), columns,
                    values.get("topics", ()), empty=2)  # fmt: skip

    def _sender(self, values: Mapping[str, Any]) -> list[Field]:
        return [
            _field(values, "sender_name",
                   _("label_sender_name", default="Nom de l'expéditeur"),
                   help=_("help_sender_name", default="Vide : le nom du site.")),
            _field(values, "sender_address",
                   _("label_sender_address", default="Adresse de l'expéditeur"),
                   "email",
                   help=_("help_sender_address",
                          default="D'un domaine que votre serveur de courriel signe. "
                          "Vide : l'adresse du site.")),
            _field(values, "reply_to",
                   _("label_reply_to", default="Adresse des réponses"), "email"),
            _field(values, "per_minute",
                   _("label_per_minute", default="Messages par minute"), "number",
                   help=_("help_per_minute",
                          default="Ce que votre serveur de courriel accepte ; 0 : "
                          "sans limite.")),
        ]  # fmt: skip

    def _around(self, values: Mapping[str, Any]) -> list[Field]:
        return [
            _field(values, "header",
                   _("label_header", default="Mot d'accueil de chaque numéro"),
                   "textarea", rows=3),
            _field(values, "footer",
                   _("label_footer", default="Pied de chaque numéro"), "textarea",
                   rows=3,
                   help=_("help_footer",
                          default="L'adresse de l'administration, par exemple.")),
            _field(values, "consent",
                   _("label_consent", default="Ce que l'abonné accepte"), "textarea",
                   rows=3,
                   help=_("help_consent",
                          default="La phrase se lit sur le formulaire "
                          "d'abonnement.")),
            _field(values, "privacy_url",
                   _("label_privacy_url", default="Page « vie privée »")),
        ]  # fmt: skip


class NewNewsletter(SettingsPage):
    """``/nouvelle-lettre``: the same form, empty."""

    page_title = _("newsletter_new", default="Nouvelle lettre")
    identity = ""
    revision = ""

    @property
    def trail(self) -> list[Crumb]:
        return [newsletters_crumb(self.site)]

    @property
    def cancel_url(self) -> str:
        return f"{self.site_url}/newsletters"

    def start(self) -> dict[str, Any]:
        return {"frequency": "free", "archive_online": "1"}

    def keep(self, values: dict[str, Any]) -> str:
        made = create_newsletter(self.context, read(values))
        self.saved(
            _("newsletter_made",
              default="La lettre est créée. Publiez-la pour que l'on puisse "
              "s'y abonner.")
        )  # fmt: skip
        return str(made.absolute_url())


def read(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of the form as the door takes them."""
    return {
        **{name: values[name] for name in TEXTS},
        "per_minute": whole(values["per_minute"], 0),
        "archive_online": bool(values["archive_online"]),
        "topics": values["topics"],
    }


def _field(
    values: Mapping[str, Any], name: str, label: str, kind: Any = "text", **more: Any
) -> Field:
    return Field(name, label, kind, values.get(name, ""), **more)
