"""What features add to the sheet of an element, in their order."""

from communes.pst.browser.interfaces import IMoreCard
from zope.component import subscribers


def more_cards(context: object, request: object) -> list[str]:
    """Return the markup of the cards the features add for this person."""
    found = sorted(
        subscribers((context, request), IMoreCard), key=lambda one: one.order
    )
    return [markup for markup in (one.render() for one in found) if markup]
