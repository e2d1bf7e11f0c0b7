"""The messages the programme speaks to other sites."""

from communes.exchange.messages.interfaces import IMessageKinds
from communes.pst.domain.public_message import PROGRAMME
from zope.interface import implementer


@implementer(IMessageKinds)
class PstMessages:
    """Declares the public programme."""

    kinds = (PROGRAMME,)
