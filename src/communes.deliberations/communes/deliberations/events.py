"""What the solution tells the rest of the site."""

from communes.deliberations.interfaces import IAgendaChanged
from communes.deliberations.interfaces import IExtractReady
from communes.deliberations.interfaces import IItemSentToAssembly
from communes.deliberations.interfaces import IProjectionPublished
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IAgendaChanged)
class AgendaChanged(ObjectEvent):
    """The agenda of the meeting ``object`` is now at ``revision``."""

    def __init__(self, meeting: object, revision: int) -> None:
        super().__init__(meeting)
        self.revision = revision


@implementer(IItemSentToAssembly)
class ItemSentToAssembly(ObjectEvent):
    """The item ``object`` continues as ``successor`` in another assembly."""

    def __init__(self, item: object, successor: object) -> None:
        super().__init__(item)
        self.successor = successor


@implementer(IExtractReady)
class ExtractReady(ObjectEvent):
    """The deliberation of the item ``object`` is ``entry`` of the register."""

    def __init__(self, item: object, entry: object) -> None:
        super().__init__(item)
        self.entry = entry


@implementer(IProjectionPublished)
class ProjectionPublished(ObjectEvent):
    """The meeting ``object`` was published: ``projection`` as plain JSON values."""

    def __init__(self, meeting: object, projection: dict[str, object]) -> None:
        super().__init__(meeting)
        self.projection = projection
