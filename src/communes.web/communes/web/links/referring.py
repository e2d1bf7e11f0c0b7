"""Who leads to a content, and whom to look at again when it changes."""

from communes.core.access.catalog import unrestricted
from communes.core.jobs.api import intend
from communes.core.jobs.errors import NoQueue
from typing import Any


#: The intent that looks a content over; its key is the UID.
CHECK = "communes.web.check"


def referrers(uid: str) -> list[Any]:
    """Return the entries of the contents that lead to one, whoever asks."""
    return unrestricted(web_leads_to=uid)


def ask_for_check(uid: str) -> None:
    """Have a content looked over after the commit; where nothing works, nothing is."""
    try:
        intend(CHECK, uid, {})
    except NoQueue:
        return


def ask_for_referrers(uid: str) -> None:
    """Have those that lead to a content looked over after the commit."""
    for brain in referrers(uid):
        ask_for_check(brain.UID)
