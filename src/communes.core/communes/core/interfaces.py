"""What the kit promises to the whole suite: its browser layer and its settings."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class ICoreLayer(IDefaultBrowserLayer):
    """Marks requests to sites where the shared kit is installed."""
