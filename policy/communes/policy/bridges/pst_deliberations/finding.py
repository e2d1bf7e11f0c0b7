"""Which items of the assemblies speak of an action, and where they stand."""

from communes.core.access.catalog import visible
from dataclasses import dataclass
from datetime import date


ITEM = "communes.deliberations.MeetingItem"


@dataclass(frozen=True)
class Mention:
    """An item a person may see that mentions an action.

    ``met_on``: day of its meeting; None while it has none the person may see.
    """

    uid: str
    title: str
    path: str
    state: str
    assembly: str
    reference: str
    modified: date
    met_on: date | None = None


def external_id(action: object) -> str:
    """Return how an assembly names the item an action was sent as."""
    return f"pst:{action.UID()}"


def keyword(action: object, reference: str) -> str:
    """Return the keyword that an item takes to be listed on an action."""
    return f"PST {reference}"


def mentions(action: object, reference: str) -> list[Mention]:
    """Return the items that were made of the action, go on from one, or name it.

    Only those the current user may see, the last changed first.
    """
    found = list(
        visible(portal_type=ITEM, deliberations_external_id=external_id(action))
    )
    uids = [brain.UID for brain in found]
    if uids:
        found += visible(portal_type=ITEM, deliberations_successor_of=uids)
    if reference:
        named = keyword(action, reference)
        found += visible(portal_type=ITEM, deliberations_keywords=[named])
    days = _days_of([brain.deliberations_meeting for brain in found])
    rows = {brain.UID: _mention(brain, days) for brain in found}
    return sorted(rows.values(), key=lambda one: one.modified, reverse=True)


def _days_of(meetings: list[object]) -> dict[str, date]:
    """Return UID -> day of the meetings the person may see, in one question."""
    wanted = [one for one in meetings if isinstance(one, str) and one]
    found = visible(UID=wanted) if wanted else []
    return {one.UID: one.deliberations_meeting_date.date() for one in found}


def _mention(brain: object, days: dict[str, date]) -> Mention:
    return Mention(
        brain.UID,
        brain.Title,
        brain.getPath(),
        brain.review_state,
        brain.deliberations_assembly,
        brain.deliberations_reference or "",
        brain.modified.asdatetime().date(),
        days.get(brain.deliberations_meeting),
    )
