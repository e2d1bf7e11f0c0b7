"""What is shown of a meeting and of a decision; nothing but what is public now."""

from collections.abc import Mapping
from communes.publications.api.portal_pages import institution_above
from communes.publications.content.published import IPublishedDecision
from communes.publications.content.published import IPublishedMeeting
from communes.publications.domain.comparison import compared
from communes.publications.domain.comparison import Comparison
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Vote
from communes.publications.indexing.values import matter_of
from communes.publications.storage.files import file_of
from communes.publications.storage.projection import item_of
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import state_of
from communes.publications.storage.projection import versions
from dataclasses import dataclass
from plone import api
from typing import Any


@dataclass(frozen=True)
class Ballot:
    """What one person voted: "yes", "no", "abstain" or "none"."""

    name: str
    function: str
    group: str
    choice: str


def shown_meeting(meeting: IPublishedMeeting) -> Meeting | None:
    """Return what citizens read of a meeting, None as long as nothing is shown."""
    return projection(meeting)


def shown_item(decision: IPublishedDecision) -> Item | None:
    """Return what citizens read of an item, None when it left the agenda."""
    return item_of(decision)


def is_draft(meeting: IPublishedMeeting) -> bool:
    """Return whether what is shown of a meeting is not decided yet."""
    return state_of(meeting) != "decision"


def matter(decision: IPublishedDecision, item: Item) -> str:
    """Return the matter of an item on the portal."""
    return matter_of(institution_above(decision), item)


def comparison(decision: IPublishedDecision) -> Comparison | None:
    """Return the draft beside the decision; None when it may not be compared."""
    meeting = decision.__parent__
    shown = projection(meeting)
    if shown is None:
        return None
    every = [projection(meeting, number) for number in versions(meeting)]
    known = [one for one in every if one is not None]
    return compared(known, f"{shown.id}/{decision.getId()}")


def neighbours(decision: IPublishedDecision) -> tuple[Any | None, Any | None]:
    """Return the public items before and after one on its agenda."""
    meeting = decision.__parent__
    shown = projection(meeting)
    names = [one.id.rpartition("/")[2] for one in shown.public_items] if shown else []
    if decision.getId() not in names:
        return None, None
    at = names.index(decision.getId())
    before = meeting[names[at - 1]] if at else None
    after = meeting[names[at + 1]] if at + 1 < len(names) else None
    return before, after


def ballots(meeting: Meeting, vote: Vote) -> tuple[Ballot, ...]:
    """Return who voted what, those who were there and did not included."""
    choices: dict[str, str] = {}
    for choice, names in (
        ("yes", vote.voted_yes),
        ("no", vote.voted_no),
        ("abstain", vote.abstained),
    ):
        choices.update(dict.fromkeys(names, choice))
    if not choices:
        return ()
    found = [
        Ballot(one.name, one.function, one.group, choices.pop(one.name, "none"))
        for one in meeting.present
        # Who keeps the minutes has no vote.
        if one.name != meeting.secretary or one.name in choices
    ]
    strangers = [Ballot(name, "", "", choice) for name, choice in choices.items()]
    return (*found, *strangers)


def shown_name(institution: Any, name: str) -> str:
    """Return the name under which an institution shows a mandatary."""
    known: Mapping[str, str] = institution.representatives or {}
    return known.get(name, name)


def clean(html: str) -> str:
    """Return a formatted text without anything active, whatever arrived."""
    transforms = api.portal.get_tool("portal_transforms")
    made = transforms.convertTo("text/x-html-safe", html, mimetype="text/html")
    return made.getData() if made is not None else ""


def annex_file(decision: IPublishedDecision, id: str) -> Any | None:
    """Return the public file of an annex that is shown, None when it is not."""
    found = annex_sum(decision, id)
    return file_of(decision.__parent__, found) if found else None


def annex_sum(decision: IPublishedDecision, id: str) -> str:
    """Return the SHA-256 of an annex that is shown, empty when it is not."""
    item = item_of(decision)
    annexes = item.annexes if item is not None else ()
    return next((one.sha256 for one in annexes if one.id == id), "")
