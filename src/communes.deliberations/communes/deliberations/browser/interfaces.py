"""Where a feature adds its own to the pages of an item, a meeting, the dashboard.

Every contract is a subscription adapter of the object and the request: a feature
registers what it shows in its own room, and no page knows the features.
"""

from zope.interface import Attribute
from zope.interface import Interface


class _IShown(Interface):
    order = Attribute("int: smaller comes first; the page's own have 10, 20, 30…")


class IMoreTab(_IShown):
    """One more tab beside those of the page."""

    def tab(current: str):
        """Return the ``Tab``, marked when ``current`` is its name; None to show none.

        Asked for each page: what it counts costs a lookup, not a query per object.
        """


class IMoreCard(_IShown):
    """One more card on the first tab."""

    side = Attribute("bool: in the narrow column, beside the facts")

    def render() -> str:
        """Return the card as safe markup; empty when this person sees none."""


class IMoreActions(_IShown):
    """More buttons at the head of the page."""

    def actions():
        """Return a sequence of ``Action``; those that are not possible say why."""


class IMoreWaiting(_IShown):
    """More of what waits for the person, on the dashboard; adapts site and request."""

    def counters():
        """Return a sequence of ``CounterCard``."""

    def tasks():
        """Return a sequence of ``Task``, the most urgent first."""

    def coming():
        """Return a sequence of sentences: what comes soon."""
