"""« Réception » of a meeting: what would change, item by item, before it is shown."""

from communes.core.comparing.domain.difference import as_html
from communes.core.comparing.domain.difference import difference
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.publications.api import managing
from communes.publications.api import portal_pages
from communes.publications.api import reading
from communes.publications.domain.changes import CHANGE_LABELS
from communes.publications.domain.changes import ChangeKind
from communes.publications.domain.changes import ItemChange
from communes.publications.domain.projection import Item
from communes.publications.domain.states import DecisionStage
from communes.publications.domain.states import MeetingTransition
from communes.publications.domain.states import STAGE_LABELS
from communes.publications.i18n import _
from communes.publications.i18n import label
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


_KINDS = {
    ChangeKind.NEW: "info",
    ChangeKind.CHANGED: "wait",
    ChangeKind.WITHDRAWN: "late",
    ChangeKind.GONE: "late",
    ChangeKind.SAME: "off",
}
_STEPS = {
    MeetingTransition.BACK_TO_PRIVATE: _(
        "step_hide", default="Retirer la séance du portail"
    ),
    MeetingTransition.PUBLISH: _("step_publish", default="Remontrer les décisions"),
    MeetingTransition.SEND_TO_PROJECT: _("step_draft", default="Remontrer les projets"),
}


class Reception(BrowserView):
    """The changes of a version that waits, each with its words before and after."""

    template = ViewPageTemplateFile("reception.pt")
    wants_patterns = False
    page_title = _("reception_title", default="Relire avant de publier")
    empty_title = _("reception_empty", default="Rien n'attend pour cette séance.")
    empty_text = _(
        "reception_empty_text",
        default="La prochaine version envoyée par l'institution apparaîtra ici.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def preview(self):
        return managing.preview(self.context)

    accept_actions = (
        Action(
            _("reception_accept", default="Publier les points cochés"),
            primary=True,
            method="submit",
        ),
    )
    refuse_action = Action(
        _("reception_refuse", default="Refuser cette version"), method="submit"
    )

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def trail(self) -> list[Crumb]:
        desk = f"{api.portal.get().absolute_url()}/gestion"
        title = _("desk_title", default="Gestion du portail")
        institution = portal_pages.institution_above(self.context)
        return [Crumb(title, desk), Crumb(institution.title, desk)]

    @property
    def tags(self) -> list[Tag]:
        if self.preview is None:
            return []
        return [Tag(label(STAGE_LABELS, DecisionStage(self.preview.after.stage)))]

    @property
    def meeting_changes(self) -> str:
        return ", ".join(self.preview.parts)

    @cached_property
    def rows(self) -> list[dict]:
        return [self._row(one) for one in self.preview.changed]

    @property
    def points(self) -> Field:
        """The items, each to be let through or not; all of them at first."""
        options = tuple(
            Option(row["id"], f"{row['number']}. {row['title']}", selected=True)
            for row in self.rows
        )
        label_ = _("reception_points", default="Points à publier")
        return Field("points", label_, "checkboxes", required=True, options=options)

    @property
    def reason(self) -> Field:
        """Why a version is turned back."""
        return Field(
            "motif",
            _("reception_refuse_reason", default="Motif"),
            "textarea",
            required=True,
            help=_(
                "reception_refuse_help",
                default="Gardé dans le journal ; prévenez l'institution, qui enverra "
                "une version corrigée.",
            ),
        )

    @property
    def same_count(self) -> int:
        return len(self.preview.items) - len(self.preview.changed)

    def _row(self, one: ItemChange) -> dict:
        item = one.item
        reason = item.withdrawn.reason if item.withdrawn else ""
        return {
            "id": item.id,
            "number": item.number,
            "title": item.title,
            "tag": Tag(label(CHANGE_LABELS, one.kind), _KINDS[one.kind]),
            "parts": ", ".join(one.parts),
            "reason": reason,
            "text": _text(one),
        }

    @property
    def hide(self) -> list[Action]:
        """The steps beside what arrives: take the meeting off, put it back."""
        return [
            Action(
                _STEPS[step],
                f"{self.url}/passage",
                danger=step is MeetingTransition.BACK_TO_PRIVATE,
                method="post",
                values={"passage": step.value},
                confirm=_("step_confirm", default="Le public le verra aussitôt."),
            )
            for step in managing.steps(self.context)
        ]


def _text(one: ItemChange) -> str:
    """Return the words of an item, with what changed in them, as safe markup."""
    if one.after is None or one.after.withdrawn:
        return ""
    if one.before is None or one.before.withdrawn:
        return reading.clean(_whole(one.after))
    return as_html(difference(_whole(one.before), _whole(one.after)))


def _whole(item: Item) -> str:
    return item.summary + item.motivation + item.vote_words + item.decision
