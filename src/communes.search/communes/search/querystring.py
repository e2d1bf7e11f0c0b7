"""Collections that ask for text get Solr's matches; the catalogue does the rest."""

from communes.search.domain.errors import QueryRefused
from communes.search.reading.matching import matching_uids
from communes.search.settings import is_installed
from plone.app.querystring.interfaces import IParsedQueryIndexModifier
from typing import Any
from zope.component.hooks import getSite
from zope.interface import implementer


TEXT = "SearchableText"
#: A UID that nothing has.
NOTHING = "-"


@implementer(IParsedQueryIndexModifier)
class TextModifier:
    """Puts the UIDs of what matches in the place of the words.

    Without Solr, or where the search is not installed, the words stay and the
    catalogue's own text index answers.
    """

    def __call__(self, value: Any) -> tuple[str, Any]:
        text = value.get("query") if isinstance(value, dict) else value
        if not isinstance(text, str) or not text.strip() or not is_installed():
            return TEXT, value
        try:
            uids = matching_uids(getSite(), text)
        except QueryRefused:
            # Nobody sees a form of this query: too long a text finds nothing.
            uids = []
        if uids is None:
            return TEXT, value
        return "UID", {"query": uids or [NOTHING]}
