"""What an issue takes from a content of the site: only what everybody reads."""

from AccessControl.PermissionRole import rolesForPermissionOn
from collections.abc import Iterator
from communes.core.access.catalog import object_by_uid
from communes.core.access.catalog import visible
from communes.core.dashboards.zcatalog import text_words
from communes.web.content.agenda import IEvent
from communes.web.content.news import INews
from communes.web.content.picture import IPicture
from communes.web.content.service import IService
from communes.web.domain.agenda.occurrences import next_of
from communes.web.domain.agenda.wording import when_in_words
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.showing import shared_url
from communes.web.storage.agenda import event_of
from communes.web.storage.agenda import listed
from communes.web.storage.leading import leading_of
from communes.web.storage.leading import plain
from datetime import datetime
from html import escape
from typing import Any


_KINDS = ((INews, "news"), (IEvent, "event"), (IService, "service"))


def is_public(obj: Any) -> bool:
    """Return whether everybody reads a content now."""
    return "Anonymous" in rolesForPermissionOn("View", obj)


def public_source(uid: str) -> Any | None:
    """Return the content of that UID when everybody reads it, else None."""
    found = object_by_uid(uid)
    return found if found is not None and is_public(found) else None


def public_contents(portal_type: str, words: str = "") -> Iterator[Any]:
    """Yield the contents of a type that everybody reads, the latest made first.

    :param words: in the title or the summary.
    """
    typed = text_words(words)
    query: dict[str, Any] = {"SearchableText": typed} if typed else {}
    found = visible(
        portal_type=portal_type, sort_on="created", sort_order="descending", **query
    )
    for brain in found:
        obj = brain._unrestrictedGetObject()
        if is_public(obj):
            yield obj


def coming_events(now: datetime, until: datetime) -> Iterator[Any]:
    """Yield the events that everybody reads and that take place soon, in order."""
    coming = sorted(
        (following.begins, one.event.id)
        for one in listed(None, now, until)
        if (following := next_of(one.event, now)) and following.begins <= until
    )
    for _begins, uid in coming:
        obj = public_source(uid)
        if obj is not None:
            yield obj


def block_of(obj: Any, now: datetime) -> Block:
    """Return what an issue says of a content, to be changed by a person."""
    if IPicture.providedBy(obj):
        return _picture_block(obj)
    kind = next((name for iface, name in _KINDS if iface.providedBy(obj)), "text")
    picture = leading_of(obj)
    told = {} if picture is None else _shown(picture)
    summary = (getattr(obj, "description", "") or "").strip()
    return Block(
        kind=kind,
        title=obj.title or "",
        html=f"<p>{escape(summary, quote=False)}</p>" if summary else "",
        url=obj.absolute_url(),
        uid=obj.UID(),
        when=_when(obj, now) if IEvent.providedBy(obj) else "",
        **told,
    )


def _picture_block(picture: IPicture) -> Block:
    return Block("image", title=picture.title or "", uid=picture.UID(),
                 **_shown(picture))  # fmt: skip


def _shown(picture: IPicture) -> dict[str, str]:
    url = shared_url(picture.absolute_url(), plain(picture))
    return {"picture": url, "alt": picture.alternative or ""}


def _when(obj: IEvent, now: datetime) -> str:
    found = next_of(event_of(obj), now)
    return "" if found is None else when_in_words(found)
