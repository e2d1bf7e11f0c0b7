"""The worker's part of scanned papers: each is read once, and placed or listed."""

from communes.core.access.catalog import object_by_uid
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.deliberations.api.scanning import read_scan
from communes.deliberations.content.assembly import IAssembly
from typing import Any
from zope.interface import implementer


@implementer(IIntentHandler)
class ScanWork:
    """Annex and list are written in the transaction that takes the work away."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Read each."""
        for intent in intents:
            assembly = object_by_uid(str(intent.payload["assembly"]))
            if IAssembly.providedBy(assembly):
                read_scan(assembly, str(intent.payload["scan"]))
        return [Outcome(intent.key) for intent in intents]
