"""What is deduced of an element and kept in the catalogue: until when it runs."""

from communes.core.access.catalog import object_by_uid
from communes.pst.content.element import IElement
from communes.pst.content.link import ILink
from communes.pst.content.planned import IPlanned
from communes.pst.content.task import ITask
from communes.pst.domain.states import ActionState
from communes.pst.storage.place import above
from communes.pst.storage.record import state_of
from datetime import date


def deadline_of(obj: IElement) -> date | None:
    """Return its own deadline, else the last of what it holds; None without any.

    The rule is that of ``domain.deadline``: what was stopped does not count unless
    everything was, and a link counts as what it shows.
    """
    if ILink.providedBy(obj):
        target = object_by_uid(obj.target)
        return None if target is None else deadline_of(target)
    own = _own(obj)
    if own is not None:
        return own
    held = [one for one in obj.objectValues() if IElement.providedBy(one)]
    running = [one for one in held if state_of(one) != ActionState.STOPPED] or held
    days = [day for day in map(deadline_of, running) if day is not None]
    return max(days, default=None)


def settle_above(obj: IElement) -> None:
    """Bring the deduced deadline of everything above an element up to date."""
    for one in above(obj):
        if _own(one) is not None:
            return
        one.reindexObject(idxs=["pst_deadline"])


def _own(obj: IElement) -> date | None:
    if ITask.providedBy(obj):
        return obj.due_on
    return obj.planned_end if IPlanned.providedBy(obj) else None
