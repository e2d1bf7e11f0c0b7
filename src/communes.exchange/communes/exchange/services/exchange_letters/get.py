"""``GET @exchange-letters``: the list, or one message with its text."""

from communes.core.web import body
from communes.exchange.letters import api as letters
from communes.exchange.services.exchange_letters.shown import choice
from communes.exchange.services.exchange_letters.shown import direction
from communes.exchange.services.exchange_letters.shown import shown
from plone.restapi.services import Service
from typing import Any


class ExchangeLettersGet(Service):
    """Paged by ``b_start`` and ``b_size``; with ``id`` and ``peer`` that one."""

    def reply(self) -> dict[str, Any]:
        asked = self.request.form
        way = direction(asked.get("direction", "out"))
        peer = str(asked.get("peer", ""))
        if "id" in asked:
            return shown(letters.letter(self.context, way, peer, str(asked["id"])))
        state = choice("state", asked.get("state", ""), ("", "waiting", "refused"))
        start = body.parameter(self.request, "b_start", 0, 10**9, 0)
        size = body.parameter(self.request, "b_size", 1, 500, 50)
        found = letters.letters(self.context, way, state, peer, start, size)
        return {
            "@id": f"{self.context.absolute_url()}/@exchange-letters",
            "items": [shown(one) for one in found],
            "items_total": letters.count(self.context, way, state, peer),
        }
