"""``<plan>/view``: how far, what is late, what it costs, what the law asks."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.writing import amount
from communes.pst.api.element import kinds_below
from communes.pst.api.listing import board_count
from communes.pst.browser import words
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import number
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.browser.plan.alarms import alarms
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import Board
from communes.pst.domain.deadline import is_done
from communes.pst.domain.labels import ACTION_STATE_LABELS
from communes.pst.i18n import _
from communes.pst.i18n import label
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ACTIONS = (Kind.ACTION, Kind.SUB_ACTION)
COUNTERS = (
    (
        Board.DEADLINE_HAS_PASSED,
        _("board_late_one", default="action en retard"),
        _("board_late_many", default="actions en retard"),
        True,
    ),
    (
        Board.BEGINNING_IS_LATE,
        _("board_begin_one", default="action qui devrait avoir commencé"),
        _("board_begin_many", default="actions qui devraient avoir commencé"),
        True,
    ),
    (
        Board.DUE_DATE_PASSED,
        _("board_task_one", default="tâche en retard"),
        _("board_task_many", default="tâches en retard"),
        True,
    ),
)


class Overview(PlanFrame):
    """The first page of a plan."""

    tab = "view"
    template = ViewPageTemplateFile("overview.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def actions(self) -> list[Action]:
        return [
            Action(
                _(
                    "add_kind",
                    default="Ajouter : ${kind}",
                    mapping={
                        "kind": words.said(words.kind_word(one), self.request).lower()
                    },
                ),
                f"{self.url}/nouveau?niveau={one.value}",
            )
            for one in kinds_below(self.context)
        ]

    @property
    def alarms(self) -> list:
        return alarms(self.context, self.request)

    @property
    def counters(self) -> list[CounterCard]:
        """What is late, and what is at risk, each leading to its list."""
        found = []
        for board, one, many, late in COUNTERS:
            count = board_count(self.context, board.value)
            url = f"{self.url}/tableaux?tableau={board.value}"
            found.append(CounterCard(count, many if count > 1 else one, url, late))
        blocked = sum(
            one.health in (Health.BLOCKED, Health.RISK) for one in self._running
        )
        title = (
            _("board_risk_many", default="actions à risque ou bloquées")
            if blocked > 1
            else _("board_risk_one", default="action à risque ou bloquée")
        )
        url = f"{self.url}/tableaux?f.health=risque&f.health=blocage"
        found.append(CounterCard(blocked, title, url, late=True))
        return found

    @property
    def states(self) -> dict:
        """How many actions stand where, each leading to its list."""
        found = [one for one in self._actions if one.id in self.figures.seen]
        rows = []
        for state in ACTION_STATE_LABELS:
            count = sum(one.state == state for one in found)
            url = f"{self.url}/tableaux?f.state={state.value}&f.kind=pstaction"
            rows.append((Cell(label(ACTION_STATE_LABELS, state), url), number(count)))
        heads = (
            _("column_state", default="Étape"),
            _("count_actions", default="Actions"),
        )
        return table(_("actions_by_state", default="Actions par étape"), heads, rows)

    @property
    def objectives(self) -> list[dict]:
        """The strategic objectives a person may see, with how far each is."""
        figures = self.figures
        return [
            {
                "title": self.element_title(one.id),
                "url": self.element_url(one.id),
                "done": figures.percent(one.id),
                "tag": words.health_tag(figures.health(one.id))
                if figures.health(one.id) is not Health.GOOD
                else None,
            }
            for one in figures.tree.of_kind(Kind.STRATEGIC)
            if one.id in figures.seen
        ]

    @property
    def money(self) -> list[Fact]:
        """The budget by year, in one look."""
        whole = self.figures.budgets[""]
        found = [Fact(str(year), amount(sum_)) for year, sum_ in whole.by_year.items()]
        total = Fact(_("budget_total", default="Total"), amount(whole.total))
        return [*found, total] if found else []

    @cached_property
    def _actions(self) -> list:
        return list(self.figures.tree.of_kind(*ACTIONS))

    @property
    def _running(self) -> list:
        seen = self.figures.seen
        return [one for one in self._actions if one.id in seen and not is_done(one)]
