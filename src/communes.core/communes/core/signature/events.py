"""What the room tells: a request has moved on."""

from communes.core.signature.interfaces import ISignatureChanged
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(ISignatureChanged)
class SignatureChanged(ObjectEvent):
    """A request on ``object`` is now as ``request`` says."""

    def __init__(self, owner, request):
        super().__init__(owner)
        self.request = request
