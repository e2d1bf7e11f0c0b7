"""Where a content stands."""

from communes.web.domain.states import WebState
from plone import api
from typing import Any


def state_of(obj: Any) -> str:
    """Return the state of a content; of what has none, that of what holds it."""
    tool = api.portal.get_tool("portal_workflow")
    found: str = tool.getInfoFor(obj, "review_state", "")
    if found:
        return found
    parent = getattr(obj, "__parent__", None)
    if parent is None or parent.aq_base is api.portal.get().aq_base:
        return WebState.PUBLISHED.value
    return state_of(parent)
