"""``POST <site>/@signature-callback``: what a provider of signatures says."""

from communes.core.shell.interfaces import ISealed
from communes.core.signature.receiving import receive
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(ISealed)
class SignatureCallback(Service):
    """Knows the provider by its seal: nobody logs in here."""

    def reply(self) -> dict[str, Any]:
        # The seal of the message takes the place of the token of a form.
        alsoProvides(self.request, IDisableCSRFProtection)
        header = self.request.getHeader
        request, changed = receive(
            self.context,
            header("X-Signature-Timestamp") or "",
            header("X-Signature-Nonce") or "",
            header("X-Signature-Seal") or "",
            self.request.get("BODY") or b"",
        )
        return {"state": request.state, "changed": changed}
