"""A back office of another vendor, in its own process: both ways, under trouble."""

from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import start
from communes.exchange.inbox import api as inbox
from communes.exchange.inbox.apply import Apply
from communes.exchange.lanes.domain.state import State
from communes.exchange.messages.api import kind
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.outbox.interfaces import IConnector
from communes.exchange.partners import api as partners
from communes.exchange.partners.backoffice import client
from communes.exchange.partners.demo import DemoPartner
from communes.exchange.partners.interfaces import IPartner
from communes.exchange.partners.kinds import COMMITMENT
from communes.exchange.partners.kinds import COMMITMENT_REQUEST
from communes.exchange.partners.kinds import PERSON_CHANGED
from communes.exchange.partners.pulling import Pulling
from communes.exchange.partners.registered import BACK_OFFICE
from communes.exchange.peers import api as peers
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.health import health_of
from communes.exchange.tests.conftest import registered
from communes.exchange.tests.pairs import work
import json
import pytest
import requests
import time
import transaction
from zope.component import queryUtility
from zope.interface.verify import verifyObject


TOKEN = "t" * 40
NAME = "ourthe/backoffice"
SENDS = frozenset({COMMITMENT, PERSON_CHANGED})


def mutation(number, person="P-1", change="CHG_ADR", **more):
    return {
        "Seq": number,
        "Type": change,
        "Matricule": person,
        "Nom": "Lambert",
        "Prenom": "Odile",
        "DateEffet": "20/11/2026",
        "Adresse": {"Rue": "Rue du Moulin", "Num": str(number), "CP": "5999"},
        **more,
    }


