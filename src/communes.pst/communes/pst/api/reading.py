"""What a page asks about one element or one plan, beyond its record."""

from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.organisation.api import mandates
from communes.core.organisation.api import services
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.storage.history import Change
from communes.pst.storage.history import changes_of
from communes.pst.storage.kinds import kind_of
from communes.pst.storage.kinds import TYPES
from communes.pst.storage.people import agents
from communes.pst.storage.place import parent_of
from communes.pst.storage.place import plan_of
from communes.pst.storage.record import state_of
from dataclasses import dataclass
from plone import api
from zope.interface.interfaces import IInterface


@dataclass(frozen=True)
class Names:
    """What ids are called: services, agents, members of the college."""

    services: dict[str, str]
    agents: dict[str, str]
    mandataries: dict[str, str]


def names(site: object) -> Names:
    """Return what the ids in records are called, for a whole page."""
    return Names(
        {one.id: one.title for one in services(site)},
        dict(agents()),
        {one.person.id: one.person.name for one in mandates(site, "college")},
    )


def state(obj: IPlan | IElement) -> str:
    """Return the id of the state; empty for what has none."""
    return state_of(obj)


def kind(obj: IElement) -> Kind:
    """Return what an element is."""
    return kind_of(obj)


def schema(kind: Kind) -> IInterface:
    """Return the fields of a kind."""
    return TYPES[kind].schema


def plan_around(obj: object) -> IPlan | None:
    """Return the plan around an object."""
    return plan_of(obj)


def parent(obj: IElement) -> IElement | None:
    """Return the element above; None directly under the plan."""
    return parent_of(obj)


def may_do(permission: str, obj: object) -> bool:
    """Return whether the current user has a permission."""
    return may(permission, obj)


def history(obj: IElement) -> list[Change]:
    """Return the changes of an element, the newest first.

    :raises MayNot: the user may not see it.
    """
    require("View", obj)
    return changes_of(obj)


def address(uid: str) -> str:
    """Return the address of an element the user may see; empty otherwise."""
    found = api.content.get(UID=uid)
    return "" if found is None or not may("View", found) else found.absolute_url()
