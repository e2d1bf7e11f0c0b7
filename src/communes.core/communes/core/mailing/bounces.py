"""``POST <site>/@mailing-bounces``: the mail server brings back what did not arrive."""

from communes.core.errors.domain import NotAllowed
from communes.core.mailing.api import take_report
from communes.core.mailing.domain.bounce import MOST_BYTES
from communes.core.mailing.domain.errors import BounceUnreadable
from communes.core.shell.interfaces import ISealed
import hmac
import os
from pathlib import Path
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides
from zope.interface import implementer


SECRET = "COMMUNES_MAILING_BOUNCES_SECRET_FILE"  # noqa: S105 - a variable's name
LEAST_SECRET = 32


class BouncesRefused(NotAllowed):
    """Cause: the sender does not know the secret, or the server has none.

    Cure: the operator gives the same secret to the mail server and to this one.
    """

    code = "mailing_bounces_refused"
    template = "Ce rapport ne vient pas du serveur de courriel de ce site."


@implementer(ISealed)
class MailingBounces(Service):
    """Takes a report as the body, behind ``Authorization: Bearer <secret>``."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        given = (self.request.getHeader("Authorization") or "").encode()
        secret = _secret()
        if not secret or not hmac.compare_digest(given, b"Bearer " + secret):
            raise BouncesRefused
        raw = self.request.get("BODY") or b""
        if len(raw) > MOST_BYTES:
            raise BounceUnreadable
        return {"known": take_report(self.context, raw)}


def _secret() -> bytes:
    file = Path(os.environ.get(SECRET, ""))
    found = file.read_bytes().strip() if file.is_file() else b""
    return found if len(found) >= LEAST_SECRET else b""
