"""The labels on an item: the common ones, and those each person puts for herself.

Somebody's own labels are found by a token only that person's pages ask with: what
others wrote on an item can neither be read nor guessed from an address.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from communes.core.access.permission import current_user
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import assembly_of
from plone import api
from secrets import token_hex


PART = "labels"
OWN = "own_labels"
TOKENS = "label_tokens"


def labels_of(item: IMeetingItem) -> tuple[tuple[str, ...], int]:
    """Return the common labels of an item, and the revision to give back."""
    found, revision = part.read(item, PART, tuple)
    return tuple(found), revision


def save_labels(
    item: IMeetingItem, labels: tuple[str, ...], revision: int | None
) -> int:
    """Keep the common labels and return the new revision.

    :raises StaleRevision: somebody else changed them meanwhile.
    """
    new = part.write(
        item,
        PART,
        labels,
        by=current_user(),
        change="les étiquettes ont changé",
        revision=revision,
        what=item.title,
    )
    item.reindexObject(idxs=["deliberations_labels"])
    return new


def own_labels_of(item: IMeetingItem) -> tuple[str, ...]:
    """Return the labels the current user put on the item for herself."""
    kept = getattr(aq_base(item), OWN, None)
    return () if kept is None else tuple(kept.get(current_user(), ()))


def save_own_labels(item: IMeetingItem, labels: tuple[str, ...]) -> None:
    """Keep the labels of the current user, whose token is made at the first one."""
    if getattr(aq_base(item), OWN, None) is None:
        setattr(item, OWN, OOBTree())
    kept, user = getattr(item, OWN), current_user()
    if labels:
        kept[user] = labels
        _token(assembly_of(item), user, make=True)
    else:
        kept.pop(user, None)
    item.reindexObject(idxs=["deliberations_own_labels"])


def indexed_own_labels(item: IMeetingItem) -> tuple[str, ...]:
    """Return what the index keeps: each word behind the token of who put it."""
    kept = getattr(aq_base(item), OWN, None) or {}
    assembly = assembly_of(item)
    return tuple(
        f"{_token(assembly, user)}|{word}"
        for user, words in kept.items()
        for word in words
    )


def own_label_choices(assembly: IAssembly) -> tuple[tuple[str, str], ...]:
    """Return (value of the index, word) for the labels the current user has put."""
    token = _token(assembly, current_user())
    if not token:
        return ()
    index = api.portal.get_tool("portal_catalog").Indexes["deliberations_own_labels"]
    found = (value.partition("|") for value in index.uniqueValues())
    words = sorted(word for key, _bar, word in found if key == token)
    return tuple((f"{token}|{word}", word) for word in words)


def _token(assembly: IAssembly, user: str, *, make: bool = False) -> str:
    tokens = getattr(aq_base(assembly), TOKENS, None)
    if tokens is None and make:
        setattr(assembly, TOKENS, OOBTree())
        tokens = getattr(assembly, TOKENS)
    if make and user not in tokens:
        tokens[user] = token_hex(16)
    return "" if tokens is None else tokens.get(user, "")
