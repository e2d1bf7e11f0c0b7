"""What holds a picture says in lists what it shows."""

from communes.web.content.base import IWebContent
from communes.web.content.picture import IPicture
from zope.interface.interfaces import IObjectEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def tell_its_holder(picture: IPicture, event: IObjectEvent) -> None:
    """Lists, which show the leading picture without waking anything, rely on it."""
    holder = getattr(picture, "__parent__", None)
    if IObjectRemovedEvent.providedBy(event):
        holder = event.oldParent
    if IWebContent.providedBy(holder) and holder.picture == picture.getId():
        holder.reindexObject(idxs=["web_leading"])
