"""An issue is begun, and its subject and themes are changed."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.web.api.issues import create_issue
from communes.web.api.issues import edit_issue
from communes.web.api.newsletters import topics
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.i18n import _
from typing import Any


class NewIssue(FillingPage):
    """``<newsletter>/nouveau-numero``: a subject is enough to begin."""

    page_title = _("issue_new", default="Nouveau numéro")
    press = Action(_("button_create", default="Créer"), method="submit", primary=True)

    @property
    def newsletter(self) -> Any:
        return self.context

    @property
    def trail(self) -> list[Crumb]:
        found = self.newsletter
        return [Crumb(found.title, f"{found.absolute_url()}/gestion")]

    @property
    def cancel_url(self) -> str:
        return f"{self.newsletter.absolute_url()}/gestion"

    def start(self) -> dict[str, Any]:
        return {"title": "", "preheader": "", "topics": []}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        blocks = [
            Field("title", _("label_subject", default="Objet"),
                  value=values.get("title", ""), required=True),
            Field("preheader", _("label_preheader", default="Pré-en-tête"),
                  value=values.get("preheader", ""),
                  help=_("help_preheader",
                         default="La ligne que les messageries montrent à côté de "
                         "l'objet.")),
        ]  # fmt: skip
        known = topics(self.newsletter)
        if known:
            chosen = values.get("topics", [])
            blocks.append(
                Field(
                    "topics",
                    _("issue_topics", default="Pour les abonnés de ces thèmes"),
                    "checkboxes",
                    help=_("issue_topics_help", default="Sans choix : tous."),
                    options=tuple(
                        Option(one.id, one.title, one.id in chosen) for one in known
                    ),
                )
            )
        return [Group("", blocks)]

    def keep(self, values: dict[str, Any]) -> str:
        made = create_issue(self.context, values)
        return f"{made.absolute_url()}/travail"


class IssueSettings(NewIssue):
    """``<issue>/reglages``: the same, of an issue that has not left."""

    page_title = _("issue_settings", default="Objet et thèmes")
    press = FillingPage.press

    @property
    def newsletter(self) -> Any:
        return self.context.__parent__

    @property
    def revision(self) -> str:
        return str(self.context.revision)

    @property
    def cancel_url(self) -> str:
        return f"{self.context.absolute_url()}/travail"

    def start(self) -> dict[str, Any]:
        one = self.context
        return {"title": one.title, "preheader": one.preheader or "",
                "topics": list(one.topics)}  # fmt: skip

    def keep(self, values: dict[str, Any]) -> str:
        given = {"topics": [], **values}
        edit_issue(self.context, given, self.given_revision)
        self.saved(_("saved", default="Enregistré."))
        return self.cancel_url
