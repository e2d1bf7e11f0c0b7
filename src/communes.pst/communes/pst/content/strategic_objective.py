"""A strategic objective: where the institution wants to be in the end."""

from communes.pst.content.element import Steered
from communes.pst.content.steered import ISteered
from zope.interface import implementer


class IStrategicObjective(ISteered):
    """A strategic objective has no date and no manager of its own."""


@implementer(IStrategicObjective)
class StrategicObjective(Steered):
    """A strategic objective; contains operational ones."""
