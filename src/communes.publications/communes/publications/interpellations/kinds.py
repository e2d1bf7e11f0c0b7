"""The messages the portal speaks."""

from communes.exchange.messages.interfaces import IMessageKinds
from communes.publications.domain.interpellation.message import INTERPELLATION
from zope.interface import implementer


@implementer(IMessageKinds)
class PublicationMessages:
    """Declares the interpellation of a citizen."""

    kinds = (INTERPELLATION,)
