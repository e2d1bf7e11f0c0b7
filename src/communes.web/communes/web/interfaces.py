"""What the solution promises to the rest of the site: its layer and its contracts."""

from communes.core.interfaces import ICoreLayer
from zope.interface import Interface


class IWebLayer(ICoreLayer):
    """Marks requests to sites where the solution is installed."""


class IReadiness(Interface):
    """Adapter of a content: what it lacks before everybody may see it."""

    def missing():
        """Return what is missing, each as « le texte alternatif de 3 photos »."""


class ISectionSource(Interface):
    """Named adapter of (page, request): what a section shows of other contents.

    The name is the kind of the section. Another solution of the site gives what its
    kind shows (« publications »); those of the website itself need none.
    """

    def cards(section):
        """Return the ``domain.card.Card`` of a section, in order."""
