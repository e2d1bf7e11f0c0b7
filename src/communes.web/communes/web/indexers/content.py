"""What every content of the website tells the catalogue."""

from communes.web.content.alert import IAlert
from communes.web.content.base import IWebBranch
from communes.web.content.base import IWebContent
from communes.web.content.folder import IFolder
from communes.web.storage.access import keepers_of
from communes.web.storage.alerts import light
from communes.web.storage.sections import text_of
from plone.indexer import indexer


@indexer(IWebContent)
def web_categories(obj):
    """Return the themes."""
    return tuple(obj.categories or ())


@indexer(IWebContent)
def web_audiences(obj):
    """Return who it is for."""
    return tuple(obj.audiences or ())


@indexer(IWebContent)
def web_external_id(obj):
    """Return what it is called where it came from; nothing when it is ours."""
    if not obj.external_id:
        raise AttributeError("web_external_id")
    return obj.external_id


@indexer(IWebContent)
def SearchableText(obj):  # noqa: N802 -- the catalogue's own name
    """Return the words of the content and of its sections."""
    return " ".join((obj.title or "", obj.description or "", text_of(obj)))


@indexer(IWebContent)
def exclude_from_nav(obj):
    """Return whether menus leave it out."""
    return not getattr(obj, "in_menu", True)


@indexer(IWebBranch)
def web_keepers(obj):
    """Return the accounts and groups that have a role of the website on a branch."""
    return tuple(keepers_of(obj))


@indexer(IFolder)
def web_quick(obj):
    """Return the ids a folder shows first in the menu, in order."""
    return tuple(obj.quick_access or ())


@indexer(IAlert)
def web_alert(obj):
    """Return all of a message: pages show it without waking it."""
    return light(obj)
