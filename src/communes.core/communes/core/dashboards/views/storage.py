"""The saved views of a site: one tree of plain values, by list and by view."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from communes.core.dashboards.views.domain import SavedView
from dataclasses import asdict
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.dashboards.views"


def views_of(site: Any, list_id: str) -> list[SavedView]:
    """Return all the views of a list, whoever owns them; reading writes nothing."""
    kept = _lists(site).get(list_id)
    return [SavedView(**dict(one)) for one in kept.values()] if kept else []


def keep(site: Any, list_id: str, view: SavedView) -> None:
    """Write one view, in place of the one with its id."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    lists = annotations[KEY]
    if list_id not in lists:
        lists[list_id] = OOBTree()
    lists[list_id][view.id] = tuple(asdict(view).items())


def forget(site: Any, list_id: str, view_id: str) -> None:
    """Take one view away, and the list with its last one."""
    lists = _lists(site)
    del lists[list_id][view_id]
    if not lists[list_id]:
        del lists[list_id]


def everything(site: Any) -> Iterator[tuple[str, SavedView]]:
    """Return (list, view) for all that is kept, as a copy that may be changed."""
    for list_id in list(_lists(site)):
        for view in views_of(site, list_id):
            yield list_id, view


def forget_all(site: Any) -> None:
    """Leave nothing behind."""
    IAnnotations(site).pop(KEY, None)


def _lists(site: Any) -> Any:
    return IAnnotations(site).get(KEY, {})
