"""What the solution tells the rest of the site."""

from communes.pst.interfaces import IProgrammePublished
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IProgrammePublished)
class ProgrammePublished(ObjectEvent):
    """The plan ``object`` was published or withdrawn: ``body`` as plain values."""

    def __init__(self, plan: object, body: dict[str, object]) -> None:
        super().__init__(plan)
        self.body = body
