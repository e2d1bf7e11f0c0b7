"""Two sites of one house that exchange messages, and who listens in the tests."""

from communes.core.errors.domain import RuleRefused
from communes.core.jobs.domain import Intent
from communes.core.jobs.storage import queue_of
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from communes.exchange.messages.interfaces import IMessageKinds
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.exchange.outbox.connectors.errors import NotThere
from communes.exchange.outbox.interfaces import IConnector
import datetime
from zope.interface import implementer


GREETING = MessageKind(
    name="communes.test.greeting.v1",
    title="Salutation",
    description="Dit bonjour à quelqu'un.",
    schema={
        "type": "object",
        "required": ["words"],
        "properties": {
            "words": {"type": "string", "maxLength": 200},
            "file": {"type": "object"},
        },
        "additionalProperties": False,
    },
    example={"words": "Bonjour"},
    changes=(Change(datetime.date(2026, 11, 23), "Première version."),),
)


class NoWay(RuleRefused):
    """What the listener of the tests never does."""

    template = "« ${words} » ne se dit pas."


@implementer(IMessageKinds)
class Kinds:
    """Declares the greeting."""

    kinds = (GREETING,)


@implementer(IMessageReceiver)
class Listener:
    """Remembers what it was told, in order; refuses bad words, breaks on others."""

    def __init__(self):
        self.told = []

    def receive(self, site, envelope):
        words = envelope.body["words"]
        self.told.append((envelope.subject, words))
        if words == "malpoli":
            self.told.pop()
            raise NoWay(words=words)
        if words == "panne":
            self.told.pop()
            raise ZeroDivisionError


@implementer(IConnector)
class Wire:
    """A connector that keeps what it brings, and does as it is told."""

    needs_key = False

    def __init__(self):
        self.brought = []
        self.files = {}
        self.trouble = None

    def deliver(self, site, peer, text):
        message = from_json(text)
        if self.trouble:
            self.trouble(message)
        self.brought.append(message)

    def fetch(self, site, peer, sha256):
        if self.trouble:
            self.trouble(sha256)
        if sha256 not in self.files:
            raise NotThere(name=peer.title, sha256=sha256)
        return self.files[sha256]

    def check(self, peer):
        return "le fil est coupé" if self.trouble else ""


def work(site, handler, kind):
    """Run what waits of one kind, as the worker does; return the outcomes."""
    intents = queue_of(site).take(kind, 200)
    return handler.run(
        site, [Intent(one.kind, one.key, {}, "", 0.0) for one in intents]
    )
