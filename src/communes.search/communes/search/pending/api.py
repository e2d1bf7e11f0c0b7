"""The door to what a search has to check again before it shows it."""

from communes.core.jobs.api import lately
from communes.core.jobs.api import unsettled
from communes.core.rights import api as rights
from communes.search.indexing.processor import KIND
from typing import Any


def pending_places(site: Any) -> tuple[str, ...]:
    """Return the paths below which rights changed and are being brought to the indexes.

    Sorted, none below another. In Solr and in the catalogue alike, who finds
    something there may have lost the right to, until the path is no longer named.
    """
    return rights.pending_places(site)


def unsent(site: Any, most: int = 500) -> frozenset[str] | None:
    """Return the UIDs of the objects whose document in Solr may be older than they are.

    What Solr refused is among them, and what was sent so lately that a search may not
    see it yet. None when there are more than ``most``: Solr is far behind, and better
    not asked.
    """
    waiting = unsettled(site, KIND, most)
    if waiting is None:
        return None
    found = waiting | lately(site, KIND)
    return found if len(found) <= most else None
