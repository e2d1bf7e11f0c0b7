"""``POST @exchange-peers``: has a peer asked, a key made, or all said again."""

from communes.core.web import body
from communes.exchange.backlog.api import send_all
from communes.exchange.peers.states import check
from communes.exchange.peers.states import new_key
from communes.exchange.services.exchange_letters.shown import choice
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class ExchangePeersPost(Service):
    """``do``: ``check``; ``send_all``, by the worker; or ``new_key``, whose answer
    shows the secret this once.
    """

    def reply(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("do", "peer"))
        do = choice("do", given.get("do"), ("check", "new_key", "send_all"))
        name = body.value(given, "peer", str)
        if do == "check":
            return {"problem": check(self.context, name)}
        # A body announced as JSON is never sent by the page of somebody else.
        alsoProvides(self.request, IDisableCSRFProtection)
        if do == "send_all":
            send_all(self.context, name)
            self.request.response.setStatus(202)
            return {"status": "asked"}
        made = new_key(self.context, name)
        self.request.response.setHeader("Cache-Control", "no-store")
        return {"id": made.id, "secret": made.secret}
