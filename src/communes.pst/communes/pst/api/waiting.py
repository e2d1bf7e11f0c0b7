"""What waits for the current user in the programme: late, to begin, to update."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.pst.api.plan import plans
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.reference import titled
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import TaskState
from communes.pst.storage.kinds import TYPES
from communes.pst.storage.people import my_tokens
from communes.pst.storage.people import Part
from communes.pst.storage.programme import element_of
from communes.pst.storage.settings import settings_of
from dataclasses import dataclass
from dataclasses import replace
from DateTime import DateTime
from datetime import date
from datetime import timedelta
from plone import api


#: Rows a dashboard asks for; its counters lead to the rest.
ROWS = 12

OPEN_ACTIONS = (
    ActionState.CREATED.value,
    ActionState.TO_BE_SCHEDULED.value,
    ActionState.ONGOING.value,
)
WAITING_ACTIONS = OPEN_ACTIONS[:2]
OPEN_TASKS = (TaskState.TO_DO.value, TaskState.IN_PROGRESS.value)
ACTIONS = (Kind.ACTION.value, Kind.SUB_ACTION.value)


@dataclass(frozen=True)
class Waiting:
    """One counter: what waits ("late", "begin", "task", "stale"), and in which plan.

    ``query`` are the values of the catalogue's indexes that list what is counted.
    """

    kind: str
    plan: str
    title: str
    count: int
    query: Mapping[str, object]


@dataclass(frozen=True)
class WaitingRow:
    """One thing that waits, as a line of the dashboard.

    ``action`` is the action a sub-action or a task belongs to ("A.12 Isoler l'école"),
    empty for an action, and where the user may not see it.
    """

    kind: str
    title: str
    path: str
    state: str
    element: Kind
    due: date | None
    action: str = ""


def waiting(site: object) -> list[Waiting]:
    """Return what waits for the current user, plan by plan, zeros included."""
    mine = my_tokens(site)
    return [
        Waiting(kind, plan.getId(), plan.title, len(visible(**query)), query)
        for plan in plans(site)
        for kind, query in questions(plan, mine, date.today())
    ]


def waiting_count(site: object) -> int:
    """Return how many things wait: each once, though it is late and stale."""
    mine = my_tokens(site)
    found = {
        brain.UID
        for plan in plans(site)
        for _kind, query in questions(plan, mine, date.today())
        for brain in visible(**query)
    }
    return len(found)


def waiting_rows(site: object) -> list[WaitingRow]:
    """Return what waits for the current user, the most urgent first, each once."""
    found: dict[str, WaitingRow] = {}
    for one in waiting(site):
        if one.count:
            # An index of days would leave out what has none: a task may wait without.
            for brain in visible(**one.query):
                found.setdefault(brain.UID, _row(one.kind, brain))
    rows = sorted(found.values(), key=lambda row: row.due or date.max)[:ROWS]
    actions = _actions([row.path for row in rows])
    return [replace(row, action=actions.get(row.path, "")) for row in rows]


def questions(
    plan: IPlan, mine: Mapping[Part, list[str]], today: date
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield (kind of waiting, query) for what a person has to do in a plan."""
    base = {"pst_plan": plan.UID()}
    carried = [*mine[Part.CARRIER], *mine[Part.MANAGER]]
    past = {"query": _before(today), "range": "max"}
    actions = {**base, "pst_kind": list(ACTIONS), "pst_people": carried}
    yield "late", {**actions, "review_state": list(OPEN_ACTIONS), "pst_deadline": past}
    yield "begin", {**actions, "review_state": list(WAITING_ACTIONS), "pst_begin": past}
    tasks = {**base, "pst_kind": Kind.TASK.value, "pst_people": mine[Part.PERFORMER]}
    yield "task", {**tasks, "review_state": list(OPEN_TASKS)}
    stale = settings_of(api.portal.get()).stale_after_days
    old = {"query": _before(today - timedelta(days=stale)), "range": "max"}
    yield (
        "stale",
        {
            **actions,
            "pst_people": mine[Part.CARRIER],
            "review_state": ActionState.ONGOING.value,
            "pst_updated_on": old,
        },
    )


def _actions(paths: list[str]) -> dict[str, str]:
    """Return path -> the closest action above it, by one question to the catalogue."""
    above = {path: found for path in paths if (found := _action_above(path))}
    if not above:
        return {}
    asked = {"query": sorted(set(above.values())), "depth": 0}
    named = {
        brain.getPath(): titled(element_of(brain)) for brain in visible(path=asked)
    }
    return {path: named.get(place, "") for path, place in above.items()}


def _action_above(path: str) -> str:
    """Return the path of the closest action above a path; empty when there is none."""
    prefixes = tuple(f"{TYPES[Kind(one)].prefix}-" for one in ACTIONS)
    steps = path.split("/")[:-1]
    while steps and not steps[-1].startswith(prefixes):
        steps.pop()
    return "/".join(steps)


def _before(day: date) -> DateTime:
    return DateTime((day - timedelta(days=1)).isoformat())


def _row(kind: str, brain: object) -> WaitingRow:
    due = brain.pst_deadline
    return WaitingRow(
        kind,
        brain.Title,
        brain.getPath(),
        brain.review_state,
        Kind(brain.pst_kind),
        due if isinstance(due, date) else None,
    )
