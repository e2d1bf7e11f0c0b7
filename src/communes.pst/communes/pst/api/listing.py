"""The lists of a plan, for pages, exports and services; boards are narrower lists."""

from communes.core.access.catalog import visible
from communes.core.access.permission import require
from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import ListSource
from communes.core.organisation.api import services
from communes.pst.api.figures import figures
from communes.pst.api.waiting import questions
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import Board
from communes.pst.domain.labels import ACTION_STATE_LABELS
from communes.pst.domain.labels import HEALTH_LABELS
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.labels import OBJECTIVE_STATE_LABELS
from communes.pst.domain.labels import TASK_STATE_LABELS
from communes.pst.domain.sdg import goals
from communes.pst.domain.states import DONE_ACTION_STATES
from communes.pst.domain.states import DONE_TASK_STATES
from communes.pst.domain.states import WAITING_ACTION_STATES
from communes.pst.i18n import _
from communes.pst.i18n import label
from communes.pst.storage.people import my_tokens
from communes.pst.storage.people import Part
from communes.pst.storage.record import plan_record
from DateTime import DateTime
from datetime import date
from datetime import timedelta
from plone import api


#: Levels a list shows unless a filter says otherwise.
LEVELS = (Kind.STRATEGIC, Kind.OPERATIONAL, Kind.ACTION, Kind.SUB_ACTION, Kind.TASK)
ACTIONS = (Kind.ACTION.value, Kind.SUB_ACTION.value)
_OPEN_ACTIONS = [
    one.value for one in ACTION_STATE_LABELS if one not in DONE_ACTION_STATES
]
_OPEN_TASKS = [one.value for one in TASK_STATE_LABELS if one not in DONE_TASK_STATES]
#: Boards of one's own part, under the ids of the parts.
MINE = (Part.CARRIER, Part.MANAGER, Part.ADMINISTRATIVE, Part.MANDATARY)
BOARDS = (
    "all",
    *(f"mine-{part}" for part in MINE),
    *(f"my-{kind}" for kind in ("late", "begin", "task", "stale")),
    Board.DEADLINE_HAS_PASSED.value,
    Board.BEGINNING_IS_LATE.value,
    Board.OBJECTIVE_HAS_LATE_ACTION.value,
    Board.DUE_DATE_PASSED.value,
)

_COLUMNS = (
    Column("title", _("column_title", default="Intitulé"), "Title", "sortable_title"),
    Column(
        "reference", _("column_reference", default="N°"), "pst_record", "pst_number"
    ),
    Column("kind", _("column_kind", default="Niveau"), "pst_kind", "pst_kind"),
    Column("state", _("column_state", default="Étape"), "review_state", "review_state"),
    Column("progress", _("column_progress", default="Avancement"), "UID"),
    Column("health", _("column_health", default="Santé"), "pst_record", "pst_health"),
    Column(
        "deadline",
        _("column_deadline", default="Échéance"),
        "UID",
        "pst_deadline",
    ),
    Column("services", _("column_services", default="Gestionnaires"), "pst_record"),
    Column("carrier", _("column_carrier", default="Porteur"), "pst_record"),
    Column(
        "mandataries",
        _("column_mandataries", default="Mandataires"),
        "pst_record",
        optional=True,
    ),
    Column("part", _("column_part", default="Volet"), "UID", optional=True),
    Column(
        "objective",
        _("column_objective", default="Objectif opérationnel"),
        "UID",
        optional=True,
    ),
    Column(
        "begin",
        _("column_begin", default="Début prévu"),
        "pst_record",
        "pst_begin",
        optional=True,
    ),
    Column(
        "priority",
        _("column_priority", default="Priorité"),
        "pst_record",
        "pst_priority",
        optional=True,
    ),
    Column(
        "categories",
        _("column_categories", default="Catégories"),
        "pst_record",
        optional=True,
    ),
    Column(
        "sector_plans",
        _("column_sector_plans", default="Plans sectoriels"),
        "pst_record",
        optional=True,
    ),
    Column("sdgs", _("column_sdgs", default="ODD"), "pst_record", optional=True),
    Column("budget", _("column_budget", default="Budget"), "UID", optional=True),
    Column(
        "health_details",
        _("column_health_details", default="Ce qui coince"),
        "pst_record",
        optional=True,
    ),
    Column(
        "partners",
        _("column_partners", default="Partenaires"),
        "pst_record",
        optional=True,
    ),
    Column(
        "updated_on",
        _("column_updated_on", default="Mis à jour"),
        "pst_record",
        "pst_updated_on",
        optional=True,
    ),
)


