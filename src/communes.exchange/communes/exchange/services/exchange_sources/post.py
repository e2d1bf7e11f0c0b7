"""``POST @exchange-sources``: the value of a key, with its provenance and its worth."""

from communes.core.web import body
from communes.exchange.sources.api import read
from communes.exchange.sources.domain.errors import NotReadYet
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class ExchangeSourcesPost(Service):
    """200 with the value; 202 when it was never read: ask again in a moment.

    Not a GET: the read of a person is written down, and its key stays out of logs.
    """

    def reply(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("source", "key", "purpose"))
        # A body announced as JSON is never sent by the page of somebody else.
        alsoProvides(self.request, IDisableCSRFProtection)
        source, key = body.value(given, "source", str), body.value(given, "key", str)
        purpose = body.value(given, "purpose", str, "")
        try:
            found = read(self.context, source, key, purpose)
        except NotReadYet as error:
            self.request.response.setStatus(202)
            return {"source": source, "key": key, "message": str(error)}
        return {
            "source": found.source,
            "key": found.key,
            "value": found.value,
            "reference": found.reference,
            "read_at": found.read_at.isoformat(),
            "valid_until": found.valid_until.isoformat(),
            "stale": found.stale,
        }
