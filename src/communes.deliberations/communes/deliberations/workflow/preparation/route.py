"""How an item says it is to be decided, read from its fields and its assembly."""

from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.out_of_meeting import Route
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.item import plain_text


def route_of(item: IMeetingItem) -> Route:
    """Return the route of the item as the rules see it."""
    settings = settings_of(assembly_of(item))
    chosen = settings.preparation
    allowed = {one.assembly for one in settings.send_to}
    return Route(
        delegated=bool(item.out_of_meeting) and chosen.out_of_meeting,
        urgent=bool(item.out_of_meeting_emergency) and bool(chosen.ratified_by),
        destinations=tuple(one for one in item.send_to or () if one in allowed),
        transfers=chosen.transfers,
        ratified_by=chosen.ratified_by,
        decision=plain_text(item.decision),
        urgency_motivation=item.urgency_motivation or "",
    )
