"""What the search engine may narrow by, beside the fields of everything."""

from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.indexing.values import decision_values
from communes.publications.indexing.values import meeting_values
from communes.search.interfaces import ISearchFields
from typing import Any
from zope.component import adapter
from zope.interface import implementer


FACETS = ("institution", "organ", "matter", "year", "kind")


def field(name: str) -> str:
    """Return the field of the search engine for a facet."""
    return f"publications_{name}_s"


@implementer(ISearchFields)
@adapter(IPublishedDecision)
class DecisionFields:
    """The facets of an item."""

    values = staticmethod(decision_values)

    def __init__(self, obj: Any) -> None:
        self.obj = obj

    def fields(self) -> dict[str, Any]:
        """See ``ISearchFields``."""
        found = self.values(self.obj)
        named = {field(name): found.get(name) for name in FACETS}
        return {**named, "publications_date_dt": found.get("date")}


@adapter(IPublishedMeeting)
class MeetingFields(DecisionFields):
    """The facets of a meeting."""

    values = staticmethod(meeting_values)
