"""The door of the saved views: see, keep, take away, forget a person."""

from communes.core.dashboards.views import storage
from communes.core.dashboards.views.domain import check_room
from communes.core.dashboards.views.domain import clean_name
from communes.core.dashboards.views.domain import may_delete
from communes.core.dashboards.views.domain import same_name
from communes.core.dashboards.views.domain import SavedView
from communes.core.dashboards.views.domain import seen_by
from communes.core.dashboards.views.domain import SharingRefused
from communes.core.dashboards.views.domain import UnknownView
from dataclasses import replace
from typing import Any
from uuid import uuid4


def saved_views(site: Any, list_id: str, person: str) -> list[SavedView]:
    """Return the views of a list that a person sees: one's own and the shared ones."""
    return seen_by(storage.views_of(site, list_id), person)


def save_view(
    site: Any,
    list_id: str,
    view: SavedView,
    manages: bool = False,
) -> SavedView:
    """Keep a view; one's own view of the same name is replaced.

    :param view: without id; ``owner`` is who saves it.
    :param manages: whether this person may give views of the list to others.
    :raises NameExpected: it has no name fit for a tab.
    :raises SharingRefused: it is shared by someone who may not.
    :raises TooManyViews: the person has as many as there may be.
    """
    if view.shared and not manages:
        raise SharingRefused(field="view_shared")
    kept = storage.views_of(site, list_id)
    name = clean_name(view.name)
    known = same_name(kept, view.owner, name)
    if known is None:
        check_room(kept, view.owner)
    saved = replace(view, name=name, id=known.id if known else uuid4().hex)
    storage.keep(site, list_id, saved)
    return saved


def delete_view(
    site: Any, list_id: str, view_id: str, person: str, manages: bool = False
) -> SavedView:
    """Take a view away: one's own, or a shared one when the person manages the list.

    :raises UnknownView: there is none, or none this person may take away.
    """
    for view in storage.views_of(site, list_id):
        if view.id == view_id and may_delete(view, person, manages):
            storage.forget(site, list_id, view_id)
            return view
    raise UnknownView(name=view_id)


def forget_person(site: Any, person: str) -> int:
    """Take away what a person kept; what was shared stays, without the name.

    :return: how many views the person had.
    """
    found = [pair for pair in storage.everything(site) if pair[1].owner == person]
    for list_id, view in found:
        if view.shared:
            storage.keep(site, list_id, replace(view, owner=""))
        else:
            storage.forget(site, list_id, view.id)
    return len(found)
