"""The agenda: what is on it and in which order, and what waits to come on it."""

from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Notice
from communes.deliberations.api import reading
from communes.deliberations.api.agenda import AgendaLine
from communes.deliberations.browser import words
from communes.deliberations.browser.meeting.frame import MeetingFrame
from communes.deliberations.browser.more import more_cards
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.states import ACCEPTING_MEETING_STATES
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class AgendaPage(MeetingFrame):
    """The first tab: drag, or Alt + ↑ ↓, or the buttons; saved at once."""

    template = ViewPageTemplateFile("agenda.pt")
    caption = _("agenda", default="Ordre du jour")
    empty_title = _("agenda_empty", default="L'ordre du jour est vide.")
    empty_text = _(
        "agenda_empty_text",
        default="Les points présentés à cette séance apparaissent ici, numérotés selon "
        "les règles de l'assemblée.",
    )
    ready_caption = _("agenda_ready", default="Points à présenter")
    ready_none = _("agenda_ready_none", default="Aucun point n'attend.")
    ready_none_text = _(
        "agenda_ready_none_text",
        default="Les points validés par les services apparaissent ici.",
    )
    bulk_word = _("items_chosen", default="points choisis")

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

    def menu_label(self, line: AgendaLine) -> str:
        """Return what the menu of a line is for."""
        return _("move_line", default="Déplacer ${title}", mapping=_named(line))

    def moves(self, line: AgendaLine) -> list[Action]:
        """Return the other ways to move a line, that need no script."""
        sub = "." in line.number
        ways = [
            ("up", _("move_up", default="Monter")),
            ("down", _("move_down", default="Descendre")),
        ]
        ways.append(
            ("detach", _("detach", default="Détacher du point qui précède"))
            if sub
            else ("attach", _("attach", default="Rattacher au point qui précède"))
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
            _("agenda_sort", default="Remettre l'ordre des règles"),
            f"{self.url}/agenda-trier",
            method="post",
            small=True,
            values={"revision": str(self.agenda.revision)},
            confirm=_(
                "agenda_sort_confirm",
                default="Remettre tout l'ordre du jour dans l'ordre des règles ?",
            ),
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
                "pick": _("pick_row", default="Choisir ${title}", mapping=_named(row)),
                "action": Action(
                    _("button_present", default="Présenter"),
                    method="submit",
                    name="seul",
                    value=row.uid,
                    small=True,
                ),
            }
            for row in rows
        ]

    @cached_property
    def cards(self) -> list[str]:
        """What the features show above the agenda."""
        return more_cards(self.context, self.request, side=False)

    @cached_property
    def side_cards(self) -> list[str]:
        """What the features show beside it."""
        return more_cards(self.context, self.request, side=True)

    @property
    def grid(self) -> str:
        """The columns of the page: two when something stands beside the agenda."""
        return "grid g21" if self.presenting or self.side_cards else "grid"

    @property
    def bulk(self) -> list[Action]:
        return [
            Action(
                _("present_chosen", default="Présenter les points choisis"),
                method="submit",
                name="choisis",
                value="1",
                primary=True,
                small=True,
            ),
        ]

    def _ready_sub(self, row: reading.ItemRow) -> str:
        service = self.known_services.get(row.service, row.service)
        closed = words.closed_word() if row.privacy == Privacy.CLOSED else ""
        return words.joined((service, closed), self.request)


def _named(row: AgendaLine | reading.ItemRow) -> dict[str, str]:
    return {"title": row.title}
