"""The marks of one site, on which concurrent requests never fight.

The database server resolves their conflicts: this module loads nothing of Plone.
"""

from communes.core.rights.domain import BothLifted
from communes.core.rights.domain import Mark
from communes.core.rights.domain import merge_marks
from persistent import Persistent
from ZODB.POSException import ConflictError


class PendingMarks(Persistent):
    """Which places of the site wait for a change of their rights."""

    def __init__(self) -> None:
        self.standing: dict[Mark, float] = {}

    def put(self, mark: Mark, asked_at: float) -> None:
        """Note that the rights below a place changed and are not yet known."""
        self.standing = {**self.standing, mark: asked_at}

    def lift(self, *marks: Mark) -> None:
        """Take marks away; unknown ones do no harm."""
        kept = {each: at for each, at in self.standing.items() if each not in marks}
        if len(kept) != len(self.standing):
            self.standing = kept

    def _p_resolveConflict(  # noqa: N802 - the name is the database's
        self, base: dict, committed: dict, mine: dict
    ) -> dict:
        sides = (base["standing"], committed["standing"], mine["standing"])
        try:
            return {**committed, "standing": merge_marks(*sides)}
        except BothLifted as error:
            raise ConflictError("two walks ended at once") from error
