"""The layers of the solution as fixtures, and who speaks and listens in the tests."""

from communes.exchange.messages.interfaces import IMessageKinds
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.peers import api as peers
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.testing import FIXTURES
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import Kinds
from communes.exchange.tests.pairs import Listener
from communes.exchange.tests.pairs import Wire
from communes.exchange.tests.pairs import work
from contextlib import contextmanager
import pytest
import transaction
from zope.component import getGlobalSiteManager


globals().update(FIXTURES)


@contextmanager
def registered(made, contract, name):
    """Have a utility answer during the block."""
    registry = getGlobalSiteManager()
    registry.registerUtility(made, contract, name=name)
    try:
        yield made
    finally:
        registry.unregisterUtility(made, contract, name=name)


@pytest.fixture
def registry():
    return getGlobalSiteManager()


@pytest.fixture
def kinds():
    with registered(Kinds(), IMessageKinds, "tests") as made:
        yield made


@pytest.fixture
def listener():
    with registered(Listener(), IMessageReceiver, GREETING.name) as made:
        yield made


@pytest.fixture
def wire():
    with registered(Wire(), IConnector, "wire") as made:
        yield made


@pytest.fixture
def site(portal, kinds, wire):
    """A site with two peers at the end of a wire."""
    both = frozenset({GREETING.name})
    for name in ("portail", "mutuelle"):
        peers.declare(portal, Peer(name, name.title(), "wire", "", both, both))
    return portal


@pytest.fixture
def two_sites(pair, kinds):
    """Two sites of one house that may say everything to each other."""
    here = pair["portal"]
    other = here.getPhysicalRoot()["portail"]
    both = frozenset({GREETING.name})
    for site, far in ((here, other), (other, here)):
        path = "/".join(far.getPhysicalPath())
        found = Peer(peers.own_name(far), far.title, "loopback", path, both, both)
        peers.declare(site, found)
    return here, other


@pytest.fixture
def town(functional):
    """A site with a message that was refused and one that waits behind it."""
    site, made = functional["portal"], []
    wire = Wire()

    def picky(message):
        if message.body["words"] == "malpoli":
            raise Refused(name="Portail", problem="pas de ça ici")

    wire.trouble = picky
    both = frozenset({GREETING.name})
    with (
        registered(Kinds(), IMessageKinds, "tests"),
        registered(wire, IConnector, "wire"),
    ):
        peers.declare(site, Peer("portail", "Portail", "wire", "", both, both))
        address = "http://127.0.0.1:9/@exchange-inbox"
        peers.declare(site, Peer("rocheval/agents", "Rocheval", "http", address))
        for words in ("malpoli", "derrière"):
            body = {"words": words}
            made.append(outbox.send(site, "portail", GREETING.name, "dossier:1", body))
        site.refused = made[0]
        work(site, Deliver(), outbox.DELIVER)
        transaction.commit()
        yield site
