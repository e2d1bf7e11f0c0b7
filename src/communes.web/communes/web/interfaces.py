"""What the solution promises to the rest of the site: its browser layer."""

from communes.core.interfaces import ICoreLayer


class IWebLayer(ICoreLayer):
    """Marks requests to sites where the solution is installed."""
