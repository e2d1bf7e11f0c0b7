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


class IExtractReady(IObjectEvent):
    """The deliberation of an item is in the register; object = item."""

    entry = Attribute("communes.deliberations.domain.register.entry.RegisterEntry")


class IProjectionPublished(IObjectEvent):
    """A meeting was published, or an item of it withdrawn; object = meeting."""

    projection = Attribute(
        "dict: the whole version as plain JSON values, body of the message "
        "``communes.deliberations.meeting.v1``; nothing in it is private"
    )


class IExtractReceiver(Interface):
    """Named utility that brings the extract of a decided item to where it came from.

    Called by the worker, after the commit, at least once; idempotent by the pair
    of the item and the position of its entry.
    """

    def receive(item, message):
        """Take one extract.

        :param message: ``item`` (UID), ``external_id``, ``assembly``, ``register``
            ("2026/12"), ``position``, ``sha256`` of the PDF/A, ``day``.
        :raises communes.core.jobs.errors.Unavailable: asked again later.
        """
