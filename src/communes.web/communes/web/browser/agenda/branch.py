"""``<agenda>/modifier``, ``<folder of news>/modifier``: what feeds it, who proposes."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.web.api.agenda import edit_agenda
from communes.web.api.feeding import branches_beside
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.i18n import _
from typing import Any


class EditBranch(ContentForm):
    """The same questions for both: other branches are chosen by their title."""

    page_title = _("edit_branch", default="Modifier")

    def start(self) -> dict[str, Any]:
        """Return what the branch is."""
        one = self.context
        return {
            "title": one.title,
            "description": one.description,
            "fed_by": tuple(one.fed_by),
            "proposals_open": "1" if one.proposals_open else "",
        }

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        """Return the form."""
        known = branches_beside(self.context)
        asked = [
            Field("title", _("label_title", default="Titre"),
                  value=str(values.get("title") or ""), required=True),
            Field("description", _("label_description", default="Résumé"), "textarea",
                  str(values.get("description") or "")),
            Field("fed_by", _("branch_fed_by", default="Montre aussi ce que tiennent"),
                  "checkboxes", options=options(known, values.get("fed_by", ())),
                  help=_("branch_fed_by_help",
                         default="Ce qui y est publié se montre ici aussi.")),
            Field("proposals_open",
                  _("label_proposals_open", default="Les citoyens peuvent proposer"),
                  "checkbox", str(values.get("proposals_open") or ""),
                  help=_("help_proposals_open",
                         default="Ce qui est proposé attend que quelqu'un le relise.")),
        ]  # fmt: skip
        if not known:
            del asked[2]
        return [Group("", asked)]

    def keep(self, values: dict[str, Any]) -> str:
        """Keep what was typed; a circle is refused with its way."""
        kept = {
            "title": values["title"],
            "description": values["description"],
            "fed_by": tuple(values.get("fed_by", ())),
            "proposals_open": bool(values.get("proposals_open")),
        }
        edit_agenda(self.context, kept, self.given_revision)
        self.saved(_("saved", default="Enregistré."))
        return self.cancel_url
