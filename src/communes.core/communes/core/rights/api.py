"""The door to changes of rights on large places: have one done, and see what waits."""

from AccessControl import getSecurityManager
from collections.abc import Sequence
from communes.core.jobs.api import intend
from communes.core.rights.domain import is_below
from communes.core.rights.domain import Mark
from communes.core.rights.domain import outermost
from communes.core.rights.interfaces import IRightsFollower
from communes.core.rights.storage import brains_below
from communes.core.rights.storage import marks_of
import time
from typing import Any
from uuid import uuid4
from zope.component import getUtilitiesFor
from zope.component.hooks import getSite


KIND = "rights"
# As many as a request re-indexes without anybody noticing.
AT_ONCE = 200


def change_below(place: Any, rule: str = "", at_once: int = AT_ONCE) -> bool:
    """Have the worker bring a change of rights to all below ``place``.

    The place is marked in the current transaction, without conflict; reads check
    what lies below it again until catalogue and search have converged.

    :param rule: name of an ``IRightsRule`` to apply to each object first. Until then
        its old local roles count: the check sees them too.
    :param at_once: the number of objects below up to which nothing is done here.
    :returns: False when so few are below that the caller does it at once.
    """
    site = getSite()
    marks = marks_of(site) if site is not None else None
    path = "/".join(place.getPhysicalPath())
    if marks is None or len(brains_below(site, path)) <= at_once:
        return False
    mark = (path, rule, uuid4().hex)
    marks.put(mark, time.time())
    ask(KIND, mark, [])
    return True


def pending_places(site: Any) -> tuple[str, ...]:
    """Return the paths below which rights are being brought to the indexes.

    Sorted, none below another; one small object of the database is read.
    """
    marks = marks_of(site)
    return outermost(path for path, _rule, _token in marks.standing) if marks else ()


def visible(site: Any, brains: Sequence[Any]) -> Sequence[Any]:
    """Return the brains without those, below a pending place, that may not be viewed.

    Wakes objects below pending places only; without any, gives back what it got.
    """
    places = pending_places(site)
    if not places:
        return brains
    return [
        brain
        for brain in brains
        if not is_below(brain.getPath(), places) or _may(brain)
    ]


def _may(brain: Any) -> bool:
    try:
        obj = brain._unrestrictedGetObject()
    except (AttributeError, KeyError):
        return False
    return bool(getSecurityManager().checkPermission("View", obj))


def followers(site: Any) -> list[str]:
    """Return the kinds of intents by which other indexes of ``site`` follow."""
    return sorted(
        name for name, each in getUtilitiesFor(IRightsFollower) if each.follows(site)
    )


def ask(kind: str, mark: Mark, then: list[str], after: object = None) -> None:
    """Ask for the next step of a walk: of which mark, from where, and what follows."""
    path, rule, token = mark
    payload = {"path": path, "rule": rule, "token": token, "then": then, "after": after}
    intend(kind, f"{path}|{token}", payload)


def stage_done(site: Any, mark: Mark, then: list[str]) -> None:
    """Have the next index follow; after the last one the mark is lifted."""
    if then:
        ask(then[0], mark, then[1:])
        return
    marks = marks_of(site)
    if marks is not None:
        marks.lift(mark)
