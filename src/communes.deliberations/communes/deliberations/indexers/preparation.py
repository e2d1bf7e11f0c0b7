"""What lists ask about the work before the meeting; never a person's own words."""

from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.storage.claim import claim_of
from communes.deliberations.storage.completeness import completeness_now
from communes.deliberations.storage.label import indexed_own_labels
from communes.deliberations.storage.label import labels_of
from plone.indexer import indexer


@indexer(IMeetingItem)
def deliberations_taken_over_by(item):
    """Return the account that has taken the item over; empty when nobody has."""
    return claim_of(item)[0].holder


@indexer(IMeetingItem)
def deliberations_completeness(item):
    """Return what was last said of the completeness of the file."""
    return completeness_now(item)[0].value


@indexer(IMeetingItem)
def deliberations_labels(item):
    """Return the ids of the common labels."""
    return labels_of(item)[0]


@indexer(IMeetingItem)
def deliberations_own_labels(item):
    """Return everybody's own labels, each behind the token of who put it."""
    return indexed_own_labels(item)


@indexer(IMeetingItem)
def deliberations_copy_groups(item):
    """Return the ids of the services in copy, fully or not."""
    return (*(item.copy_groups or ()), *(item.restricted_copy_groups or ()))


@indexer(IMeetingItem)
def deliberations_budget(item):
    """Return whether the decision costs or brings in something: "yes" or "no"."""
    return "yes" if item.budget_related else "no"


@indexer(IMeetingItem)
def deliberations_keywords(item):
    """Return the keywords of the item."""
    return tuple(item.keywords or ())


@indexer(IMeetingItem)
def deliberations_meeting_deadline(item):
    """Return the day before which the assembly must have decided."""
    return item.meeting_deadline


@indexer(IMeetingItem)
def deliberations_fixes_agenda(item):
    """Return the UID of the meeting whose agenda the item fixes."""
    return item.fixes_agenda_of or ""
