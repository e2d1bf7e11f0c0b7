"""Holds what an engine found against the database, as it stands in this transaction."""

from AccessControl import getSecurityManager
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Sequence
from communes.search.domain.params import Reader
from communes.search.domain.results import Hit
from communes.search.domain.unsettled import is_below
from communes.search.reading.confidential import confidential_types
from dataclasses import dataclass
from Products.CMFCore.indexing import processQueue
from Products.CMFCore.utils import getToolByName
from Products.PluginIndexes.util import datetime_to_minutes
from Products.PluginIndexes.util import MAX32
from typing import Any


# So many hits below places whose rights are changing are looked at one by one; what
# is beyond waits until the change is through.
MOST_DOUBTFUL = 200
# What the catalogue says nothing of begins after all times.
NEVER = (MAX32, None)


@dataclass(frozen=True)
class Judged:
    """What may be shown (entries by UID, in the order found) and what is no more.

    The entry is None where none was read.
    """

    shown: dict[str, Any]
    gone: tuple[str, ...] = ()


def judge(
    site: Any,
    hits: Sequence[Hit],
    reader: Reader,
    places: tuple[str, ...],
    read: Collection[str] = (),
) -> Judged:
    """Say which of ``hits`` the reader may see now.

    The catalogue decides, as it changes with the objects; what it may not know yet
    (below ``places``) and what is confidential is asked of the object itself. No
    other object is woken, and no other entry read: its neighbours would come along.

    :param read: UIDs whose entry the caller wants.
    """
    if not hits:
        return Judged({})
    catalog = getToolByName(site, "portal_catalog")
    uids = [hit.uid for hit in hits]
    numbers = visible_numbers(catalog, uids, reader)
    missing = [uid for uid in uids if uid not in numbers]
    gone = set(_not_catalogued(site, missing)) if missing else set()
    checked = confidential_types()
    shown = {}
    for hit in hits:
        if hit.uid not in numbers:
            continue
        # Nobody knows what lies below a place without its entry.
        wanted = places or hit.portal_type in checked or hit.uid in read
        brain = catalog._catalog[numbers[hit.uid]] if wanted else None
        if brain is None or not _is_doubtful(brain, checked, places):
            shown[hit.uid] = brain
        elif may_view(brain):
            shown[hit.uid] = brain
        elif object_of(brain) is None:
            gone.add(hit.uid)
    return Judged(shown, tuple(sorted(gone)))


def _is_doubtful(brain: Any, checked: Collection[str], places: tuple[str, ...]) -> bool:
    return brain.portal_type in checked or is_below(brain.getPath(), places)


def visible_numbers(
    catalog: Any, uids: Iterable[str], reader: Reader
) -> dict[str, int]:
    """Return the catalogue's number of each UID that the reader may see.

    What the catalogue keeps of each is read, and nothing else: a query over its
    indexes would read, in a new process, what it keeps of everything.
    """
    processQueue()
    number_of = catalog._catalog.getIndex("UID")._index.get
    found = ((uid, number_of(uid)) for uid in uids)
    sees = _sight(catalog, reader)
    return {uid: n for uid, n in found if n is not None and sees(n)}


def _sight(catalog: Any, reader: Reader) -> Callable[[int], bool]:
    """Return what tells of a number whether the reader may see it now."""
    tokens = frozenset(reader.tokens)
    allowed = catalog._catalog.getIndex("allowedRolesAndUsers")
    period = catalog._catalog.getIndex("effectiveRange")
    now = datetime_to_minutes(reader.now, period.precision_value)

    def sees(number: int) -> bool:
        if tokens.isdisjoint(allowed.getEntryForObject(number) or ()):
            return False
        if now is None:
            return True
        since, until = period.getEntryForObject(number) or NEVER
        return (since is None or since <= now) and (until is None or now <= until)

    return sees


def settled_entries(brains: Sequence[Any], places: tuple[str, ...]) -> Sequence[Any]:
    """Return the entries without what may no longer be seen below ``places``.

    What is beyond the first ``MOST_DOUBTFUL`` there waits until the change is through.
    """
    if not places:
        return brains
    left = MOST_DOUBTFUL
    seen = []
    for brain in brains:
        if is_below(brain.getPath(), places):
            left -= 1
            if left < 0 or not may_view(brain):
                continue
        seen.append(brain)
    return seen


def confidential_left_out(brains: Sequence[Any]) -> tuple[Any, ...]:
    """Return the entries without those of confidential types that may not be viewed."""
    checked = confidential_types()
    return tuple(
        brain for brain in brains if brain.portal_type not in checked or may_view(brain)
    )


def may_view(brain: Any) -> bool:
    """Tell whether the current user may view the object itself."""
    obj = object_of(brain)
    if obj is None:
        return False
    return bool(getSecurityManager().checkPermission("View", obj))


def object_of(brain: Any) -> Any:
    """Return the object of an entry, or None when the entry leads nowhere."""
    try:
        return brain._unrestrictedGetObject()
    except (AttributeError, KeyError):
        return None


def _not_catalogued(site: Any, uids: list[str]) -> list[str]:
    catalog = getToolByName(site, "portal_catalog")
    known = {brain.UID for brain in catalog.unrestrictedSearchResults(UID=uids)}
    return [uid for uid in uids if uid not in known]
