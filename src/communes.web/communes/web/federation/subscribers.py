"""What is shared follows the life of a content; what is received stays as it came."""

from communes.web.content.base import IWebContent
from communes.web.federation.ledger import sent
from communes.web.federation.rights import lock
from communes.web.federation.telling import ask_to_tell
from communes.web.federation.telling import is_ours
from communes.web.federation.telling import is_shared
from communes.web.federation.telling import kind_of
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFCore.interfaces import IActionSucceededEvent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component.hooks import getSite
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent


def modified(obj: IWebContent, event: IObjectModifiedEvent) -> None:
    """Other communes get the new version."""
    _tell(obj)


def stepped(obj: IWebContent, event: IAfterTransitionEvent) -> None:
    """What is published leaves, what is not any more is withdrawn."""
    if event.transition is not None:
        _tell(obj)


def acted(obj: IWebContent, event: IActionSucceededEvent) -> None:
    """The workflow gave the rights of its states again: what others share is theirs."""
    if not is_ours(obj):
        lock(obj)


def moved(obj: IWebContent, event: IObjectMovedEvent) -> None:
    """Its address is another, or it is gone."""
    if not IPloneSiteRoot.providedBy(event.object):
        _tell(obj)


def _tell(obj: IWebContent) -> None:
    if kind_of(obj) and (is_shared(obj) or sent(getSite(), obj.UID()) is not None):
        ask_to_tell(obj.UID())
