"""The documents of a meeting, for those who may read them."""

from communes.core.hardening.giving import give_out
from communes.core.parts.domain.values import Action
from communes.deliberations.api import reading
from communes.deliberations.api.document import generate_document
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.i18n import _
from communes.deliberations.permissions import VIEW_CLOSED_ITEMS
from dataclasses import dataclass
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Offered:
    """One document: its name, for whom it is, and its files."""

    title: str
    sub: str
    files: tuple[Action, ...]


class MeetingDocuments(MeetingFrame):
    """The last tab."""

    tab = "documents"
    template = ViewPageTemplateFile("documents.pt")
    caption = _("meeting_documents", default="Documents de la séance")

    def __call__(self) -> str:
        return self.template()

    @property
    def offered(self) -> list[Offered]:
        """The documents this person may open, in the order they are made."""
        inside = reading.may_do(VIEW_CLOSED_ITEMS, self.context)
        written = self.state == MeetingState.CLOSED
        known = [*_before(inside=inside), *_after(inside=inside, written=written)]
        return [
            Offered(title, sub, self._files(kind, closed=closed))
            for kind, closed, title, sub, may in known
            if may
        ]

    def _files(self, kind: str, *, closed: bool) -> tuple[Action, ...]:
        part = "&huis_clos=1" if closed else ""
        return tuple(
            Action(
                form.upper(),
                f"{self.url}/document?kind={kind}{part}&form={form}",
                small=True,
            )
            for form in ("pdf", "odt")
        )


def _before(*, inside: bool) -> list[tuple]:
    """Return kind, part, title, for whom, and whether it may be opened."""
    return [
        (
            "convocation",
            True,
            _("convocation", default="Convocation"),
            _("convocation_sub", default="Pour les membres, huis clos compris."),
            inside,
        ),
        (
            "agenda",
            False,
            _("agenda_public", default="Ordre du jour public"),
            _("agenda_public_sub", default="Sans les points à huis clos."),
            True,
        ),
        (
            "agenda",
            True,
            _("agenda_whole", default="Ordre du jour complet"),
            _("with_closed", default="Avec le huis clos."),
            inside,
        ),
    ]


def _after(*, inside: bool, written: bool) -> list[tuple]:
    return [
        (
            "minutes",
            False,
            _("minutes_public", default="Procès-verbal, partie publique"),
            _public_minutes(written=written),
            written or inside,
        ),
        (
            "minutes",
            True,
            _("minutes_whole", default="Procès-verbal complet"),
            _whole_minutes(written=written),
            inside,
        ),
        (
            "deliberations",
            False,
            _("deliberations_public", default="Toutes les délibérations publiques"),
            _("without_closed", default="Sans le huis clos."),
            written or inside,
        ),
        (
            "deliberations",
            True,
            _("deliberations_all", default="Toutes les délibérations"),
            _("with_closed", default="Avec le huis clos."),
            inside,
        ),
        (
            "publication",
            False,
            _("publication_list", default="Liste des décisions à publier"),
            _("without_closed", default="Sans le huis clos."),
            written or inside,
        ),
        (
            "attendance",
            True,
            _("attendance_sheet", default="Fiche des présences"),
            _("attendance_sheet_sub", default="À faire signer en séance."),
            inside,
        ),
    ]


def _public_minutes(*, written: bool) -> str:
    if written:
        return _("without_closed", default="Sans le huis clos.")
    return _(
        "draft_without_closed",
        default="Projet, tant que la séance n'est pas clôturée. Sans le huis clos.",
    )


def _whole_minutes(*, written: bool) -> str:
    if written:
        return _("with_closed", default="Avec le huis clos.")
    return _(
        "draft_with_closed",
        default="Projet, tant que la séance n'est pas clôturée. Avec le huis clos.",
    )


class MeetingDocument(BrowserView):
    """Gives one of them out: ``kind``, ``huis_clos`` and ``form`` in the address."""

    def __call__(self) -> bytes:
        asked = self.request.form
        made = generate_document(
            self.context,
            str(asked.get("kind", "")),
            closed=asked.get("huis_clos") == "1",
            form=str(asked.get("form", "pdf")),
        )
        return give_out(self.request.response, made)
