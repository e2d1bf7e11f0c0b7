"""What waits for the current user: to correct, to review, to present, to decide."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.states import ItemState
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.catalog import visible
from communes.deliberations.storage.item import PORTAL_TYPE
from communes.deliberations.storage.permission import may
from communes.deliberations.storage.service import services_of_user
from dataclasses import dataclass
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


def _counted(assembly: IAssembly, kind: str, query: dict[str, object]) -> Waiting:
    whole = {
        "portal_type": PORTAL_TYPE,
        "deliberations_assembly": assembly.getId(),
        **query,
    }
    return Waiting(kind, assembly.getId(), assembly.title, len(visible(**whole)), whole)
