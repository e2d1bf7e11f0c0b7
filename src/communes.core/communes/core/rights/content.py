"""What a container type inherits so that its rights can change while it is large."""

from communes.core.rights.api import change_below
from plone.dexterity.content import Container
from typing import Any


class ConvergingContainer(Container):
    """A container whose rights reach what is below by the worker, when that is much.

    The container itself is indexed at once, as ever.
    """

    def reindexObjectSecurity(  # noqa: N802 - the name is CMFCore's
        self, skip_self: Any = False
    ) -> None:
        """Index the rights anew: all of it at once, or the rest after the commit."""
        if not change_below(self):
            super().reindexObjectSecurity(skip_self)
        elif not skip_self:
            self.reindexObject(idxs=list(self._cmf_security_indexes))
