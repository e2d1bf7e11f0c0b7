"""The evaluations of a plan, with the snapshot each froze when it was closed."""

from BTrees.OOBTree import OOBTree
from communes.core.access.plain import from_plain
from communes.core.access.plain import to_plain
from communes.pst.content.plan import IPlan
from communes.pst.domain.evaluation import Campaign
from communes.pst.domain.snapshot import Snapshot
from persistent.mapping import PersistentMapping


def campaigns_of(plan: IPlan) -> list[Campaign]:
    """Return the evaluations of a plan, the oldest first."""
    kept = plan.campaigns or {}
    found = [from_plain(Campaign, dict(one["campaign"])) for one in kept.values()]
    return sorted(found, key=lambda one: (one.opens_on, one.id))


def campaign_of(plan: IPlan, id: str) -> Campaign | None:
    """Return one evaluation, None when there is none of that id."""
    return next((one for one in campaigns_of(plan) if one.id == id), None)


def keep_campaign(
    plan: IPlan, campaign: Campaign, snapshot: Snapshot | None = None
) -> None:
    """Keep an evaluation as it is now, and what it froze when it was closed."""
    if plan.campaigns is None:
        plan.campaigns = OOBTree()
    kept = plan.campaigns.get(campaign.id)
    if kept is None:
        kept = plan.campaigns[campaign.id] = PersistentMapping()
    kept["campaign"] = to_plain(campaign)
    if snapshot is not None:
        kept["snapshot"] = to_plain(snapshot)


def snapshot_of(plan: IPlan, id: str) -> Snapshot | None:
    """Return what an evaluation froze; None while it is open."""
    kept = (plan.campaigns or {}).get(id)
    data = None if kept is None else kept.get("snapshot")
    return None if data is None else from_plain(Snapshot, data)
