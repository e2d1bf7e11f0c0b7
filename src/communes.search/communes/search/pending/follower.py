"""Brings rights that the catalogue already knows below a place to Solr."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.rights.api import ask
from communes.core.rights.api import stage_done
from communes.core.rights.domain import Mark
from communes.core.rights.handlers import mark_of
from communes.core.rights.handlers import stands
from communes.core.rights.interfaces import IRightsFollower
from communes.core.rights.storage import slice_below
from communes.search.clients.errors import SolrSilent
from communes.search.domain.versions import rights_alone
from communes.search.domain.versions import VISIBLE_WITHIN_SECONDS
from communes.search.indexing.snapshot import version_of
from communes.search.indexing.writer import Document
from communes.search.reindexing.api import write
from communes.search.settings import is_installed
from Products.CMFCore.utils import getToolByName
import time
from typing import Any
from zope.interface import implementer


KIND = "search.rights"
SLICE = 500
# Says in place of the last number that all was sent.
SENT = "sent"
SEEN_SECONDS = VISIBLE_WITHIN_SECONDS


@implementer(IRightsFollower, IIntentHandler)
class SolrRights:
    """Follows the catalogue, a slice at a time, and wakes no object.

    Changes documents that exist and makes none. The mark of the place is lifted when
    searches see the last slice; while Solr is silent it stands.
    """

    longest_wait_seconds = 10.0

    def follows(self, site: Any) -> bool:
        """Tell whether the site is searched by Solr."""
        return is_installed()

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Take one step of each walk.

        :raises Unavailable: Solr does not answer; the walk goes on from here later.
        """
        return [_walked(site, intent) for intent in intents]


def _walked(site: Any, intent: Intent) -> Outcome:
    """Take one step; the last one only when what was sent is seen."""
    mark = mark_of(intent)
    then = list(intent.payload["then"])
    after = intent.payload["after"]
    if not stands(site, mark):
        return Outcome(intent.key)
    if after != SENT:
        _step(site, mark, then, after)
    elif time.time() < intent.asked_at + SEEN_SECONDS:
        reason = "sent a moment ago; searches do not see it yet"
        return Outcome(intent.key, OutcomeState.WAIT, reason)
    else:
        stage_done(site, mark, then)
    return Outcome(intent.key)


def _step(site: Any, mark: Mark, then: list[str], after: Any) -> None:
    brains = slice_below(site, mark[0], after, SLICE)
    try:
        write(site, _changes(site, brains))
    except SolrSilent as error:
        raise Unavailable(str(error)) from error
    ask(KIND, mark, then, brains[-1].getRID() if len(brains) == SLICE else SENT)


def _changes(site: Any, brains: list[Any]) -> list[Document]:
    version = version_of(site)
    index = getToolByName(site, "portal_catalog").Indexes["allowedRolesAndUsers"]
    return [
        rights_alone(
            brain.UID, version, list(index.getEntryForObject(brain.getRID(), ()))
        )
        for brain in brains
        # What has no UID is not of the content, as a comment.
        if isinstance(brain.UID, str)
    ]
