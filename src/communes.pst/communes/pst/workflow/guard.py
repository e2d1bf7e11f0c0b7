"""The one question the workflow engine asks before it offers a step."""

from communes.pst.storage.step import obstacles
from Products.Five.browser import BrowserView


class Guard(BrowserView):
    """Answers the guard expressions of the workflow definitions.

    Not a page: it has no address and only says yes or no; the reasons are for
    ``api.transitions``, which asks the same rules.
    """

    def allows(self, transition_id: str) -> bool:
        """Return whether no rule stands against the step."""
        return not obstacles(self.context, transition_id)
