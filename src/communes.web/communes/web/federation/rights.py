"""What others share is theirs to write: here it is shown, hidden or brought along."""

from communes.web.permissions import EDIT
from communes.web.permissions import PROPOSE
from typing import Any


_THEIRS = ("Modify portal content", "Delete objects", EDIT, PROPOSE)


def lock(obj: Any) -> None:
    """Let nobody here write what another commune shares: its next version would win."""
    for permission in _THEIRS:
        obj.manage_permission(permission, ["Manager"], acquire=0)
    obj.reindexObjectSecurity()
