"""What the features add to a page, in their order."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tab
from communes.deliberations.browser.interfaces import IMoreActions
from communes.deliberations.browser.interfaces import IMoreCard
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.interfaces import IMoreWaiting
from zope.component import subscribers
from zope.interface.interfaces import IInterface


def more_tabs(context: object, request: object, current: str) -> list[Tab]:
    """Return the tabs the features add for this person."""
    found = (one.tab(current) for one in _in_order(context, request, IMoreTab))
    return [tab for tab in found if tab is not None]


def more_cards(context: object, request: object, *, side: bool) -> list[str]:
    """Return the markup of the cards the features add to one column."""
    cards = _in_order(context, request, IMoreCard)
    found = (one.render() for one in cards if one.side is side)
    return [markup for markup in found if markup]


def more_actions(context: object, request: object) -> list[Action]:
    """Return the buttons the features add for this person."""
    parts = _in_order(context, request, IMoreActions)
    return [action for one in parts for action in one.actions()]


def more_waiting(site: object, request: object) -> list[IMoreWaiting]:
    """Return what the features add to the dashboard."""
    return _in_order(site, request, IMoreWaiting)


def _in_order(context: object, request: object, contract: IInterface) -> list:
    found = subscribers((context, request), contract)
    return sorted(found, key=lambda one: one.order)
