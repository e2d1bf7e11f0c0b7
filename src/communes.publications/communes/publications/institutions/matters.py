"""Other matters for an institution: its items are indexed again, by the worker."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.interfaces import IIntentHandler
from communes.publications.storage.places import PREFIX
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.interface import implementer


#: The intent; its key is the NIS code of the institution.
MATTERS = "publications.matters"


@implementer(IIntentHandler)
class IndexMatters:
    """Done twice, it does the same."""

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Index the matters of every item of these institutions again."""
        catalog = getToolByName(site, "portal_catalog")
        for intent in intents:
            found = catalog.unrestrictedSearchResults(
                portal_type=f"{PREFIX}PublishedDecision",
                publications_institution=intent.key,
            )
            for brain in found:
                brain._unrestrictedGetObject().reindexObject()
        return [Outcome(intent.key) for intent in intents]
