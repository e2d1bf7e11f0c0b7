"""What the solution promises to the rest of the site: its layer and its events."""

from communes.core.interfaces import ICoreLayer
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class IDeliberationsLayer(ICoreLayer):
    """Marks requests to sites where the deliberations are installed."""


class IDeliberationsHome(Interface):
    """Marks the folder of the assemblies: the first page of the solution."""


class IAgendaChanged(IObjectEvent):
    """The order or the content of a meeting's agenda changed; object = meeting."""

    revision = Attribute("Number of the agenda's new version")


class IItemSentToAssembly(IObjectEvent):
    """A decided item gave birth to its successor in another assembly."""

    successor = Attribute("The item created in the other assembly")
