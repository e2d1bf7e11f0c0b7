"""« Mon espace » of a meeting: changes since the last reading, own notes, files."""

from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.deliberations.api import workspace
from communes.deliberations.browser import words
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.domain.workspace.reading import Since
from communes.deliberations.domain.workspace.reading import SINCE_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from datetime import datetime
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zope.interface import implementer


_KINDS = {
    Since.UNREAD: "info",
    Since.ADDED: "info",
    Since.CHANGED: "wait",
    Since.MOVED: "wait",
    Since.REMOVED: "late",
    Since.SAME: "off",
}


@implementer(IMoreTab)
class WorkspaceTab(BrowserView):
    """For who holds a mandate in the assembly today."""

    order = 1

    def tab(self, current: str) -> Tab | None:
        if not workspace.is_member(self.context):
            return None
        title = _("tab_workspace", default="Mon espace")
        url = f"{self.context.absolute_url()}/mon-espace"
        return Tab(title, url, current == "workspace")


class WorkspacePage(MeetingFrame):
    """The agenda with its marks; one item at a time for its changes and the note."""

    tab = "workspace"
    template = ViewPageTemplateFile("page.pt")
    caption = _("workspace_items", default="Ordre du jour, depuis ma dernière lecture")
    empty_title = _("workspace_none", default="L'ordre du jour est encore vide.")
    empty_text = _(
        "workspace_none_text",
        default="Les points que vous pouvez lire apparaîtront ici.",
    )

    def __call__(self) -> str:
        # Read first: who is no member gets the refusal, not half a page.
        self.found  # noqa: B018
        return self.template()

    @cached_property
    def found(self) -> workspace.Workspace:
        return workspace.workspace(self.context)

    @property
    def read_on(self) -> str:
        if not self.found.read_on:
            return ""
        return words.day_and_hour(datetime.fromisoformat(self.found.read_on))

    @property
    def rows(self) -> list[dict]:
        return [self._row(one) for one in self.found.lines]

    @property
    def head_actions(self) -> list[Action]:
        return [
            Action(
                _("workspace_bundle", default="Emporter les documents"),
                f"{self.url}/mon-dossier",
            ),
            Action(
                _("workspace_read", default="J'ai tout lu"),
                f"{self.url}/mon-espace-lu",
                primary=True,
                method="post",
            ),
        ]

    @cached_property
    def chosen(self) -> workspace.WorkLine | None:
        """The line whose changes and note are shown."""
        asked = self.request.form.get("point")
        found = (one for one in self.found.lines if one.line and one.line.visible)
        return next((one for one in found if one.change.uid == asked), None)

    @cached_property
    def changed(self) -> tuple[tuple[str, str], ...]:
        return workspace.changed_texts(self.context, self.chosen.change.uid)

    @cached_property
    def note(self) -> tuple[str, int]:
        return workspace.note(self.context, self.chosen.change.uid)

    @property
    def note_field(self) -> Field:
        return Field(
            "note",
            _("workspace_note", default="Ma note"),
            kind="textarea",
            value=self.note[0],
            help=_(
                "workspace_note_help",
                default="Vous seul la lisez : ni le secrétariat, ni la recherche, ni "
                "aucune exportation ne la montre.",
            ),
            rows=6,
        )

    @property
    def keep(self) -> Action:
        return Action(_("button_save", default="Enregistrer"), method="submit")

    def _row(self, one: workspace.WorkLine) -> dict:
        shown = one.line is not None and one.line.visible
        return {
            "number": one.change.number or one.change.was,
            "title": one.change.title,
            "url": self.line_url(one.line) if shown else "",
            "own": f"{self.url}/mon-espace?point={quote(one.change.uid)}#mon-point"
            if shown
            else "",
            "tag": Tag(label(SINCE_LABELS, one.change.since), _KINDS[one.change.since]),
            "was": one.change.was if one.change.since is Since.MOVED else "",
            "noted": one.noted,
        }


class MarkRead(Act):
    """Notes that all was read."""

    def act(self) -> dict:
        workspace.mark_read(self.context)
        return {"message": _("workspace_marked", default="Votre lecture est notée.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/mon-espace"


class WriteNote(Act):
    """Keeps the note of the person on one item."""

    def act(self) -> dict:
        uid, text = self.given("point"), self.given("note")
        workspace.write_note(self.context, uid, text, self.revision)
        return {"message": _("workspace_noted", default="Votre note est enregistrée.")}

    def back(self) -> str:
        point = quote(self.given("point"))
        return f"{self.context.absolute_url()}/mon-espace?point={point}"


class TakeAlong(BrowserView):
    """Gives the files out, to be read without a network."""

    def __call__(self) -> bytes:
        name, data = workspace.bundle(self.context)
        made = MadeFile(name, "application/zip", data)
        return give_out(self.request.response, made)
