"""What was not translated is refused, with the reason: an agent sees it."""

from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.exchange.partners.domain.errors import NotUnderstood
from typing import Any
from zope.interface import implementer


@implementer(IMessageReceiver)
class Aside:
    """Refuses, so that it waits among the refused messages."""

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``."""
        raise NotUnderstood(problem=str(envelope.body.get("problem", "")).rstrip("."))