MUTATIONS = [
    mutation(1),
    mutation(2, "P-2"),
    mutation(3, "P-2", "XYZ"),
    mutation(4, "P-2"),
    mutation(5),
    mutation(6, "P-3", DateEffet="demain"),
    mutation(7),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The process of the vendor; its address."""
    told = tmp_path_factory.mktemp("backoffice") / "mutations.json"
    told.write_text(json.dumps(MUTATIONS))
    module = "communes.exchange.partners.tests.backoffice_server"
    process = start(module, TOKEN, told)
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        end(process)


def whims(server, *names):
    requests.post(f"{server}/whim", json={"next": names}, timeout=10)


class Ears:
    """Who listens to the partner: what each message said, in order."""

    def __init__(self):
        self.told = []

    def receive(self, site, envelope):
        self.told.append(envelope)


@pytest.fixture
def ears():
    made = Ears()
    with (
        registered(made, IMessageReceiver, COMMITMENT),
        registered(made, IMessageReceiver, PERSON_CHANGED),
    ):
        yield made


def declared(site, connector, address, token=TOKEN):
    found = Peer(
        NAME,
        "Back-office Ourthe",
        connector,
        address,
        SENDS,
        frozenset({COMMITMENT_REQUEST}),
        (Key("jeton", token),),
    )
    peers.declare(site, found)
    return found


@pytest.fixture
def office(portal, server):
    whims(server)
    return declared(portal, "backoffice", f"{server}/api/v3")


def ask(site, subject="decision:12", **more):
    body = {**kind(COMMITMENT_REQUEST).example, **more}
    return outbox.send(site, NAME, COMMITMENT_REQUEST, subject, body)


def deliver(site):
    return work(site, Deliver(), outbox.DELIVER)


def do(site):
    return work(site, Apply(), inbox.APPLY)


def pull_all(site, peer, partner=BACK_OFFICE):
    rounds = 1
    while partners.pull(site, peer, partner):
        rounds += 1
    return rounds


@pytest.mark.parametrize("partner", [BACK_OFFICE, DemoPartner()])
def test_every_partner_keeps_the_contract(partner):
    assert verifyObject(IPartner, partner)


def test_a_partner_is_found_under_both_contracts(integration):
    for name in ("backoffice", "demo"):
        found = queryUtility(IPartner, name=name)
        assert found is not None
        assert found is queryUtility(IConnector, name=name)


def test_a_commitment_is_asked_for_and_its_number_comes_back(portal, office, ears):
    asked = ask(portal)
    deliver(portal)
    do(portal)
    (answer,) = ears.told
    assert answer.kind == COMMITMENT
    assert answer.in_reply_to == asked
    assert answer.body["reference"] == "99901/college/2026/44/12"
    assert answer.body["number"].startswith("2026/00")
    assert outbox.letters(portal) == [] and inbox.letters(portal) == []


def test_what_was_done_and_not_heard_of_is_inscribed_once(portal, office, server, ears):
    ask(portal)
    whims(server, "broken")
    (outcome,) = deliver(portal)
    assert outcome.state is OutcomeState.WAIT
    ask(portal, subject="decision:13")
    outbox.send(
        portal,
        NAME,
        COMMITMENT_REQUEST,
        "decision:12",
        kind(COMMITMENT_REQUEST).example,
    )
    deliver(portal)
    do(portal)
    numbers = [one.body["number"] for one in ears.told]
    assert len(numbers) == len(set(numbers)) == 3
    assert len({one.in_reply_to for one in ears.told}) == 3


@pytest.mark.parametrize("whim", ["away", "html", "slow"])
def test_an_office_in_trouble_delays_and_loses_nothing(
    portal, office, server, ears, whim, monkeypatch
):
    monkeypatch.setattr(client, "ANSWER_SECONDS", 1)
    ask(portal)
    whims(server, whim)
    (outcome,) = deliver(portal)
    assert outcome.state is OutcomeState.WAIT
    assert health_of(portal, NAME).problem
    outbox.send(
        portal,
        NAME,
        COMMITMENT_REQUEST,
        "decision:12",
        kind(COMMITMENT_REQUEST).example,
    )
    deliver(portal)
    do(portal)
    assert len(ears.told) == 2
    assert health_of(portal, NAME).problem == ""


def test_a_wrong_token_waits_for_the_right_one(portal, server, ears):
    declared(portal, "backoffice", f"{server}/api/v3", "x" * 40)
    assert "Jeton inconnu" in BACK_OFFICE.check(peers.peer(portal, NAME))
    ask(portal)
    (outcome,) = deliver(portal)
    assert outcome.state is OutcomeState.WAIT and "Jeton inconnu" in outcome.reason
    assert len(outbox.letters(portal)) == 1


def test_a_refused_commitment_is_corrected_and_goes(portal, office, ears):
    asked = ask(portal, article="104/123-06", amount="900.00")
    deliver(portal)
    ((_place, kept),) = outbox.letters(portal)
    assert kept.state is State.REFUSED
    assert "Crédit insuffisant (CREDIT)" in kept.reason
    body = {**kind(COMMITMENT_REQUEST).example, "amount": "1.00"}
    outbox.correct(portal, NAME, asked, body)
    deliver(portal)
    do(portal)
    assert [one.in_reply_to for one in ears.told] == [asked]


def test_the_changes_of_people_come_in_their_order(portal, office, ears):
    assert pull_all(portal, office) == 3
    do(portal)
    told = [(one.subject, one.body["address"]["number"]) for one in ears.told]
    assert [number for subject, number in told if subject == "person:P-1"] == [
        "1",
        "5",
        "7",
    ]
    # What is not understood holds what follows about the same person, and no other.
    assert [number for subject, number in told if subject == "person:P-2"] == ["2"]
    refused = [
        kept for _p, kept in inbox.letters(portal) if kept.state is State.REFUSED
    ]
    assert len(refused) == 2
    assert any("« XYZ » est inconnu" in one.reason for one in refused)

    for one in refused:
        inbox.drop(portal, NAME, one.id, "genre inconnu")
    do(portal)
    assert ("person:P-2", "4") in [
        (one.subject, one.body["address"]["number"]) for one in ears.told
    ]
    assert inbox.letters(portal) == []


def test_the_same_page_heard_twice_is_done_once(portal, office, ears):
    pull_all(portal, office)
    do(portal)
    before = len(ears.told)
    BACK_OFFICE.pull(portal, office, "")
    do(portal)
    assert len(ears.told) == before


def test_the_round_asks_a_silent_partner_later_and_the_others_now(
    portal, office, server, ears
):
    demo = DemoPartner()
    demo.to_say = [("d1", COMMITMENT, "x", kind(COMMITMENT).example)]
    with registered(demo, IPartner, "demo"):
        found = Peer("demo/partner", "Démo", "demo", "", SENDS)
        peers.declare(portal, found)
        whims(server, "away")
        pulling = Pulling()
        assert pulling.next_at(portal) <= time.time()
        going = pulling.begin(portal)
        commits = []
        original, transaction.commit = transaction.commit, lambda: commits.append(1)
        aborts, transaction.abort = transaction.abort, lambda: None
        try:
            while going.step(portal):
                pass
        finally:
            transaction.commit, transaction.abort = original, aborts
        do(portal)
        assert [one.id for one in ears.told] == ["d1"]
        assert health_of(portal, NAME).problem
        assert pulling.next_at(portal) > time.time() + 30
