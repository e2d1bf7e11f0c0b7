"""A request is taken only from who signed it, now, as it was; keys change smoothly."""

from communes.exchange.peers.domain.errors import PeerInvalid
from communes.exchange.peers.domain.errors import SignatureRefused
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.domain.signature import sign
from communes.exchange.peers.domain.signature import TOLERANCE_SECONDS
from communes.exchange.peers.domain.signature import verify
from dataclasses import replace
import datetime
import pytest


KEY = Key("demo/agents:1", "x" * 40)
TYPE = "application/cloudevents+json"
NOW = 1_800_000_000
DAY = datetime.date(2026, 11, 23)


def signed(body=b"{}", key=KEY, now=NOW):
    made = sign("POST", TYPE, body, key, now)
    return {"content-type": TYPE, **{name.lower(): v for name, v in made.items()}}


def test_what_was_signed_is_taken():
    verify("POST", signed(), b"{}", KEY, NOW + TOLERANCE_SECONDS)


@pytest.mark.parametrize(
    ("headers", "body", "key", "now", "method"),
    [
        (signed(), b"{ }", KEY, NOW, "POST"),
        (signed(), b"{}", replace(KEY, secret="y" * 40), NOW, "POST"),
        (signed(), b"{}", replace(KEY, id="other"), NOW, "POST"),
        (signed(), b"{}", KEY, NOW + TOLERANCE_SECONDS + 1, "POST"),
        (signed(), b"{}", KEY, NOW - TOLERANCE_SECONDS - 1, "POST"),
        (signed(), b"{}", KEY, NOW, "PUT"),
        ({**signed(), "content-type": "text/plain"}, b"{}", KEY, NOW, "POST"),
        ({**signed(), "content-digest": ""}, b"{}", KEY, NOW, "POST"),
        ({**signed(), "signature": "communes=::"}, b"{}", KEY, NOW, "POST"),
        ({**signed(), "signature-input": ""}, b"{}", KEY, NOW, "POST"),
        ({}, b"{}", KEY, NOW, "POST"),
    ],
)
def test_anything_else_is_refused_without_saying_why(headers, body, key, now, method):
    with pytest.raises(SignatureRefused) as caught:
        verify(method, headers, body, key, now)
    assert str(caught.value) == SignatureRefused.template


def peer(**values):
    defaults = {
        "name": "demo/www",
        "title": "Portail",
        "connector": "http",
        "address": "http://127.0.0.1:1/@exchange-inbox",
        "keys": (KEY,),
    }
    return Peer(**{**defaults, **values})


def test_keys_overlap_while_the_other_side_changes():
    new = Key("demo/agents:2", "z" * 40)
    found = peer().rotated(new, DAY)
    assert found.signing_key(DAY) == new
    week = DAY + datetime.timedelta(days=7)
    assert found.key(KEY.id, week) is not None
    assert found.key(KEY.id, week + datetime.timedelta(days=1)) is None
    later = found.rotated(Key("demo/agents:3", "w" * 40), DAY + datetime.timedelta(9))
    assert [key.id for key in later.keys] == ["demo/agents:3", "demo/agents:2"]


@pytest.mark.parametrize(
    "values",
    [
        {"name": "Demo WWW"},
        {"address": "ftp://x"},
        {"connector": "loopback"},
        {"sends": frozenset({"meeting"})},
        {"keys": (Key("a", "short"),)},
        {"keys": (KEY, KEY)},
    ],
)
def test_a_declaration_that_can_not_work_is_refused(values):
    with pytest.raises(PeerInvalid):
        peer(**values)
