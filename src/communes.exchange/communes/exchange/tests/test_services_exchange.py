"""What an integrator does by the pages, a program does by REST; nobody else does."""

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
from communes.exchange.tests.people import Program
from communes.exchange.tests.people import state
import pytest
import transaction


GETS = (
    "@exchange-letters",
    "@exchange-peers",
    "@exchange-messages",
    "@exchange-sources",
)


@pytest.mark.parametrize("noun", GETS)
@pytest.mark.parametrize(("who", "status"), [(AGENT, 401), (("", ""), 401)])
def test_nobody_else_reads(functional, town, noun, who, status):
    program = Program(functional, who)
    assert program.get(noun)[0] in (status, 403, 404)


@pytest.mark.parametrize(
    ("noun", "body"),
    [
        ("@exchange-letters", {"do": "drop", "peer": "portail", "reason": "x"}),
        ("@exchange-peers", {"do": "new_key", "peer": "rocheval/agents"}),
        ("@exchange-sources", {"source": "demo.streets", "key": "5999-0112"}),
    ],
)
def test_nobody_else_changes(functional, town, noun, body):
    program = Program(functional, AGENT)
    sent = {**body, "id": town.refused} if "do" in body else body
    assert program.post(noun, sent)[0] in (401, 403, 404)
    assert state(town, town.refused) is State.REFUSED
    assert peers.peer(town, "rocheval/agents").keys == ()


def test_the_letters_are_listed_and_one_is_read(functional, town):
    program = Program(functional)
    status, answer = program.get("@exchange-letters?direction=out")
    assert (status, answer["items_total"]) == (200, 2)
    program.example("letters-list")
    assert [one["state"] for one in answer["items"]] == ["refused", "waiting"]
    assert "message" not in answer["items"][0]
    _status, answer = program.get("@exchange-letters?state=refused&b_size=1")
    assert (len(answer["items"]), answer["items_total"]) == (1, 1)
    status, answer = program.get(f"@exchange-letters?peer=portail&id={town.refused}")
    assert status == 200
    assert answer["message"]["data"] == {"words": "malpoli"}


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("direction=both", 400),
        ("state=done", 400),
        ("b_size=0", 400),
        ("b_size=1000", 400),
        ("b_start=x", 400),
        ("id=none&peer=portail", 404),
        ("direction=in&id=none", 404),
    ],
)
def test_a_question_that_is_none_is_refused_by_name(
    functional,
    town,
    asked,
    status,
):
    assert Program(functional).get(f"@exchange-letters?{asked}")[0] == status


def test_a_refused_letter_is_put_right(functional, town):
    program = Program(functional)
    base = {"peer": "portail", "id": town.refused}
    body = {"words": "poli"}
    status, answer = program.post(
        "@exchange-letters", {**base, "do": "correct", "body": {"words": 3}}
    )
    assert (status, answer["error"]["code"]) == (400, "message_invalid")
    assert program.post("@exchange-letters", {**base, "do": "drop"})[0] == 400
    status, _answer = program.post(
        "@exchange-letters", {**base, "do": "correct", "body": body}
    )
    assert status == 204
    program.example("letters-correct")
    assert state(town, town.refused) is State.WAITING
    status, answer = program.post("@exchange-letters", {**base, "do": "again"})
    assert (status, answer["error"]["code"]) == (422, "letter_not_refused")


def test_a_letter_that_arrived_is_replayed(functional, town):
    outbox.drop(town, "portail", town.refused, "test")
    work(town, Deliver(), outbox.DELIVER)
    lanes = lanes_of(town, outbox.KEY)
    ((_place, kept),) = lanes.arrived("portail", "", 0.0, float("inf"))
    program = Program(functional)
    sent = {"do": "replay", "peer": "portail", "id": kept.id}
    assert program.post("@exchange-letters", sent)[0] == 204
    assert state(town, kept.id) is State.WAITING
    gone = {"do": "replay", "peer": "portail", "id": town.refused}
    assert program.post("@exchange-letters", gone)[0] == 404


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"do": "burn", "peer": "portail", "id": "x"},
        {"do": "again", "peer": 3, "id": "x"},
        {"do": "again", "peer": "portail"},
        {"do": "correct", "direction": "in", "peer": "portail", "id": "x", "body": {}},
        {"do": "again", "peer": "portail", "id": "x", "more": 1},
    ],
)
def test_an_order_that_is_none_is_refused_by_name(functional, town, sent):
    assert Program(functional).post("@exchange-letters", sent)[0] == 400


def test_the_peers_are_told_without_a_secret(functional, town):
    program = Program(functional)
    sent = {"do": "new_key", "peer": "rocheval/agents"}
    status, made = program.post("@exchange-peers", sent)
    assert status == 200
    status, answer = program.get("@exchange-peers")
    assert status == 200
    told = {one["name"]: one for one in answer["items"]}
    assert told["portail"]["receives"] == [GREETING.name]
    assert told["rocheval/agents"]["keys"] == [{"id": made["id"], "ends": None}]
    assert made["secret"] not in str(answer)
    program.example("peers-list")
    status, answer = program.post("@exchange-peers", {"do": "check", "peer": "portail"})
    assert (status, answer) == (200, {"problem": "le fil est coupé"})
    program.example("peers-check")
    assert program.post("@exchange-peers", {"do": "check", "peer": "x"})[0] == 404


def test_the_catalogue_is_told(functional, town):
    status, answer = Program(functional).get("@exchange-messages")
    assert status == 200
    told = {one["name"]: one for one in answer["items"]}
    assert told[GREETING.name]["schema"] == GREETING.schema
    assert told[GREETING.name]["version"] == 1
    assert told[GREETING.name]["changes"][0]["text"] == "Première version."


def test_a_value_of_a_source_is_told_with_its_provenance(
    functional,
    town,
):
    ExchangeTarget(town).write({"sources": ["demo.streets", "demo.people"]})
    program = Program(functional)
    sent = {"source": "demo.streets", "key": "5999-0112"}
    assert program.post("@exchange-sources", sent)[0] == 202
    transaction.begin()
    work(town, Refresh(), REFRESH)
    status, answer = program.post("@exchange-sources", sent)
    assert (status, answer["stale"]) == (200, False)
    assert answer["value"]["street"] == "Rue du Moulin"
    program.example("sources-read")
    status, answer = program.get("@exchange-sources")
    assert [one["kept"] for one in answer["items"]] == [1, 0]
    program.example("sources-list")
    person = {"source": "demo.people", "key": "99010100197"}
    status, answer = program.post("@exchange-sources", person)
    assert (status, answer["error"]["field"]) == (400, "purpose")
    assert program.post("@exchange-sources", {"source": "x", "key": "y"})[0] == 404
