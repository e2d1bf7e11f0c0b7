"""Which type and which record each kind of element is."""

from collections.abc import Mapping
from communes.pst.content.action import IAction
from communes.pst.content.action import ISubAction
from communes.pst.content.link import IActionLink
from communes.pst.content.link import ISubActionLink
from communes.pst.content.operational_objective import IOperationalObjective
from communes.pst.content.part import IPart
from communes.pst.content.strategic_objective import IStrategicObjective
from communes.pst.content.task import ITask
from communes.pst.domain import element
from communes.pst.domain.choices import Kind
from dataclasses import dataclass
from types import MappingProxyType
from zope.interface.interfaces import IInterface


PLAN = "communes.pst.Plan"


@dataclass(frozen=True)
class Type:
    """The type of one kind: its name, its schema, its record, the prefix of its ids."""

    portal_type: str
    schema: IInterface
    record: type[element.Element]
    prefix: str


def _type(name: str, schema: IInterface, prefix: str) -> Type:
    return Type(f"communes.pst.{name}", schema, getattr(element, name), prefix)


TYPES: Mapping[Kind, Type] = MappingProxyType(
    {
        Kind.PART: _type("Part", IPart, "volet"),
        Kind.STRATEGIC: _type("StrategicObjective", IStrategicObjective, "os"),
        Kind.OPERATIONAL: _type("OperationalObjective", IOperationalObjective, "oo"),
        Kind.ACTION: _type("Action", IAction, "a"),
        Kind.SUB_ACTION: _type("SubAction", ISubAction, "sa"),
        Kind.ACTION_LINK: _type("ActionLink", IActionLink, "al"),
        Kind.SUB_ACTION_LINK: _type("SubActionLink", ISubActionLink, "sal"),
        Kind.TASK: _type("Task", ITask, "t"),
    }
)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {one.portal_type: kind for kind, one in TYPES.items()}
)


def kind_of(obj: object) -> Kind:
    """Return the kind of an element of a plan."""
    return KINDS[obj.portal_type]


def type_of(obj: object) -> Type:
    """Return the type of an element of a plan."""
    return TYPES[kind_of(obj)]
