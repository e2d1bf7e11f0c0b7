"""What feeds an agenda or a folder of news: checked by UID, told by title."""

from communes.core.access.catalog import unrestricted
from communes.web.domain.agenda.errors import UnknownSource
from communes.web.domain.agenda.feeding import refuse_circle
from communes.web.domain.errors import Feeding
from typing import Any


def check_feeding(branch: Any, portal_type: str) -> None:
    """Let a branch be fed by others of its kind, never in a circle.

    :raises UnknownSource: one of them is none.
    :raises Feeding: the way of the circle, by titles.
    """
    if not branch.fed_by:
        return
    rows = {one.UID: one for one in unrestricted(portal_type=portal_type)}
    feeds = {uid: tuple(one.web_fed_by or ()) for uid, one in rows.items()}
    own = branch.UID()
    feeds[own] = ()
    titles = {uid: one.Title for uid, one in rows.items()} | {own: branch.title}
    for uid in branch.fed_by:
        if uid not in rows:
            raise UnknownSource(field="fed_by", name=str(uid)[:80], what=branch.title)
        try:
            refuse_circle(feeds, own, uid)
        except Feeding as circle:
            path = str(circle.values["path"]).split(" → ")
            told = " → ".join(titles.get(one, one) for one in path)
            raise Feeding(field="fed_by", name=branch.title, path=told) from circle
        feeds[own] = (*feeds[own], uid)