def elements_list(plan: IPlan, board: str = "all") -> ListSource:
    """Return what the list of a plan's elements is made of, by reference number.

    :param board: one of ``BOARDS``; an unknown one is the whole list.
    :raises MayNot: the user may not see the plan.
    """
    require("View", plan)
    return ListSource(
        scope={"pst_plan": plan.UID(), **_scope(plan, board)},
        columns=_COLUMNS,
        filters=_filters(plan),
        default_sort="pst_number",
    )


def _scope(plan: IPlan, board: str) -> dict[str, object]:
    past = {"query": _yesterday(), "range": "max"}
    mine = my_tokens(api.portal.get())
    if board.startswith("mine-") and board.removeprefix("mine-") in set(MINE):
        return {
            "pst_kind": [one.value for one in LEVELS[:-1]],
            "pst_people": mine[Part(board.removeprefix("mine-"))] or ["-"],
        }
    if board.startswith("my-"):
        asked = dict(questions(plan, mine, date.today()))
        return dict(asked.get(board.removeprefix("my-"), {"UID": ["-"]}))
    if board == Board.OBJECTIVE_HAS_LATE_ACTION:
        return {"UID": _with_late_actions(plan) or ["-"]}
    found = {
        Board.DEADLINE_HAS_PASSED: (ACTIONS, _OPEN_ACTIONS, "pst_deadline"),
        Board.BEGINNING_IS_LATE: (ACTIONS, sorted(WAITING_ACTION_STATES), "pst_begin"),
        Board.DUE_DATE_PASSED: ((Kind.TASK.value,), _OPEN_TASKS, "pst_deadline"),
    }.get(board)
    if found is None:
        return {"pst_kind": [one.value for one in LEVELS]}
    kinds, states, index = found
    return {"pst_kind": list(kinds), "review_state": list(states), index: past}


def _with_late_actions(plan: IPlan) -> list[str]:
    """Return the operational objectives of which an action is late."""
    found = figures(plan)
    wanted = Board.OBJECTIVE_HAS_LATE_ACTION
    return [
        one.id
        for one in found.tree.of_kind(Kind.OPERATIONAL)
        if wanted in found.planning.boards(one.id, found.today)
    ]


def _filters(plan: IPlan) -> tuple[Filter, ...]:
    known, site = plan_record(plan), api.portal.get()
    states = {
        str(one): label(labels, one)
        for labels in (OBJECTIVE_STATE_LABELS, TASK_STATE_LABELS, ACTION_STATE_LABELS)
        for one in labels
    }
    return (
        Filter(
            "kind",
            _("column_kind", default="Niveau"),
            "pst_kind",
            tuple((one.value, label(KIND_LABELS, one)) for one in LEVELS),
        ),
        Filter(
            "state",
            _("column_state", default="Étape"),
            "review_state",
            tuple(states.items()),
        ),
        Filter(
            "health",
            _("column_health", default="Santé"),
            "pst_health",
            tuple((one.value, label(HEALTH_LABELS, one)) for one in HEALTH_LABELS),
        ),
        Filter(
            "service",
            _("column_services", default="Gestionnaires"),
            "pst_services",
            tuple((one.id, one.title) for one in services(site)),
        ),
        _terms("priority", _("column_priority", default="Priorité"), known.priorities),
        _terms(
            "categories",
            _("column_categories", default="Catégories"),
            known.categories,
        ),
        _terms(
            "plans",
            _("column_sector_plans", default="Plans sectoriels"),
            known.sector_plans,
        ),
        Filter(
            "sdgs",
            _("column_sdgs", default="ODD"),
            "pst_sdgs",
            tuple((str(one.number), f"{one.number}. {one.title}") for one in goals()),
        ),
    )


def _terms(name: str, title: str, terms: tuple) -> Filter:
    return Filter(
        name, title, f"pst_{name}", tuple((one.id, one.title) for one in terms)
    )


def _yesterday() -> DateTime:
    return DateTime((date.today() - timedelta(days=1)).isoformat())


def board_count(plan: IPlan, board: str) -> int:
    """Return how many rows a board has for the current user."""
    return len(visible(**elements_list(plan, board).scope))
