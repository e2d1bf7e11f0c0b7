"""A progress said by a person, with the reason; taken back, it is computed again."""

from communes.core.access.permission import current_user
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.pst.browser.tables.acting import KeepTable
from communes.pst.i18n import _
from datetime import date


class KeepOverride(KeepTable):
    """Both fields empty take it back."""

    table = "override"

    def rows(self, known: list[dict]) -> object:
        given = self.fields("progress", "reason")
        if not given:
            return None
        return {
            "progress": given.get("progress", ""),
            "reason": given.get("reason", ""),
            "by": current_user(),
            "on": date.today(),
        }


def override_entry(view: object) -> dict[str, object]:
    """Return the form for the macro ``entry``."""
    said = view.record.override
    return {
        "summary": _("override_say", default="Dire un autre avancement"),
        "address": f"{view.url}/avancement-noter",
        "values": {"revision": view.revision},
        "fields": [
            Field(
                "progress",
                _("override_progress", default="Avancement"),
                "number",
                "" if said is None else str(said.progress),
                unit="%",
                help=_(
                    "override_help",
                    default="Laissez les deux vides pour revenir au calcul.",
                ),
            ),
            Field(
                "reason",
                _("override_reason", default="Pourquoi il diffère du calcul"),
                "textarea",
                "" if said is None else said.reason,
                rows=2,
            ),
        ],
        "action": Action(_("button_save", default="Enregistrer"), method="submit"),
    }
