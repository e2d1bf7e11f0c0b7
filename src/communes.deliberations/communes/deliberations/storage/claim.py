"""Who has taken an item over, as the item keeps it."""

from communes.core.access.permission import current_user
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.claim import Claim
from communes.deliberations.storage import part
from plone import api


PART = "claim"


def claim_of(item: IMeetingItem) -> tuple[Claim, int]:
    """Return who has the item, and the revision to give back."""
    data, revision = part.read(item, PART, dict)
    return Claim(data.get("holder", ""), dict(data.get("past", {}))), revision


def save_claim(
    item: IMeetingItem, claim: Claim, change: str, revision: int | None = None
) -> int:
    """Keep who has the item and return the new revision.

    :raises StaleRevision: somebody else took it or gave it back meanwhile.
    """
    data = {"holder": claim.holder, "past": dict(claim.past)}
    new = part.write(
        item,
        PART,
        data,
        by=current_user(),
        change=change,
        revision=revision,
        what=item.title,
    )
    item.reindexObject(idxs=["deliberations_taken_over_by"])
    return new


def holders() -> list[str]:
    """Return the accounts that have an item somewhere in the site."""
    index = api.portal.get_tool("portal_catalog").Indexes["deliberations_taken_over_by"]
    return sorted(value for value in index.uniqueValues() if value)
