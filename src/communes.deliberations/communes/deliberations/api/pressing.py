"""Items that press: those to be decided soon, and files found incomplete."""

from collections.abc import Iterator
from communes.core.access.catalog import visible
from communes.deliberations.domain.preparation.completeness import Completeness
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import EDITABLE_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.service import services_of_user
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


#: How long before its day an item is told to press.
PRESSING_DAYS = 14
ROWS = 6
_OPEN = tuple(
    one.value
    for one in ItemState
    if one not in DECIDED_STATES and one not in OUT_OF_MEETING.values()
)


@dataclass(frozen=True)
class PressingRow:
    """One item that presses; ``day`` is None for a file found incomplete."""

    title: str
    path: str
    assembly: str
    day: date | None


def pressing_rows(site: object) -> list[PressingRow]:
    """Return what presses in the services of the current user, soonest first.

    Two questions to the catalogue, none for who writes for no service.
    """
    mine = sorted(services_of_user(site))
    if not mine:
        return []
    return [*_soon(mine), *_incomplete(mine)]


def _soon(services: list[str]) -> Iterator[PressingRow]:
    last = now() + timedelta(days=PRESSING_DAYS)
    brains = visible(
        portal_type=PORTAL_TYPE,
        deliberations_service=services,
        review_state=list(_OPEN),
        deliberations_meeting_deadline={"query": last, "range": "max"},
        sort_on="deliberations_meeting_deadline",
        sort_limit=ROWS,
    )
    for brain in brains[:ROWS]:
        yield _row(brain, brain.deliberations_meeting_deadline)


def _incomplete(services: list[str]) -> Iterator[PressingRow]:
    brains = visible(
        portal_type=PORTAL_TYPE,
        deliberations_service=services,
        review_state=[one.value for one in EDITABLE_STATES],
        deliberations_completeness=Completeness.INCOMPLETE.value,
        sort_on="modified",
        sort_limit=ROWS,
    )
    for brain in brains[:ROWS]:
        yield _row(brain, None)


def _row(brain: object, day: date | None) -> PressingRow:
    return PressingRow(brain.Title, brain.getPath(), brain.deliberations_assembly, day)
