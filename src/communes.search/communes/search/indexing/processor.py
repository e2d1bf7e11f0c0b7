"""Notes, in the transaction that changes an object, that search has to follow."""

from communes.core.jobs.api import intend
from communes.search.settings import is_installed
from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import IIndexQueueProcessor
from typing import Any
from zope.interface import implementer


KIND = "search.index"


@implementer(IIndexQueueProcessor)
class IntentProcessor:
    """Listens to the indexing queue of the catalogue; never talks to Solr.

    Which attributes changed does not matter: the handler sends whole documents,
    as the object stands when it looks, or takes the document of a gone object away.
    """

    def index(self, obj: Any, attributes: Any = None) -> None:
        self._note(obj)

    def reindex(
        self, obj: Any, attributes: Any = None, update_metadata: int = 1
    ) -> None:
        self._note(obj)

    def unindex(self, obj: Any) -> None:
        self._note(obj)

    def begin(self) -> None:
        """Nothing to prepare."""

    def commit(self) -> None:
        """Nothing to do: the intents are part of the transaction."""

    def abort(self) -> None:
        """Nothing to undo: the intents are part of the transaction."""

    def _note(self, obj: Any) -> None:
        uid = IUUID(obj, None)
        if uid and is_installed():
            note(uid)


def note(uid: str) -> None:
    """Ask, in this transaction, that search follows the object of this UID."""
    intend(KIND, uid, {})
