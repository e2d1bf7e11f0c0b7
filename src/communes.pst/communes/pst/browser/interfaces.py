"""Where a feature adds its own to the sheet of an element."""

from zope.interface import Attribute
from zope.interface import Interface


class IMoreCard(Interface):
    """One more card on the sheet; subscription adapter of element and request."""

    order = Attribute("int: smaller comes first")

    def render() -> str:
        """Return the card as safe markup; empty when this person sees none."""
