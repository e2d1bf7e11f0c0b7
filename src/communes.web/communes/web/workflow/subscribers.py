"""What follows the steps of a content."""

from communes.web.content.base import IWebContent
from communes.web.domain.states import WebTransition
from communes.web.storage.readiness import refuse_unready
from communes.web.storage.schedule import BOOK
from communes.web.storage.schedule import settle
from plone import api
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def before_step(obj: IWebContent, event: IBeforeTransitionEvent) -> None:
    """Refuse a step towards everybody of what is not ready, whoever takes it."""
    if event.transition is not None:
        refuse_unready(obj, WebTransition(event.transition.getId()))


def after_step(obj: IWebContent, event: IAfterTransitionEvent) -> None:
    """A step of a person ends what was planned; the worker relies on the book."""
    if event.transition is None:
        return
    obj.planned_by = ""
    settle(api.portal.get(), obj)


def modified(obj: IWebContent, event: IObjectModifiedEvent) -> None:
    """A new end is known to the worker."""
    settle(api.portal.get(), obj)


def removed(obj: IWebContent, event: IObjectRemovedEvent) -> None:
    """Nothing is due of what is gone."""
    site = api.portal.get()
    if site is not None:
        BOOK.forget(site, obj.UID())
