"""The worker's part: contents are published when planned, archived at their end."""

from communes.core.access.catalog import object_by_uid
from communes.core.errors.domain import DomainError
from communes.core.jobs.due import Due
from communes.core.jobs.interfaces import IPeriodicWork
from communes.web.content.base import IWebContent
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.storage.schedule import ARCHIVE
from communes.web.storage.schedule import BOOK
from communes.web.storage.schedule import PUBLISH
from communes.web.storage.state import state_of
from plone import api
import time
import transaction
from typing import Any
from zope.interface import implementer


#: How soon a new plan is noticed.
LOOK_SECONDS = 30.0
_WAITING = {PUBLISH: WebState.PROPOSED, ARCHIVE: WebState.PUBLISHED}


@implementer(IPeriodicWork)
class DueSteps:
    """Publishes what was planned, archives what has ended."""

    def next_at(self, site: Any) -> float:
        """Return when to look: at the first thing due, and for new ones soon."""
        first = BOOK.first(site)
        soon = time.time() + LOOK_SECONDS
        return soon if first is None else min(first.moment.timestamp(), soon)

    def begin(self, site: Any) -> "DueSteps":
        """Return the round; the book in the database says what is left of it."""
        return self

    def step(self, site: Any) -> bool:
        """Take the first step that is due; return whether another may be."""
        taken = take_due(site)
        transaction.commit()
        return taken


def take_due(site: Any) -> bool:
    """Take the first step that is due, if any; return whether there was one."""
    first = BOOK.first(site)
    if first is None or first.moment.timestamp() > time.time():
        return False
    BOOK.take(site, first)
    obj = object_by_uid(first.uid)
    if IWebContent.providedBy(obj):
        with api.env.adopt_roles(["Manager"]):
            _take(obj, first)
    return True


def _take(obj: IWebContent, due: Due) -> None:
    """Take a planned step; what lacks something goes back to who wrote it."""
    planned = due.step != PUBLISH or obj.planned_by
    if not planned or state_of(obj) != _WAITING[due.step]:
        return
    try:
        api.content.transition(obj, due.step)
    except DomainError as error:
        api.content.transition(obj, WebTransition.REJECT.value, comment=str(error))
