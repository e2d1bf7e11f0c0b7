"""A contact form is made and set: its subjects, who reads them, how long it keeps."""

from collections.abc import Mapping
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.web.api.contact_forms import create_form
from communes.web.api.contact_forms import edit_form
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import Rows
from communes.web.i18n import _
from typing import Any


TEXTS = ("title", "description", "introduction", "consent", "mail_room")
USUAL_DAYS = 30


class SettingsPage(ContentForm):
    """``<form>/reglages``."""

    page_title = _("contact_settings", default="Réglages du formulaire")

    @property
    def trail(self) -> list[Crumb]:
        return [Crumb(self.context.title, self.context.absolute_url())]

    def start(self) -> dict[str, Any]:
        one = self.context
        return {
            **{name: getattr(one, name) or "" for name in TEXTS},
            "copy_offered": "1" if one.copy_offered else "",
            "keep_days": str(one.keep_days),
            "subjects": [dict(row) for row in one.subjects],
        }

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        return [
            Group("", self._what(values)),
            Group(_("contact_subjects", default="Sujets"), [self._subjects(values)],
                  _("contact_subjects_help",
                    default="La personne en choisit un ; le service y répond.")),
            Group(_("contact_after", default="Ce que devient un message"),
                  self._after(values)),
        ]  # fmt: skip

    def keep(self, values: dict[str, Any]) -> str:
        edit_form(self.context, read(values), self.given_revision)
        self.saved(_("saved", default="Enregistré."))
        return str(self.context.absolute_url())

    def _what(self, values: Mapping[str, Any]) -> list[Field]:
        return [
            _field(values, "title", _("label_title", default="Titre"), required=True),
            _field(values, "description", _("label_description", default="Résumé")),
            _field(values, "introduction",
                   _("label_contact_introduction", default="Introduction"), "textarea",
                   help=_("help_contact_introduction",
                          default="Ce qu'il faut savoir avant d'écrire : délais de "
                          "réponse, autres moyens de joindre le service.")),
            _field(values, "consent",
                   _("label_contact_consent", default="Accord sur les données"),
                   "textarea", required=True, rows=3,
                   help=_("help_contact_consent",
                          default="La phrase à cocher avant d'envoyer.")),
        ]  # fmt: skip

    def _subjects(self, values: Mapping[str, Any]) -> Rows:
        columns = (
            Field("title", _("subject_title", default="Sujet")),
            Field("mail", _("subject_mail", default="Adresse du service"), "email"),
            Field("service", _("subject_service", default="Service"),
                  help=_("subject_service_help",
                         default="Son identifiant, pour le courrier entrant.")),
            Field("id", _("subject_id", default="Identifiant"),
                  help=_("help_topic_id", default="Vide : fait du nom.")),
        )  # fmt: skip
        return Rows("subjects", _("contact_subjects", default="Sujets"), columns,
                    values.get("subjects", ()), empty=2)  # fmt: skip

    def _after(self, values: Mapping[str, Any]) -> list[Field]:
        return [
            _field(values, "copy_offered",
                   _("label_copy_offered",
                     default="L'expéditeur peut recevoir une copie"), "checkbox"),
            _field(values, "mail_room",
                   _("label_mail_room",
                     default="Correspondant du courrier entrant"),
                   help=_("help_mail_room",
                          default="Le nom, dans les échanges, du site qui enregistre "
                          "le courrier. Vide : les messages partent par courriel "
                          "seulement.")),
            _field(values, "keep_days",
                   _("label_keep_days", default="Jours de conservation"), "number",
                   required=True,
                   help=_("help_keep_days",
                          default="Ensuite le message s'efface du site ; le service "
                          "garde le sien.")),
        ]  # fmt: skip


class NewForm(SettingsPage):
    """``/nouveau-formulaire``: the same form, empty."""

    page_title = _("contact_new", default="Nouveau formulaire de contact")
    press = Action(_("button_create", default="Créer"), method="submit", primary=True)
    identity = ""
    revision = ""
    trail = ()

    def start(self) -> dict[str, Any]:
        usual = _("default_contact_consent",
                  default="J'accepte que mes données servent à traiter ma "
                  "demande.")  # fmt: skip
        return {"keep_days": str(USUAL_DAYS), "copy_offered": "1", "consent": usual}

    def keep(self, values: dict[str, Any]) -> str:
        made = create_form(self.context, read(values))
        self.saved(
            _("contact_made",
              default="Le formulaire est créé. Publiez-le pour que l'on puisse "
              "écrire.")
        )  # fmt: skip
        return str(made.absolute_url())


def read(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of the form as the door takes them."""
    return {
        **{name: values[name] for name in TEXTS},
        "copy_offered": bool(values["copy_offered"]),
        "keep_days": whole(values["keep_days"], 0),
        "subjects": values["subjects"],
    }


def _field(
    values: Mapping[str, Any], name: str, label: str, kind: Any = "text", **more: Any
) -> Field:
    return Field(name, label, kind, values.get(name, ""), **more)
