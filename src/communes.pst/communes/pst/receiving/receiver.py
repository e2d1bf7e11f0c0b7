"""Takes a published programme in, for citizens to read."""

from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.pst.api.citizens import take
from typing import Any
from zope.interface import implementer


@implementer(IMessageReceiver)
class ProgrammeReceiver:
    """Keeps the last version; whoever reads the site sees it from the commit on."""

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``. :raises NotItsSender, InvalidValue:"""
        take(site, envelope.body, envelope.sender)
