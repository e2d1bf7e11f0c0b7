"""What passed is forgotten after its time; that it is known never is."""

from communes.exchange.attachments.api import attach
from communes.exchange.attachments.storage import files_of
from communes.exchange.inbox import api as inbox
from communes.exchange.keeping.api import DAY
from communes.exchange.keeping.api import forget
from communes.exchange.keeping.round import Keeping
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.outbox.errors import NoSuchLetter
from communes.exchange.peers import api as peers
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import work
from dataclasses import asdict
from dataclasses import replace
import pytest
import time


def say(site, file=None, subject="a"):
    body = {"words": "Bonjour"}
    if file is not None:
        body["file"] = asdict(file)
    return outbox.send(site, "portail", GREETING.name, subject, body)


def later(monkeypatch, days):
    now = time.time() + days * DAY
    monkeypatch.setattr(time, "time", lambda: now)


def test_what_arrived_is_forgotten_after_its_time_with_its_files(
    site, wire, monkeypatch
):
    id = say(site, attach(site, b"plan", "plan.txt", "text/plain"))
    work(site, Deliver(), outbox.DELIVER)
    assert forget(site).messages == 0
    later(monkeypatch, 91)
    found = forget(site)
    assert (found.messages, found.files) == (1, 1)
    assert len(files_of(site).own) == 0
    with pytest.raises(NoSuchLetter):
        outbox.replay(site, "portail", id)


def test_what_waits_is_kept_with_its_files(site, monkeypatch):
    say(site, attach(site, b"plan", "plan.txt", "text/plain"))
    later(monkeypatch, 400)
    found = forget(site)
    assert (found.messages, found.files) == (0, 0)
    assert len(outbox.letters(site)) == 1
    assert len(files_of(site).own) == 1


def test_a_repetition_is_recognised_after_the_words_were_forgotten(
    site, listener, monkeypatch
):
    sent = say(site)
    _place, kept = next(one for one in outbox.letters(site) if one[1].id == sent)
    text = to_json(
        replace(from_json(kept.text), sender="portail", receiver=peers.own_name(site))
    )
    peer = peers.peer(site, "portail")
    assert inbox.accept(site, peer, text) == inbox.Receipt.ACCEPTED
    lanes = lanes_of(site, inbox.KEY)
    for place, one in list(lanes.unsettled()):
        lanes.settle(place, one.state.__class__("done"), time.time(), "")
    later(monkeypatch, 91)
    assert forget(site).messages == 1
    assert inbox.accept(site, peer, text) == inbox.Receipt.DUPLICATE


def test_the_worker_comes_round_once_a_day(portal, monkeypatch):
    monkeypatch.setattr("transaction.commit", lambda: None)
    keeping = Keeping()
    assert keeping.next_at(portal) <= time.time()
    going = keeping.begin(portal)
    while going.step(portal):
        assert keeping.next_at(portal) <= time.time()
    assert keeping.next_at(portal) > time.time() + DAY - 60


def test_many_lanes_are_looked_at_in_steps(site, wire, monkeypatch):
    for number in range(5):
        say(site, subject=f"s{number}")
    work(site, Deliver(), outbox.DELIVER)
    lanes = lanes_of(site, outbox.KEY)
    told, after = [], None
    for _step in range(4):
        count, after = lanes.prune(2e10, after, most=2)
        told.append((count, after and after[1]))
    assert told[:3] == [(2, "s1"), (2, "s3"), (1, "s4")]
    assert told[3] == (0, None)
