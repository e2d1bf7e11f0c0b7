"""The one question the workflow engine asks before it offers a step."""

from Acquisition import aq_base
from collections.abc import Iterator
from communes.deliberations.workflow.obstacle import obstacles
from contextlib import contextmanager
from contextvars import ContextVar
from plone import api
from Products.Five.browser import BrowserView


_cleared: ContextVar[tuple[object, str] | None] = ContextVar("cleared", default=None)


class Guard(BrowserView):
    """Answers the guard expressions of the workflow definitions.

    Not a page: it has no address and only says yes or no; the reasons are for
    ``api.transitions``, which asks the same rules.
    """

    def allows(self, transition_id: str) -> bool:
        """Return whether no rule stands against the step."""
        known = _cleared.get()
        if known is not None and known[1] == transition_id:
            if known[0] is aq_base(self.context):
                return True
        return not obstacles(self.context, transition_id)


@contextmanager
def cleared(obj: object, step: str) -> Iterator[None]:
    """Let the engine take a step whose obstacles were looked for just before.

    It asks twice while it takes one step, and the rules wake the meeting each time.
    """
    token = _cleared.set((aq_base(obj), str(step)))
    try:
        yield
    finally:
        _cleared.reset(token)


def take_step(obj: object, step: str) -> None:
    """Take a step under its own guard, asked once.

    :raises WorkflowException: a rule stands against it, or a right is missing.
    """
    engine = api.portal.get_tool("portal_workflow")
    if obstacles(obj, str(step)):
        engine.doActionFor(obj, str(step))
        return
    with cleared(obj, str(step)):
        engine.doActionFor(obj, str(step))
