"""The messages the website speaks to other communes."""

from communes.exchange.messages.interfaces import IMessageKinds
from communes.web.domain.federation.messages import KINDS
from zope.interface import implementer


@implementer(IMessageKinds)
class WebMessages:
    """Declares what is shared."""

    kinds = KINDS
