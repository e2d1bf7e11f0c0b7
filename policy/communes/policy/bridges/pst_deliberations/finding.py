"""Which items of the assemblies speak of an action, and where they stand."""

from communes.core.access.catalog import visible
from dataclasses import dataclass
from datetime import date


ITEM = "communes.deliberations.MeetingItem"


@dataclass(frozen=True)
class Mention:
    """An item a person may see that mentions an action."""

    uid: str
    title: str
    path: str
    state: str
    assembly: str
    reference: str
    modified: date


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
    rows = {brain.UID: _mention(brain) for brain in found}
    return sorted(rows.values(), key=lambda one: one.modified, reverse=True)


def _mention(brain: object) -> Mention:
    return Mention(
        brain.UID,
        brain.Title,
        brain.getPath(),
        brain.review_state,
        brain.deliberations_assembly,
        brain.deliberations_reference or "",
        brain.modified.asdatetime().date(),
    )
