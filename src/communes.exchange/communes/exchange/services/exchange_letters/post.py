"""``POST @exchange-letters``: puts a refused message right, or replays one."""

from communes.core.web import body
from communes.exchange.letters import api as letters
from communes.exchange.letters.domain import Direction
from communes.exchange.services.exchange_letters.shown import choice
from communes.exchange.services.exchange_letters.shown import direction
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


DO = ("again", "correct", "drop", "replay")


class ExchangeLettersPost(Service):
    """``do``: ``again``, ``correct`` with ``body``, ``drop`` with ``reason``, or
    ``replay`` of one that had arrived."""

    def reply(self) -> Any:
        given = body.json_body(
            self.request, ("do", "direction", "peer", "id", "body", "reason")
        )
        do = choice("do", given.get("do"), DO)
        way = direction(given.get("direction", "out"))
        peer, id = body.value(given, "peer", str), body.value(given, "id", str)
        # A body announced as JSON is never sent by the page of somebody else.
        alsoProvides(self.request, IDisableCSRFProtection)
        if do == "again":
            letters.again(self.context, way, peer, id)
        elif do == "drop":
            reason = body.value(given, "reason", str, "")
            letters.drop(self.context, way, peer, id, reason)
        elif do == "correct":
            choice("direction", way, (Direction.OUT,))
            letters.correct(self.context, peer, id, body.value(given, "body", dict))
        else:
            choice("direction", way, (Direction.OUT,))
            letters.replay(self.context, peer, id)
        return self.reply_no_content()
