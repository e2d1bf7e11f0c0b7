"""What of the website is published or archived when, read by the worker."""

from communes.core.jobs.due import Due
from communes.core.jobs.due import DueBook
from communes.web.content.base import IWebContent
from communes.web.domain.states import WebTransition
from typing import Any


BOOK = DueBook("communes.web.schedule")
PUBLISH, ARCHIVE = WebTransition.PUBLISH.value, WebTransition.ARCHIVE.value


def settle(site: Any, obj: IWebContent) -> None:
    """Note what its dates ask for: publishing when planned, archiving at its end."""
    uid = obj.UID()
    BOOK.forget(site, uid)
    if obj.planned_by and obj.starts is not None:
        BOOK.add(site, Due(obj.starts, uid, PUBLISH))
    if obj.ends is not None:
        BOOK.add(site, Due(obj.ends, uid, ARCHIVE))
