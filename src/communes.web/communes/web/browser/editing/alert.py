"""``nouvelle-alerte`` and ``<alert>/modifier``: what is said, where, until when."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.web.api.alerts import branch_choices
from communes.web.api.contents import create
from communes.web.api.contents import edit
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.browser.filling.rows import text_of
from communes.web.browser.moments import moment_fields
from communes.web.browser.moments import moment_in
from communes.web.browser.moments import typed_moment
from communes.web.browser.pages.below import BelowPage
from communes.web.i18n import _
from typing import Any


LEVELS = {
    "info": _("level_info", default="Information"),
    "warning": _("level_warning", default="Avertissement"),
    "urgent": _("level_urgent", default="Urgence"),
}
_TEXTS = ("title", "text", "level", "link", "branch")


class NewAlert(FillingPage):
    """A message is private until it is published: its moments count from then."""

    page_title = _("alert_new", default="Nouveau message d'alerte")

    def start(self) -> dict[str, Any]:
        return {"level": "info", "closable": "1"}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        def said(name: str) -> str:
            return str(values.get(name, ""))

        everywhere = _("alert_everywhere", default="Tout le site")
        where = options(dict(branch_choices()), [said("branch")], everywhere)
        what = [
            Field("title", _("label_alert", default="Message"), value=said("title"),
                  required=True),
            Field("text", _("label_alert_text", default="Précision"), "textarea",
                  said("text")),
            Field("level", _("label_level", default="Niveau"), "select",
                  options=options(LEVELS, [said("level")])),
            Field("link", _("label_alert_link", default="En savoir plus (adresse)"),
                  value=said("link")),
            Field("branch", _("label_alert_branch", default="Où"), "select",
                  options=where),
            Field("closable", _("label_closable", default="Chacun peut le refermer"),
                  "checkbox", said("closable")),
        ]  # fmt: skip
        starts = moment_fields("starts", values)
        ends = moment_fields("ends", values)
        return [
            Group("", what),
            Group(_("alert_starts", default="Dès le"), starts),
            Group(_("alert_ends", default="Jusqu'au"), ends),
        ]

    def read(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what was typed as the fields of a message take it."""
        return {
            **{name: values[name] for name in _TEXTS},
            "closable": values["closable"] == "1",
            "starts": moment_in(values, "starts"),
            "ends": moment_in(values, "ends"),
        }

    def keep(self, values: dict[str, Any]) -> str:
        made = create(self.context, "Alert", self.read(values))
        self.saved(_("alert_made", default="Le message est prêt : publiez-le."))
        return str(made.absolute_url())


class EditAlert(BelowPage, NewAlert):
    """The same for one that is there."""

    page_title = _("alert_edit", default="Message d'alerte")

    @property
    def revision(self) -> str:
        return text_of(self.form, "revision") or str(self.context.revision)

    def start(self) -> dict[str, Any]:
        one = self.context
        found = {name: getattr(one, name) or "" for name in _TEXTS}
        found["closable"] = "1" if one.closable else ""
        for name in ("starts", "ends"):
            day, hour = typed_moment(getattr(one, name))
            found |= {f"{name}_day": day, f"{name}_hour": hour}
        return found

    def keep(self, values: dict[str, Any]) -> str:
        edit(self.context, self.read(values), self.given_revision)
        self.saved(_("saved", default="Enregistré."))
        return str(self.context.absolute_url())
