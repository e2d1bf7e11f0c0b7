"""What waits for the current user: to correct, to review, to present, to decide."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.permission import may
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import EDITABLE_STATES
from communes.deliberations.domain.states import ItemState
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.service import services_of_user
from dataclasses import dataclass
from datetime import datetime
from plone import api


@dataclass(frozen=True)
class Waiting:
    """One counter: what waits ("draft", "correct", "review", "present"), and where.

    ``query`` are the values of the catalogue's indexes that list what is counted.
    """

    kind: str
    assembly: str
    title: str
    count: int
    query: Mapping[str, object]


@dataclass(frozen=True)
class WaitingRow:
    """One item that waits, or that went on, as a line of the dashboard."""

    title: str
    path: str
    state: str
    assembly: str
    modified: datetime


#: How many lines a dashboard asks for; its counters lead to the rest.
ROWS = 12


def waiting_rows(site: object) -> list[WaitingRow]:
    """Return the items that wait for the current user, the longest untouched first."""
    found = [
        row
        for one in waiting(site)
        if one.count
        for row in visible(**one.query, sort_on="modified", sort_limit=ROWS)[:ROWS]
    ]
    return sorted(map(_row, found), key=lambda row: row.modified)[:ROWS]


def recent_rows(site: object) -> list[WaitingRow]:
    """Return the items of the user's services that left them, last changed first."""
    mine = sorted(services_of_user(site))
    if not mine:
        return []
    gone = [state.value for state in ItemState if state not in EDITABLE_STATES]
    brains = visible(
        portal_type=PORTAL_TYPE,
        deliberations_service=mine,
        review_state=gone,
        sort_on="modified",
        sort_order="descending",
        sort_limit=ROWS,
    )
    return [_row(brain) for brain in brains[:ROWS]]


def waiting(site: object) -> list[Waiting]:
    """Return what waits for the current user, assembly by assembly, zeros included.

    A counter is there for whoever may have something in it: its list may be empty.
    """
    return [
        _counted(one, kind, query)
        for one in assemblies(site)
        for kind, query in _questions(one, settings_of(one))
    ]


def _questions(
    assembly: IAssembly, settings: AssemblySettings
) -> Iterator[tuple[str, dict[str, object]]]:
    site = api.portal.get()
    written = sorted(services_of_user(site))
    if written:
        yield "draft", _query(ItemState.ITEMCREATED, written)
        yield "correct", _query(ItemState.RETURNED, written)
    for level in settings.validation_levels:
        mine = services_of_user(site, level.role)
        if level.services:
            mine &= frozenset(level.services)
        if mine:
            yield "review", _query(level.state, sorted(mine))
    if may(MANAGE_MEETING, assembly):
        yield "present", {"review_state": ItemState.VALIDATED.value}


def _query(state: ItemState, services: list[str]) -> dict[str, object]:
    return {"review_state": state.value, "deliberations_service": services}


def _row(brain: object) -> WaitingRow:
    return WaitingRow(
        title=brain.Title,
        path=brain.getPath(),
        state=brain.review_state,
        assembly=brain.deliberations_assembly,
        modified=brain.modified.asdatetime(),
    )


def _counted(assembly: IAssembly, kind: str, query: dict[str, object]) -> Waiting:
    whole = {
        "portal_type": PORTAL_TYPE,
        "deliberations_assembly": assembly.getId(),
        **query,
    }
    return Waiting(kind, assembly.getId(), assembly.title, len(visible(**whole)), whole)
