"""The walk below a place: a short transaction at a time, resumed where it stood."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.rights.api import ask
from communes.core.rights.api import followers
from communes.core.rights.api import KIND
from communes.core.rights.api import stage_done
from communes.core.rights.domain import absorbed
from communes.core.rights.domain import Mark
from communes.core.rights.interfaces import IRightsRule
from communes.core.rights.storage import marks_of
from communes.core.rights.storage import slice_below
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component import getUtility
from zope.interface import implementer


SLICE = 200


@implementer(IIntentHandler)
class RightsWalker:
    """Computes rights below a place anew in the catalogue, a slice per transaction.

    What it has done and where it goes on are one commit: killed at any point, it goes
    on from there. What fails stays marked, and reads go on checking.
    """

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Take one step of each walk."""
        for intent in intents:
            mark = mark_of(intent)
            # Another walk that began later may have taken this one's work over.
            if stands(site, mark):
                _step(site, mark, intent.payload.get("after"))
        return [Outcome(intent.key) for intent in intents]


def mark_of(intent: Intent) -> Mark:
    """Return the mark that a step is for."""
    payload = intent.payload
    return (str(payload["path"]), str(payload["rule"]), str(payload["token"]))


def stands(site: Any, mark: Mark) -> bool:
    """Tell whether ``mark`` is still there."""
    marks = marks_of(site)
    return marks is not None and mark in marks.standing


def _step(site: Any, mark: Mark, after: Any) -> None:
    path, rule, _token = mark
    if after is None:
        marks = marks_of(site)
        marks.lift(*absorbed(mark, marks.standing))
    brains = slice_below(site, path, after, SLICE)
    apply = getUtility(IRightsRule, name=rule).apply if rule else None
    catalog = getToolByName(site, "portal_catalog")
    for brain in brains:
        obj = _object(brain)
        if obj is None:
            continue
        if apply is not None:
            apply(obj)
        # Past the indexing queue: the other indexes follow by themselves.
        catalog.catalog_object(
            obj, brain.getPath(), idxs=["allowedRolesAndUsers"], update_metadata=0
        )
    if len(brains) == SLICE:
        ask(KIND, mark, [], brains[-1].getRID())
    else:
        stage_done(site, mark, followers(site))


def _object(brain: Any) -> Any:
    # The catalogue may name what a broken import or an old undo has left behind.
    try:
        return brain._unrestrictedGetObject()
    except (AttributeError, KeyError):
        return None
