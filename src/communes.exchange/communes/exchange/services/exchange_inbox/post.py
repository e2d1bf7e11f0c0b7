"""Keeps a message of a peer that signed it."""

from communes.core.shell.interfaces import ISealed
from communes.exchange.inbox.api import accept
from communes.exchange.messages.domain.envelope import LARGEST_BYTES
from communes.exchange.messages.domain.errors import MessageUnreadable
from communes.exchange.peers.api import authenticate
from communes.exchange.services.signed import signed_headers
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(ISealed)
class ExchangeInboxPost(Service):
    """Answers 202 when the message is kept, or was already; then it is acted upon."""

    def reply(self) -> dict[str, Any]:
        body = self.request.get("BODY") or b""
        if len(body) > LARGEST_BYTES:
            raise MessageUnreadable(problem=f"il dépasse {LARGEST_BYTES} octets")
        # The signature is the proof that no page of somebody else sent this.
        alsoProvides(self.request, IDisableCSRFProtection)
        peer = authenticate(self.context, "POST", signed_headers(self.request), body)
        receipt = accept(self.context, peer, body)
        self.request.response.setStatus(202)
        return {"status": str(receipt)}
