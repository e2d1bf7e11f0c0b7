"""What the catalogue and the search know of a published meeting or item."""

from collections.abc import Mapping
from communes.core.formats.domain.plain import plain
from communes.publications.content.institution import IInstitution
from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.states import DecisionStage
from communes.publications.domain.words import shortened
from communes.publications.storage.projection import item_of
from communes.publications.storage.projection import projection
from datetime import datetime
from typing import Any


def institution_of(obj: Any) -> IInstitution:
    """Return the institution above something that was published."""
    while not IInstitution.providedBy(obj):
        obj = obj.__parent__
    return obj


def meeting_values(meeting: IPublishedMeeting) -> dict[str, Any]:
    """Return the values of a meeting by the end of their index's name."""
    shown = projection(meeting)
    return {} if shown is None else _of_meeting(shown)


def decision_values(decision: IPublishedDecision) -> dict[str, Any]:
    """Return the values of an item by the end of their index's name."""
    shown, item = projection(decision.__parent__), item_of(decision)
    if shown is None or item is None:
        return {"stage": str(DecisionStage.GONE)}
    return {
        **_of_meeting(shown),
        "stage": str(decision.stage),
        # What was withdrawn is at its address, and is not found.
        "kind": "" if item.withdrawn else str(shown.stage),
        "matter": matter_of(institution_of(decision), item),
        "number": item.number,
    }


def matter_of(institution: IInstitution, item: Item) -> str:
    """Return the matter of an item on the portal; its own category without one."""
    known: Mapping[str, str] = institution.matters or {}
    found = matters().get(known.get(item.category, ""), "")
    return found or item.category_title or item.category


def decision_text(decision: IPublishedDecision) -> str:
    """Return every word that finds an item."""
    item = item_of(decision)
    if item is None:
        return ""
    texts = (item.summary, item.motivation, item.decision)
    annexes = (annex.title for annex in item.annexes)
    return " ".join((item.title, item.reference, *map(plain, texts), *annexes))


def summary_words(decision: IPublishedDecision) -> str:
    """Return the first words of an item: its summary, else what is decided."""
    item = item_of(decision)
    if item is None:
        return ""
    return shortened(plain(item.summary or item.decision))


def _of_meeting(shown: Meeting) -> dict[str, Any]:
    date: datetime = shown.date
    return {
        "institution": shown.nis,
        "organ": shown.assembly_title,
        "year": str(date.year),
        "date": date,
        "stage": shown.stage,
        "kind": "meeting",
    }
