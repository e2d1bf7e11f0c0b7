"""The messages the deliberations speak to other solutions and to the outside."""

from communes.deliberations.domain.publicity.message import MEETING
from communes.exchange.messages.interfaces import IMessageKinds
from zope.interface import implementer


@implementer(IMessageKinds)
class DeliberationMessages:
    """Declares the published meeting."""

    kinds = (MEETING,)
