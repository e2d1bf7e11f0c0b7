"""What follows a content that is kept, moved or taken away: its links."""

from communes.web.content.base import IWebContent
from communes.web.links.anchoring import anchor_links
from communes.web.links.referring import ask_for_check
from communes.web.links.referring import ask_for_referrers
from plone.base.interfaces import IPloneSiteRoot
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent


def modified(obj: IWebContent, event: IObjectModifiedEvent) -> None:
    """Links typed as addresses become anchors; the list of corrections follows."""
    _look_over(obj)


def moved(obj: IDexterityContent, event: IObjectMovedEvent) -> None:
    """What is added or moved is looked over; what leads to what goes is too."""
    # With the whole site everything goes.
    if IPloneSiteRoot.providedBy(event.object):
        return
    if event.newParent is None:
        ask_for_referrers(obj.UID())
        ask_for_check(obj.UID())
    elif IWebContent.providedBy(obj):
        _look_over(obj)
        if event.oldParent is None:
            # Somebody may have typed its address before it was there.
            ask_for_referrers(obj.UID())


def stepped(obj: IWebContent, event: IAfterTransitionEvent) -> None:
    """Whether a content is led to depends on what is published."""
    if event.transition is not None:
        ask_for_check(obj.UID())


def _look_over(obj: IWebContent) -> None:
    if anchor_links(obj):
        obj.reindexObject()
    ask_for_check(obj.UID())
