"""The catalogue's indexes of what was published, and its searchable words."""

from collections.abc import Callable
from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.indexing.values import decision_text
from communes.publications.indexing.values import decision_values
from communes.publications.indexing.values import meeting_values
from communes.publications.indexing.values import summary_words
from plone.indexer.decorator import indexer
from typing import Any


def _of(kind: Any, values: Callable[[Any], dict[str, Any]], name: str) -> Any:
    @indexer(kind)
    def found(obj: Any) -> Any:
        value = values(obj).get(name)
        if value is None or value == "":
            # What has no such value has no entry in the index.
            raise AttributeError(name)
        return value

    return found


meeting_institution = _of(IPublishedMeeting, meeting_values, "institution")
meeting_organ = _of(IPublishedMeeting, meeting_values, "organ")
meeting_year = _of(IPublishedMeeting, meeting_values, "year")
meeting_date = _of(IPublishedMeeting, meeting_values, "date")
meeting_stage = _of(IPublishedMeeting, meeting_values, "stage")
decision_institution = _of(IPublishedDecision, decision_values, "institution")
decision_organ = _of(IPublishedDecision, decision_values, "organ")
decision_year = _of(IPublishedDecision, decision_values, "year")
decision_date = _of(IPublishedDecision, decision_values, "date")
meeting_kind = _of(IPublishedMeeting, meeting_values, "kind")
decision_kind = _of(IPublishedDecision, decision_values, "kind")
decision_stage = _of(IPublishedDecision, decision_values, "stage")
decision_matter = _of(IPublishedDecision, decision_values, "matter")
decision_number = _of(IPublishedDecision, decision_values, "number")


@indexer(IPublishedDecision)
def searchable(decision: IPublishedDecision) -> str:
    """Return the words of an item; of a meeting, the kit's title does."""
    return decision_text(decision)


@indexer(IPublishedDecision)
def description(decision: IPublishedDecision) -> str:
    """Return the beginning of an item, for a list of results."""
    return summary_words(decision)
