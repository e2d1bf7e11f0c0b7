"""The words of a document that may be proposed to whoever may see it."""

from communes.search.interfaces import ISearchFields
from communes.search.suggest.domain import entries
from typing import Any
from zope.interface import implementer


WORDS_FIELD = "suggested_ss"


@implementer(ISearchFields)
class SuggestedWords:
    """Adapter of any content: the words of its title and its keywords."""

    def __init__(self, obj: Any) -> None:
        self.obj = obj

    def fields(self) -> dict[str, object]:
        """Return the field, or nothing for a thing without such words."""
        subjects = self.obj.Subject() if hasattr(self.obj, "Subject") else ()
        return {WORDS_FIELD: entries((self.obj.Title() or "", *subjects)) or None}
