"""What is shown when only a part of what arrived is let through.

Everything works on the JSON values of the message, so that what is shown is what the
institution sent, item by item.
"""

from collections.abc import Collection
from collections.abc import Mapping
from typing import Any


Data = Mapping[str, Any]


def chosen(before: Data | None, after: Data, ids: Collection[str]) -> dict[str, Any]:
    """Return ``after`` with the items of ``ids`` only; the others stay as ``before``.

    An item that ``before`` did not have and that is not chosen is left out; one that
    ``after`` no longer has and that is not chosen stays, at the end.
    """
    old = {one["id"]: one for one in before["items"]} if before else {}
    new = {one["id"]: one for one in after["items"]}
    items = []
    for id, one in new.items():
        if id in ids:
            items.append(one)
        elif id in old:
            items.append(old[id])
    kept = [one for id, one in old.items() if id not in new and id not in ids]
    return {**after, "items": items + kept}


def withdrawals(before: Data | None, after: Data) -> frozenset[str]:
    """Return the ids of the items that are shown and that ``after`` withdraws.

    What an institution withdraws no longer waits for anybody.
    """
    shown = (
        {one["id"] for one in before["items"] if not one.get("withdrawn")}
        if (before)
        else set()
    )
    gone = {one["id"] for one in after["items"] if one.get("withdrawn")}
    return frozenset(shown & gone)


def only_withdrawn(before: Data, after: Data, ids: Collection[str]) -> dict[str, Any]:
    """Return ``before`` with the tombstones of ``after`` in the place of ``ids``."""
    tombs = {one["id"]: one for one in after["items"] if one["id"] in ids}
    items = [tombs.get(one["id"], one) for one in before["items"]]
    return {**before, "items": items, "published_at": after["published_at"]}
