"""The extract of a decided item goes back to the file the item came from."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.interfaces import IIntentHandler
from communes.deliberations.interfaces import IExtractReceiver
from communes.deliberations.storage.item import item_by_uid
from zope.component import getUtilitiesFor
from zope.interface import implementer


@implementer(IIntentHandler)
class ExtractCourier:
    """Hands each extract to everybody who receives extracts; none is fine."""

    def run(self, site: object, intents: list[Intent]) -> list[Outcome]:
        """Deliver the extracts of these intents."""
        return [self._one(intent) for intent in intents]

    def _one(self, intent: Intent) -> Outcome:
        item = item_by_uid(str(intent.payload["item"]))
        if item is None:
            return Outcome(intent.key, OutcomeState.DONE, "the item is gone")
        for _name, receiver in getUtilitiesFor(IExtractReceiver):
            receiver.receive(item, dict(intent.payload))
        return Outcome(intent.key)
