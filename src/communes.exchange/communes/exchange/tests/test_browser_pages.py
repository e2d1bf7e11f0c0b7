"""An integrator sees what stands still, why, and puts it right; nobody else does."""

from communes.core.journal.api import entries
from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.peers import api as peers
from communes.exchange.peers.settings_target import ExchangeTarget
from communes.exchange.sources.api import REFRESH
from communes.exchange.sources.refreshing import Refresh
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import work
from communes.exchange.tests.people import AGENT
from communes.exchange.tests.people import Person
from communes.exchange.tests.people import state
import json
from plone import api
import pytest
import transaction


PAGES = (
    "@@echanges",
    "@@echanges-message?sens=out&correspondant=portail&id=x",
    "@@echanges-correspondants",
    "@@echanges-messages",
    "@@echanges-sources",
)
ACTS = (
    "@@echanges-refaire",
    "@@echanges-abandonner",
    "@@echanges-verifier",
    "@@echanges-cle",
)


def message(id):
    return f"@@echanges-message?sens=out&correspondant=portail&id={id}"


@pytest.mark.parametrize("page", PAGES)
def test_who_does_not_look_after_the_exchange_sees_nothing(functional, town, page):
    person = Person(functional, AGENT)
    assert person.get(page) in (403, 404)
    assert "malpoli" not in person.text and "rocheval" not in person.text


@pytest.mark.parametrize("act", ACTS)
def test_who_does_not_look_after_the_exchange_does_nothing(functional, town, act):
    person = Person(functional, AGENT)
    values = {"sens": "out", "correspondant": "portail", "id": town.refused}
    assert person.post(act, token=False, reason="x", **values) in (403, 404)
    assert state(town, town.refused) is State.REFUSED


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_done_without_the_token_of_the_site(functional, town, act):
    person = Person(functional)
    values = {"sens": "out", "correspondant": "portail", "id": town.refused}
    assert person.post(act, token=False, reason="x", **values) == 403
    assert state(town, town.refused) is State.REFUSED


def test_the_list_says_what_is_refused_and_why(functional, town):
    person = Person(functional)
    assert person.get("@@echanges") == 200
    assert "pas de ça ici" in person.text
    assert "Salutation" in person.text and "Portail" in person.text
    person.get("@@echanges?etat=waiting")
    assert "pas de ça ici" not in person.text
    person.get("@@echanges?sens=recus")
    assert "Tous les messages reçus sont traités." in person.text


def test_the_rail_counts_what_is_refused_for_who_may_see_it(functional, town):
    person = Person(functional)
    person.get("@@echanges")
    assert "/@@echanges" in person.text
    agent = Person(functional, AGENT)
    agent.get("@@tableau-de-bord")
    assert "@@echanges" not in agent.text


def test_a_body_that_is_no_json_is_told_at_its_place_and_kept(functional, town):
    person = Person(functional)
    typed = '{"words": "poli",\n "x" }'
    assert person.post(message(town.refused), body=typed) == 422
    assert "ligne 2" in person.text and 'id="field-body-error"' in person.text
    assert '"x" }' in person.text
    assert state(town, town.refused) is State.REFUSED


def test_a_body_against_its_schema_is_told_at_its_place(functional, town):
    person = Person(functional)
    assert person.post(message(town.refused), body='{"words": 3}') == 422
    assert "« words »" in person.text
    assert state(town, town.refused) is State.REFUSED


def test_a_corrected_message_goes_again(functional, town):
    person = Person(functional)
    body = json.dumps({"words": "poli"})
    assert person.post(message(town.refused), body=body) == 200
    assert "Le message corrigé repart." in person.text
    assert state(town, town.refused) is State.WAITING
    work(town, Deliver(), outbox.DELIVER)
    assert outbox.letters(town) == []


def test_a_message_is_sent_again_as_it_is(functional, town):
    person = Person(functional)
    values = {"sens": "out", "correspondant": "portail", "id": town.refused}
    assert person.post("@@echanges-refaire", **values) == 200
    assert state(town, town.refused) is State.WAITING


def test_a_message_is_given_up_with_a_reason(functional, town):
    person = Person(functional)
    values = {"sens": "out", "correspondant": "portail", "id": town.refused}
    person.post("@@echanges-abandonner", reason=" ", **values)
    assert "Dites pourquoi" in person.text
    assert state(town, town.refused) is State.REFUSED
    person.post("@@echanges-abandonner", reason="envoyé par erreur", **values)
    assert state(town, town.refused) is State.DROPPED


@pytest.mark.parametrize(
    "asked", ["", "?sens=x&id=y", "?sens=out&id=none", "?sens:list=out&id:int=3"]
)
def test_a_message_that_is_not_there_is_not_found(functional, town, asked):
    assert Person(functional).get(f"@@echanges-message{asked}") == 404


def test_the_read_of_personal_data_is_in_the_journal(functional, town):
    unknown = {"kind": "communes.test.unknown.v1"}
    lanes = lanes_of(town, outbox.KEY)
    place = lanes.place("portail", town.refused)
    kept = lanes.get(place)
    lanes.put(place, type(kept)(**{**kept.__dict__, **unknown}))
    Person(functional).get(message(town.refused))
    with api.env.adopt_roles(["Manager"]):
        told = [one.entry for one in entries(town, limit=500)]
    assert [one.target for one in told if one.action == "exchange.letter.read"] == [
        town.refused
    ]


def test_the_peers_are_shown_with_their_state_and_no_secret(functional, town):
    person = Person(functional)
    assert person.get("@@echanges-correspondants") == 200
    assert "Sans clé" in person.text and "Répond" in person.text
    assert GREETING.name in person.text


def test_a_new_key_is_shown_once(functional, town):
    person = Person(functional)
    assert person.post("@@echanges-cle", correspondant="rocheval/agents") == 200
    transaction.begin()
    (key,) = peers.peer(town, "rocheval/agents").keys
    assert key.secret in person.text
    assert person.browser.headers["Cache-Control"] == "no-store"
    person.get("@@echanges-correspondants")
    assert key.secret not in person.text
    with api.env.adopt_roles(["Manager"]):
        told = [one.entry for one in entries(town, limit=500)]
    assert key.secret not in str(told)


def test_a_peer_is_asked_whether_it_answers(functional, town):
    person = Person(functional)
    person.post("@@echanges-verifier", correspondant="portail")
    assert "Rien n'arriverait" in person.text
    person.post("@@echanges-verifier", correspondant="inconnu")
    assert "n'est pas déclaré" in person.text


def test_the_catalogue_tells_every_kind(functional, town):
    person = Person(functional)
    assert person.get("@@echanges-messages") == 200
    for name in (GREETING.name, "communes.finance.commitment-request.v1"):
        assert f'id="{name}"' in person.text


def test_a_value_of_a_source_is_read_with_its_provenance(functional, town):
    ExchangeTarget(town).write({"sources": ["demo.streets", "demo.people"]})
    person = Person(functional)
    asked = {"source": "demo.streets", "key": "5999-0112"}
    person.post("@@echanges-sources", **asked)
    assert "pas encore été lu" in person.text
    transaction.begin()
    work(town, Refresh(), REFRESH)
    person.post("@@echanges-sources", **asked)
    assert "Rue du Moulin" in person.text and "Vaut jusqu" in person.text
    person.post("@@echanges-sources", source="demo.people", key="99010100197")
    assert 'id="field-purpose-error"' in person.text
