"""The table [exchange] of the commune's file declares the peers of each site."""

from communes.core.settings.domain import flatten
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain import read
from communes.core.settings.interfaces import ISettingsTarget
from communes.exchange.peers import api as peers
from communes.exchange.peers.domain.errors import PeerInvalid
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.settings import ExchangeSettings
from communes.exchange.peers.domain.settings import PeerSettings
import datetime
import pytest
from zope.component import getAdapter


KIND = "communes.test.greeting.v1"


def www(**values):
    told = {
        "id": "www",
        "site": "plone",
        "title": "Site public",
        "address": "/demo/www",
        "receives": (KIND,),
    }
    return PeerSettings(**{**told, **values})


@pytest.fixture
def target(portal):
    return getAdapter(portal, ISettingsTarget, name="exchange")


def write(target, *declared, **more):
    target.write(flatten(ExchangeSettings(peers=declared, **more)))


def test_the_peers_of_the_site_are_declared_and_those_of_others_are_not(portal, target):
    write(target, www(), www(id="other", site="www", address="/demo/x"))
    (found,) = peers.peers(portal)
    assert (found.name, found.connector) == ("demo/www", "loopback")
    assert found.receives == {KIND} and found.sends == frozenset()
    assert target.read()["peers"][0]["id"] == "www"


def test_a_change_of_the_declaration_keeps_the_keys(portal, target):
    far = www(connector="http", name="far/site", address="https://far.example/x")
    write(target, far)
    key = Key("far:1", "k" * 40)
    peers.add_key(portal, "far/site", key, datetime.date.today())
    write(target, PeerSettings(**{**far.__dict__, "title": "Ailleurs"}))
    (found,) = peers.peers(portal)
    assert (found.title, found.keys) == ("Ailleurs", (key,))


def test_a_peer_no_longer_named_is_forgotten(portal, target):
    write(target, www())
    write(target)
    assert peers.peers(portal) == ()


@pytest.mark.parametrize(
    "values",
    [
        {"sends": ("meeting",)},
        {"address": "demo/www"},
        {"connector": "http", "name": "far/site", "address": "ftp://x"},
        {"name": "Avec Espaces"},
    ],
)
def test_a_declaration_that_can_not_work_is_refused(values):
    with pytest.raises(PeerInvalid):
        www(**values)


def test_a_file_is_refused_with_the_key_at_fault():
    table = {
        "retention_days": 3,
        "peers": [{"id": "x", "site": "www", "title": "X", "address": "nowhere"}],
    }
    with pytest.raises(InvalidSettings) as caught:
        read(ExchangeSettings, table, "exchange")
    assert "retention_days" in str(caught.value)
    assert "peers[1]" in str(caught.value)
