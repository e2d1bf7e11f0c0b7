"""The documents of a meeting, for those who may read them."""

from communes.core.parts.domain.values import Action
from communes.deliberations.api import reading
from communes.deliberations.api.document import generate_document
from communes.deliberations.browser.item.view import give_out
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.domain.states import MeetingState
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

    def __call__(self) -> str:
        return self.template()

    @property
    def offered(self) -> list[Offered]:
        """The documents this person may open, in the order they are made."""
        inside = reading.may_do(VIEW_CLOSED_ITEMS, self.context)
        written = self.state == MeetingState.CLOSED
        draft = "" if written else "Projet, tant que la séance n'est pas clôturée. "
        known = [
            (
                "convocation",
                True,
                "Convocation",
                "Pour les membres, huis clos compris.",
                inside,
            ),
            (
                "agenda",
                False,
                "Ordre du jour public",
                "Sans les points à huis clos.",
                True,
            ),
            ("agenda", True, "Ordre du jour complet", "Avec le huis clos.", inside),
            (
                "minutes",
                False,
                "Procès-verbal, partie publique",
                f"{draft}Sans le huis clos.",
                written or inside,
            ),
            (
                "minutes",
                True,
                "Procès-verbal complet",
                f"{draft}Avec le huis clos.",
                inside,
            ),
        ]
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
