"""A change of what citizens read is forgotten by the proxies after the commit."""

from communes.core.public.api import forget
from communes.web.content.base import IWebContent
from communes.web.domain.list_tags import forgotten_with
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent


def changed(obj: Any, event: IObjectModifiedEvent) -> None:
    """Pages of the content and lists that show it rely on it."""
    # A place is told of what it holds by the thing itself.
    if not IContainerModifiedEvent.providedBy(event):
        _forget(obj)


def stepped(obj: IWebContent, event: Any) -> None:
    """What is published or hidden comes or goes at once."""
    if event.transition is not None:
        _forget(obj)


def moved(obj: Any, event: IObjectMovedEvent) -> None:
    """Made, moved, renamed or taken away: both places change."""
    if event.object is not obj or api.portal.get() is None:
        return
    places = (event.oldParent, event.newParent)
    for place in places:
        if place is not None and not IPloneSiteRoot.providedBy(event.object):
            forget(forgotten_with(obj.portal_type, (IUUID(obj), *_uids(place))))


def _forget(obj: Any) -> None:
    forget(forgotten_with(obj.portal_type, _uids(obj)))


def _uids(place: Any) -> tuple[str, ...]:
    """Return the UIDs of a content and of the places above it, below the site."""
    found = []
    while place is not None and not IPloneSiteRoot.providedBy(place):
        uid = IUUID(place, None)
        if uid:
            found.append(uid)
        place = getattr(place, "__parent__", None)
    return tuple(found)
