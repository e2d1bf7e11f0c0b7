"""The events of this room."""

from communes.core.organisation.interfaces import IMandateChanged
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IMandateChanged)
class MandateChanged(ObjectEvent):
    """See ``IMandateChanged``."""

    def __init__(self, organisation: object, body: str, person_id: str) -> None:
        super().__init__(organisation)
        self.body = body
        self.person_id = person_id
