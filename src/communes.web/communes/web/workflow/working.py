"""The worker's part: contents are published when planned, archived at their end."""

from communes.core.access.catalog import object_by_uid
from communes.core.errors.domain import DomainError
from communes.core.jobs.due import Due
from communes.core.jobs.due import DueWork
from communes.web.content.base import IWebContent
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.storage.schedule import ARCHIVE
from communes.web.storage.schedule import BOOK
from communes.web.storage.schedule import PUBLISH
from communes.web.storage.state import state_of
from plone import api


_WAITING = {PUBLISH: WebState.PROPOSED, ARCHIVE: WebState.PUBLISHED}


class DueSteps(DueWork):
    """Publishes what was planned, archives what has ended."""

    book = BOOK

    def carry_out(self, due: Due) -> None:
        obj = object_by_uid(due.uid)
        if IWebContent.providedBy(obj):
            with api.env.adopt_roles(["Manager"]):
                _take(obj, due)


def _take(obj: IWebContent, due: Due) -> None:
    """Take a planned step; what lacks something goes back to who wrote it."""
    planned = due.step != PUBLISH or obj.planned_by
    if not planned or state_of(obj) != _WAITING[due.step]:
        return
    try:
        api.content.transition(obj, due.step)
    except DomainError as error:
        api.content.transition(obj, WebTransition.REJECT.value, comment=str(error))
