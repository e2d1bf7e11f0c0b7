"""The worker's part: what a way to sign does outside, after the commit."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.signature import api as door
from communes.core.signature import storage
from communes.core.signature.domain.errors import UnknownRequest
from plone import api
from typing import Any
from zope.interface import implementer


@implementer(IIntentHandler)
class SignatureWork:
    """Hands each task to the adapter of its request."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Do each task; what is gone meanwhile has nothing left to do."""
        return [self._one(site, intent) for intent in intents]

    def _one(self, site: Any, intent: Intent) -> Outcome:
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.unrestrictedSearchResults(UID=intent.payload["owner"])
        if not found:
            return Outcome(intent.key, OutcomeState.DONE, "the matter is gone")
        owner = found[0]._unrestrictedGetObject()
        try:
            request = storage.read(owner, str(intent.payload["request"]))
        except UnknownRequest:
            return Outcome(intent.key, OutcomeState.DONE, "the request is gone")
        task = str(intent.payload["task"])
        door.adapter(request.adapter).work(site, owner, request, task)
        return Outcome(intent.key)
