"""What waits for the current user in the programme: late, to begin, to update."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.pst.api.plan import plans
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import TaskState
from communes.pst.storage.people import my_tokens
from communes.pst.storage.people import Part
from communes.pst.storage.settings import settings_of
from dataclasses import dataclass
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
    """One thing that waits, as a line of the dashboard."""

    kind: str
    title: str
    path: str
    state: str
    element: Kind
    due: date | None


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
            for brain in visible(**one.query, sort_on="pst_deadline", sort_limit=ROWS):
                found.setdefault(brain.UID, _row(one.kind, brain))
    return sorted(found.values(), key=lambda row: row.due or date.max)[:ROWS]


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
