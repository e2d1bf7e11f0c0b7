"""A citizen's question leaves for the council, whole, once, and stays nowhere else."""

from communes.core.jobs.storage import queue_of
from communes.core.mailing.api import SEND
from communes.core.mailing.domain.errors import AddressRefused
from communes.core.protection.api import opened
from communes.core.protection.api import STAMP
from communes.exchange.messages.api import check
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.outbox.api import letters
from communes.exchange.peers.api import declare
from communes.exchange.peers.domain.peer import LOOPBACK
from communes.exchange.peers.domain.peer import Peer
from communes.publications.domain.interpellation.message import INTERPELLATION
from communes.publications.domain.interpellation.message import NAME
from communes.publications.domain.interpellation.request import AnswerMissing
from communes.publications.domain.interpellation.request import NotAnInhabitant
from communes.publications.domain.interpellation.request import NotFiledHere
from communes.publications.domain.interpellation.request import read_interpellation
from communes.publications.interfaces import IPublicationsLayer
from communes.publications.interpellations.api import file_interpellation
from communes.publications.tests.papers import institution
from plone import api
import pytest
import time
from zope.interface import alsoProvides


TYPED = {
    "kind": "interpellation",
    "name": " Anne Delvaux ",
    "address": "Rue de l'Église 12",
    "mail": "anne@exemple.be",
    "title": "La\ngare",
    "question": "Pourquoi la gare est-elle <b>fermée</b> ?",
}


@pytest.fixture
def valmont(portal, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    alsoProvides(portal.REQUEST, IPublicationsLayer)
    made = institution(portal)
    made.sender = "demo/agents"
    return made


@pytest.fixture
def paired(portal, valmont):
    peer = Peer(
        "demo/agents",
        "Administration",
        LOOPBACK,
        "/demo/agents",
        receives=frozenset({NAME}),
    )
    declare(portal, peer)
    return valmont


def page(place, method="GET", **form):
    request = place.REQUEST.clone()
    alsoProvides(request, IPublicationsLayer)
    request.form, request.method = form, method
    return api.content.get_view("interpeller", place, request)()


def test_what_was_typed_is_read():
    asked = read_interpellation(TYPED, inhabitant=True)
    assert (asked.name, asked.title) == ("Anne Delvaux", "La gare")
    assert read_interpellation({**TYPED, "kind": "x"}, True).kind == "interpellation"


@pytest.mark.parametrize(
    ("changes", "inhabitant", "error"),
    [
        ({"name": " "}, True, AnswerMissing),
        ({"question": "x" * 10_001}, True, AnswerMissing),
        ({"mail": "anne"}, True, AddressRefused),
        ({}, False, NotAnInhabitant),
    ],
)
def test_what_is_missing_is_named(changes, inhabitant, error):
    with pytest.raises(error) as refused:
        read_interpellation({**TYPED, **changes}, inhabitant)
    assert refused.value.field


def test_it_leaves_for_the_institution(portal, paired):
    asked = read_interpellation(TYPED, inhabitant=True)
    number = file_interpellation(portal, paired, asked)
    ((place, kept),) = letters(portal)
    assert place.name == "demo/agents"
    body = from_json(kept.text).body
    check(INTERPELLATION.name, body)
    assert body["id"][:8].upper() == number
    assert (body["nis"], body["assembly"]) == ("99901", "conseil")
    (letter,) = queue_of(portal).take(SEND, 10)
    assert letter.payload["address"] == "anne@exemple.be"
    assert number in letter.payload["subject"]
    assert "gare" not in letter.payload["text"]


def test_an_institution_that_gets_none_says_where_to_write(portal, valmont):
    with pytest.raises(NotFiledHere, match=r"info@example\.be"):
        file_interpellation(portal, valmont, read_interpellation(TYPED, True))
    said = page(valmont)
    assert "info@example.be" in said
    assert "<textarea" not in said


def test_a_citizen_files_it_on_the_page(portal, paired, monkeypatch):
    assert "<textarea" in page(paired)
    stamp, now = opened("interpeller"), time.time()
    monkeypatch.setattr("communes.core.protection.api.time.time", lambda: now + 60)
    sent = {"genre": "question", "nom": "Anne Delvaux", "domicile": "Rue 1",
            "courriel": "anne@exemple.be", "objet": "La gare", "question": "Quand ?",
            STAMP: stamp}  # fmt: skip
    said = page(paired, "POST", **sent)
    assert "habitants de la commune" in said
    assert "Quand ?" in said
    assert letters(portal) == []
    said = page(paired, "POST", **sent, habitant="1")
    assert "Votre demande est transmise" in said
    ((_place, kept),) = letters(portal)
    assert from_json(kept.text).body["kind"] == "question"
    page(paired, "POST", **sent, habitant="1")
    assert "Trop d'envois" in page(paired, "POST", **sent, habitant="1")
