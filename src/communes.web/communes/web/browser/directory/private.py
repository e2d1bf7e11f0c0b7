"""``<entry>/donnees-privees``: what only those with the right may read and write."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.web.browser.directory.entry_form import as_typed
from communes.web.browser.directory.entry_form import contact_groups
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import Group
from communes.web.directory import private as door
from communes.web.domain.reading import tell
from communes.web.i18n import _
from typing import Any


class PrivateForm(ContentForm):
    """Shown to who may read it; the journal keeps that it was."""

    page_title = _("private_title", default="Données privées")
    explanation = _(
        "private_explanation",
        default="Ces données ne sont ni publiées, ni cherchables, ni exportées. Leur "
        "lecture est notée au journal.",
    )

    def start(self) -> dict[str, Any]:
        return as_typed(tell(door.private_data(self.context)))

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        reach, _address = contact_groups(values)
        keeper = Field(
            "keeper",
            _("private_keeper", default="Adresse de la personne de contact"),
            "email",
            values.get("keeper", ""),
            _("private_keeper_help",
              default="On lui demande chaque année si la fiche est encore juste."),
        )  # fmt: skip
        note = Field("note", _("private_note", default="Note interne"), "textarea",
                     values.get("note", ""))  # fmt: skip
        return [
            Group(_("private_contact", default="Contact"), [keeper, note]),
            Group(_("private_reach", default="Coordonnées privées"), reach.blocks),
        ]

    def keep(self, values: dict[str, Any]) -> str:
        door.edit_private(self.context, values, self.given_revision)
        self.saved(_("private_saved", default="Les données privées sont enregistrées."))
        return self.cancel_url
