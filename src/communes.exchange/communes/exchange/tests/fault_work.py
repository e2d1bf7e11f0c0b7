"""What is said and heard in the fault tests, and how a worker dies when it hurts."""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from communes.exchange.attachments.api import attach
from communes.exchange.attachments.api import fetch
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.messages.interfaces import IMessageKinds
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.connectors.http import Http
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import Kinds
from contextlib import contextmanager
from dataclasses import asdict
import os
from pathlib import Path
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
import random
import signal
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


NAME = "fault-say"
HEARD = "communes.exchange.tests.heard"
#: One message in so many kills the worker that has just brought it.
DEADLY = 25
#: One message in so many comes with a file.
WITH_FILE = 3


class Say(BrowserView):
    """Says the message of that number about that subject; asked twice, says it once."""

    def __call__(self):
        # No form of a page: there is no token to send back.
        alsoProvides(self.request, IDisableCSRFProtection)
        form = self.request.form
        subject, number, to = form["subject"], int(form["number"]), form["to"]
        said = lanes_of(self.context, outbox.KEY).by_subject.get((to, subject))
        if said is None or said.counter.last < number:
            body = {"words": str(number)}
            if number % WITH_FILE == 0:
                made = attach(self.context, file_of(subject, number), "f", "text/plain")
                body["file"] = asdict(made)
            outbox.send(self.context, to, GREETING.name, subject, body)
        self.request.response.setHeader("Content-Type", "text/plain")
        return "said"


@implementer(IMessageReceiver)
class Ear:
    """Notes each message it is told, one after the other, in the database."""

    def receive(self, site, envelope):
        heard = IAnnotations(site).setdefault(HEARD, OOBTree())
        if envelope.subject not in heard:
            heard[envelope.subject] = LOBTree()
        told = heard[envelope.subject]
        number = int(envelope.body["words"])
        if number % WITH_FILE == 0:
            sha256 = envelope.body["file"]["sha256"]
            brought = fetch(site, envelope.sender, sha256).data
            assert brought == file_of(envelope.subject, number)
        told[len(told)] = number


def file_of(subject, number):
    """Return the content that goes with a message."""
    return f"{subject} {number} ".encode() * 1000


def heard_at(site):
    """Return what the site was told about each subject, in order."""
    heard = IAnnotations(site).get(HEARD, {})
    return {subject: list(told.values()) for subject, told in heard.items()}


@implementer(IConnector)
class DeadlyHttp(Http):
    """HTTP whose worker is killed at times after the peer has taken a message.

    Nothing of it was committed here: the worst moment. Each message kills once.
    """

    def deliver(self, site, peer: Peer, text: str) -> None:
        super().deliver(site, peer, text)
        if random.Random(text).randrange(DEADLY):
            return
        marks = Path(os.environ["COMMUNES_VAR"], "killed")
        marks.mkdir(exist_ok=True)
        mark = marks / f"{random.Random(text).random()}"
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)


VIEW = (Say, (Interface, IDefaultBrowserLayer), Interface, NAME)


@contextmanager
def at_work():
    """Have the view, the kinds, the ear and the deadly way answer in the block."""
    registry = getGlobalSiteManager()
    utilities = (
        (Kinds(), IMessageKinds, "tests"),
        (Ear(), IMessageReceiver, GREETING.name),
        (DeadlyHttp(), IConnector, "http"),
    )
    plain = registry.getUtility(IConnector, "http")
    registry.registerAdapter(*VIEW)
    for utility, contract, name in utilities:
        registry.registerUtility(utility, contract, name)
    try:
        yield
    finally:
        registry.unregisterAdapter(*VIEW)
        for utility, contract, name in utilities:
            registry.unregisterUtility(utility, contract, name)
        registry.registerUtility(plain, IConnector, "http")
