"""What is taken away is remembered, if everybody could read it."""

from communes.web.content.base import IWebContent
from communes.web.domain.states import WebState
from communes.web.gone.api import remember
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


#: Those everybody may have kept the address of.
SHOWN = (WebState.PUBLISHED.value, WebState.ARCHIVED.value)


def removed(content: IWebContent, event: IObjectRemovedEvent) -> None:
    """Permanent addresses rely on it: 410, and neither 404 nor an error."""
    # With the whole site, its book goes too.
    if event.newParent is not None or IPloneSiteRoot.providedBy(event.object):
        return
    if api.content.get_state(content, default="") in SHOWN:
        remember(content)
