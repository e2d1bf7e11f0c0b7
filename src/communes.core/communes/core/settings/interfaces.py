"""What a solution offers so that its settings can be applied from a file."""

from zope.interface import Attribute
from zope.interface import Interface


class ISettingsTarget(Interface):
    """The live settings of one solution in one site.

    A named adapter of the site; the name is the solution ("deliberations").
    """

    schema = Attribute("The frozen dataclass that describes the settings.")

    def read():
        """Return the live settings as flat dotted keys with plain values."""

    def write(changes):
        """Set the live settings named in ``changes``, a flat mapping."""
