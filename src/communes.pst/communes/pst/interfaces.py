"""What the solution promises to the rest of the site: its layer and its home."""

from communes.core.interfaces import ICoreLayer
from zope.interface import Interface


class IPstLayer(ICoreLayer):
    """Marks requests to sites where the solution is installed."""


class IPstHome(Interface):
    """Marks the folder of the plans: the first page of the solution."""
