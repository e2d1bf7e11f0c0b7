"""The agenda: what is on it and in which order, and what waits to come on it."""

from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Notice
from communes.deliberations.api import reading
from communes.deliberations.api.agenda import AgendaLine
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.states import ACCEPTING_MEETING_STATES
from communes.deliberations.domain.states import MeetingState
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class AgendaPage(MeetingFrame):
    """The first tab: drag, or Alt + ↑ ↓, or the buttons; saved at once."""

    template = ViewPageTemplateFile("agenda.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def ordering(self) -> bool:
        """Whether the order may be changed: a frozen agenda has been sent."""
        return self.manages and self.state == MeetingState.CREATED

    @property
    def move_url(self) -> str:
        return f"{self.url}/agenda-deplacer?revision={self.agenda.revision}"

    @property
    def table_attributes(self) -> dict[str, str]:
        """What the script of the order reads from the table."""
        return {"data-reorder": self.move_url} if self.ordering else {}

    def moves(self, line: AgendaLine) -> list[Action]:
        """Return the other ways to move a line, that need no script."""
        sub = "." in line.number
        ways = [("up", "Monter"), ("down", "Descendre")]
        ways.append(
            ("detach", "Détacher du point qui précède")
            if sub
            else ("attach", "Rattacher au point qui précède")
        )
        return [
            Action(
                title,
                method="submit",
                name="geste",
                value=f"{way}:{line.uid}",
                small=True,
            )
            for way, title in ways
        ]

    @property
    def warnings(self) -> list[Notice]:
        """What the rules would have put elsewhere."""
        found = self.agenda.warnings if self.manages else ()
        return [Notice(to_sentence(one, self.request), "wait") for one in found]

    @property
    def sort_action(self) -> Action:
        return Action(
            "Remettre l'ordre des règles",
            f"{self.url}/agenda-trier",
            method="post",
            small=True,
            values={"revision": str(self.agenda.revision)},
            confirm="Remettre tout l'ordre du jour dans l'ordre des règles ?",
        )

    @property
    def presenting(self) -> bool:
        """Whether items may still come on this agenda."""
        return self.manages and self.state in ACCEPTING_MEETING_STATES

    @cached_property
    def ready(self) -> list[dict]:
        """The validated items that wait to be presented."""
        rows = reading.ready_items(self.context) if self.presenting else []
        return [
            {
                "uid": row.uid,
                "title": row.title,
                "url": self.request.physicalPathToURL(row.path),
                "sub": self._ready_sub(row),
                "action": Action(
                    "Présenter", method="submit", name="seul", value=row.uid, small=True
                ),
            }
            for row in rows
        ]

    @property
    def bulk(self) -> list[Action]:
        return [
            Action(
                "Présenter les points choisis",
                method="submit",
                name="choisis",
                value="1",
                primary=True,
                small=True,
            ),
        ]

    def _ready_sub(self, row: reading.ItemRow) -> str:
        service = self.known_services.get(row.service, row.service)
        return f"{service} · huis clos" if row.privacy == Privacy.CLOSED else service
