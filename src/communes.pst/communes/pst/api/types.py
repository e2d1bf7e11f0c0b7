"""The types of the programme, for pages and services that are registered for them."""

from communes.pst.content.action import IAction
from communes.pst.content.action import ISubAction
from communes.pst.content.element import IElement
from communes.pst.content.link import ILink
from communes.pst.content.operational_objective import IOperationalObjective
from communes.pst.content.part import IPart
from communes.pst.content.plan import IPlan
from communes.pst.content.planned import IPlanned
from communes.pst.content.steered import ISteered
from communes.pst.content.strategic_objective import IStrategicObjective
from communes.pst.content.task import ITask


__all__ = [
    "IAction",
    "IElement",
    "ILink",
    "IOperationalObjective",
    "IPart",
    "IPlan",
    "IPlanned",
    "ISteered",
    "IStrategicObjective",
    "ISubAction",
    "ITask",
]
