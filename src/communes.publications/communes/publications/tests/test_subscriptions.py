"""Citizens follow what they want, are told once, and nothing private is told."""

from communes.core.jobs.storage import queue_of
from communes.core.mailing import api as mailing
from communes.core.mailing import storage
from communes.core.protection.api import opened
from communes.core.protection.api import STAMP
from communes.core.protection.api import TRAP
from communes.publications.domain.subscriptions.wish import read_wish
from communes.publications.interfaces import IPublicationsLayer
from communes.publications.publishing.showing import ANNOUNCE
from communes.publications.subscriptions.announcing import Announcing
from communes.publications.subscriptions.lists import list_of
from communes.publications.tests import example
from communes.publications.tests.papers import institution
from communes.publications.tests.papers import move
from communes.publications.tests.papers import published
from communes.publications.tests.papers import STEP
from communes.publications.tests.test_receiving import receive
from plone import api
import pytest
import time
from zope.interface import alsoProvides


@pytest.fixture
def valmont(portal, tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))
    alsoProvides(portal.REQUEST, IPublicationsLayer)
    return institution(portal)


def follow(portal, address, nis="99901", **wish):
    mailing.subscribe(portal, list_of(nis), address, read_wish(wish).as_data())
    one = storage.find_address(portal, list_of(nis), address)
    mailing.confirm(portal, mailing._token(portal, mailing.CONFIRM, one))
    queue_of(portal).take(mailing.SEND, 100)


def told(portal):
    """Return (address, text) of the letters that the announcements make."""
    intents = queue_of(portal).take(ANNOUNCE, 100)
    with api.env.adopt_roles(["Manager"]):
        Announcing().run(portal, intents)
    found = queue_of(portal).take(mailing.SEND, 100)
    return sorted((one.payload["address"], one.payload["text"]) for one in found)


def page(place, method="GET", name="s-abonner", **form):
    request = place.REQUEST.clone()
    alsoProvides(request, IPublicationsLayer)
    request.form, request.method = form, method
    return api.content.get_view(name, place, request)()


def test_who_follows_something_is_told_of_it(portal, valmont):
    follow(portal, "tout@exemple.be")
    follow(portal, "dechets@exemple.be", matter="dechets")
    follow(portal, "sport@exemple.be", matter="sport")
    follow(portal, "rue@exemple.be", street="Rue de l'église")
    follow(portal, "portail@exemple.be", nis="", words="menage")
    follow(portal, "decisions@exemple.be", kinds=["decisions"])
    made = published(valmont)
    letters = told(portal)
    assert [address.partition("@")[0] for address, _text in letters] == [
        "dechets", "portail", "rue", "tout",
    ]  # fmt: skip
    assert all(made.absolute_url() in text for _address, text in letters)
    assert all("abonnement-quitter" in text for _address, text in letters)


def test_another_institution_is_another_list(portal, valmont):
    institution(portal, "99902", "Rocheval")
    follow(portal, "rocheval@exemple.be", nis="99902")
    published(valmont)
    assert told(portal) == []


def test_what_is_hidden_again_is_told_to_nobody(portal, valmont):
    follow(portal, "tout@exemple.be")
    made = published(valmont)
    move(made, STEP.UNPUBLISH, reason="Erreur")
    assert told(portal) == []
    published(valmont)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(valmont, "hide")
    assert told(portal) == []


def test_decisions_are_told_once_they_are_final(portal, valmont):
    valmont.sender = "demo/agents"
    follow(portal, "tout@exemple.be")
    receive(portal, example.project())
    assert told(portal) == []
    receive(portal, example.meeting())
    ((_address, text),) = told(portal)
    assert example.item()["title"] in text


def test_a_citizen_subscribes_on_the_page(portal, valmont):
    said = page(valmont, matiere="dechets")
    assert 'value="dechets" selected' in said
    assert STAMP in said
    stamp = opened("s-abonner").split(".")
    sent = {"adresse": "julie@exemple.be", "matiere": "dechets", TRAP: ""}
    assert "plus vite" in page(valmont, "POST", **sent, **{STAMP: ".".join(stamp)})
    assert "aucun" not in sent
    assert list(storage.everyone(portal)) == []


def test_the_page_takes_what_a_person_sends(portal, valmont, monkeypatch):
    stamp = opened("s-abonner")
    now = time.time()
    monkeypatch.setattr("communes.core.protection.api.time.time", lambda: now + 10)
    sent = {"adresse": "julie@exemple.be", "matiere": "dechets", STAMP: stamp}
    assert "par un programme" in page(valmont, "POST", **{**sent, TRAP: "x"})
    said = page(valmont, "POST", **{**sent, "adresse": "julie"})
    assert "pas une adresse" in said
    assert 'value="julie"' in said
    assert "Encore une étape" in page(valmont, "POST", **sent)
    (one,) = storage.everyone(portal)
    assert (one.list, read_wish(one.wishes).matter) == ("publications:99901", "dechets")
    answers = [page(valmont, "POST", **sent) for _time in range(6)]
    assert "Trop d'envois" in answers[-1]


def test_a_feed_follows_the_search(portal, valmont):
    published(valmont)
    shelf = valmont["publications"]
    assert b"<entry>" in page(shelf, name="publications.atom", matiere="dechets")
    assert b"<entry>" not in page(shelf, name="publications.atom", matiere="sport")
