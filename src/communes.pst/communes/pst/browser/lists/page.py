"""``<plan>/tableaux``: boards as tabs, steps taken in bulk, files to take away."""

from collections.abc import Sequence
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.page import Cell
from communes.core.dashboards.page import ListPage
from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.writing import deadline
from communes.core.parts.domain.writing import short_date
from communes.pst.api import reading
from communes.pst.api.figures import Figures
from communes.pst.api.figures import figures
from communes.pst.api.listing import BOARDS
from communes.pst.api.listing import elements_list
from communes.pst.api.plan import describe_plan
from communes.pst.api.transition import do_transition
from communes.pst.browser import words
from communes.pst.browser.lists.telling import Teller
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import Board
from communes.pst.i18n import _
from datetime import date
from functools import cached_property
from plone import api
from urllib.parse import urlencode


#: The boards shown as tabs; the others are led to by a counter.
TABS = {
    "all": _("board_all", default="Tout"),
    Board.DEADLINE_HAS_PASSED.value: _("board_late", default="Actions en retard"),
    Board.BEGINNING_IS_LATE.value: _("board_begins_late", default="Débuts en retard"),
    Board.OBJECTIVE_HAS_LATE_ACTION.value: _(
        "board_objectives", default="Objectifs avec action en retard"
    ),
    Board.DUE_DATE_PASSED.value: _("board_tasks_late", default="Tâches en retard"),
    "mine-carrier": _("board_carrier", default="Je porte"),
    "mine-manager": _("board_manager", default="Mon service gère"),
    "mine-administrative": _(
        "board_administrative", default="Je suis responsable administratif"
    ),
    "mine-mandatary": _("board_mandatary", default="Je suis mandataire"),
    "my-late": _("board_my_late", default="Mes retards"),
    "my-begin": _("board_my_begin", default="À commencer"),
    "my-task": _("board_my_tasks", default="Mes tâches"),
    "my-stale": _("board_my_stale", default="À mettre à jour"),
}
#: Always there; the others when somebody is on them.
ALWAYS = ("all", Board.DEADLINE_HAS_PASSED.value, Board.BEGINNING_IS_LATE.value)
BULK = {
    "set_to_be_scheduled": _("bulk_schedule", default="Mettre à agender"),
    "begin": _("bulk_begin", default="Démarrer"),
    "finish": _("bulk_finish", default="Finaliser"),
}


class BoardsPage(ListPage):
    """The elements of a plan."""

    bulk_word = _("elements_chosen", default="éléments choisis")
    empty_title = _("elements_none", default="Rien ici.")
    empty_text = _(
        "elements_none_text", default="Retirez un filtre, ou regardez sous « Tout »."
    )
    wants_patterns = False

    @cached_property
    def board(self) -> str:
        """The board of the address."""
        asked = self.request.form.get("tableau", "all")
        return asked if isinstance(asked, str) and asked in BOARDS else "all"

    def source(self) -> ListSource:
        return elements_list(self.context, self.board)

    @property
    def title(self) -> str:
        return _(
            "boards_of",
            default="${board} – ${plan}",
            mapping={
                "board": words.said(TABS[self.board], self.request),
                "plan": self.context.title,
            },
        )

    @property
    def file_name(self) -> str:
        return f"{self.context.getId()}-{self.board}"

    @property
    def identity(self) -> str:
        total = self.answer.total
        mapping = {"count": total}
        if total < 2:
            return _("element_count_one", default="${count} élément", mapping=mapping)
        return _("element_count", default="${count} éléments", mapping=mapping)

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.context)

    @property
    def actions(self) -> list[Action]:
        url = self.context.absolute_url()
        return [
            Action(_("tab_overview", default="Aperçu"), f"{url}/view"),
            Action(_("tab_tree", default="Arbre"), f"{url}/arbre"),
        ]

    @property
    def tabs(self) -> list[Tab]:
        url = f"{self.context.absolute_url()}/tableaux"
        return [
            Tab(title, f"{url}?{urlencode({'tableau': name})}", name == self.board)
            for name, title in TABS.items()
            if name in ALWAYS or name == self.board or name.startswith("mine-")
        ]

    def link(self, query: object) -> str:
        """Return the address of another query to the same board."""
        found = super().link(query)
        if self.board == "all":
            return found
        mark = "&" if "?" in found else "?"
        return f"{found}{mark}{urlencode({'tableau': self.board})}"

    @property
    def bulk(self) -> tuple[Action, ...]:
        """The steps that make sense for who may take them somewhere."""
        return tuple(
            Action(title, method="submit", name="action", value=step, small=True)
            for step, title in BULK.items()
        )

    def run_bulk(self, action: str, uids: list[str]) -> str:
        """Take the step on each element; say how many, and why others not."""
        done, refused = 0, []
        for uid in uids:
            path = self.figures.seen.get(uid)
            if path is None:
                continue
            obj = api.portal.get().unrestrictedTraverse(path)
            try:
                do_transition(obj, action)
                done += 1
            except DomainError as error:
                refused.append(f"{obj.title} : {sentence_of(error, self.request)}")
        said = _(
            "bulk_done",
            default="Éléments modifiés : ${count}.",
            mapping={"count": done},
        )
        if not refused:
            return said
        mapping = {"done": words.said(said, self.request), "why": " ".join(refused)}
        return _("bulk_refused", default="${done} Refusés : ${why}", mapping=mapping)

    @cached_property
    def figures(self) -> Figures:
        return figures(self.context)

    @cached_property
    def teller(self) -> Teller:
        names = reading.names(api.portal.get())
        return Teller(self.figures, names, describe_plan(self.context), self.request)

    def cell(self, name: str, value: object) -> Cell:
        """Return words for ids, a tag for a state, figures for what is computed."""
        if name in ("progress", "budget", "part", "objective"):
            return Cell(self.teller.computed(name, str(value)))
        if name == "kind" and value:
            return Cell(words.kind_word(Kind(value)))
        if name == "state" and value:
            return Cell(tag=words.any_state_tag(str(value)))
        if name == "deadline":
            return self._deadline(str(value))
        if isinstance(value, dict):
            return self._recorded(name, value)
        return super().cell(name, value)

    def export_value(self, name: str, value: object) -> object:
        """Return days and numbers as such."""
        if name == "progress":
            return self.figures.percent(str(value))
        if name == "deadline":
            return self.figures.deadline(str(value))
        if name == "budget":
            return self.figures.budgets[str(value)].total
        if name in ("begin", "updated_on") and isinstance(value, dict):
            return value.get("planned_begin" if name == "begin" else "updated_on")
        return super().export_value(name, value)

    def _recorded(self, name: str, record: dict) -> Cell:
        if name == "health":
            return self._health(str(record["id"]))
        if name in ("begin", "updated_on"):
            key = "planned_begin" if name == "begin" else "updated_on"
            day = record.get(key)
            return Cell(short_date(day, date.today()) if day else "")
        return Cell(self.teller.recorded(name, record))

    def _deadline(self, uid: str) -> Cell:
        day = self.figures.deadline(uid)
        if day is None:
            return Cell()
        if self.figures.days_late(uid):
            return Cell(deadline(day, self.figures.today), late=True)
        return Cell(short_date(day, self.figures.today))

    def _health(self, uid: str) -> Cell:
        element = self.figures.tree.elements.get(uid)
        if element is None or element.kind not in (Kind.ACTION, Kind.SUB_ACTION):
            return Cell()
        return Cell(tag=words.health_tag(element.health))
