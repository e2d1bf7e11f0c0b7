"""From what one site says to what another one does: once, in order, nothing lost."""

from communes.core.jobs.api import dead_letters
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.drain import settle
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.storage import queue_of
from communes.exchange.inbox import api as inbox
from communes.exchange.inbox.apply import Apply
from communes.exchange.lanes.domain.state import State
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.messages.domain.errors import MessageInvalid
from communes.exchange.messages.domain.errors import UnknownKind
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.connectors.errors import Refused
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.outbox.errors import NotRefused
from communes.exchange.peers import api as peers
from communes.exchange.peers.domain.errors import KindRefused
from communes.exchange.peers.domain.errors import UnknownPeer
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import Listener
from communes.exchange.tests.pairs import work
from dataclasses import replace
import pytest
import time


HELLO = GREETING.name


def say(site, words, subject="a", name="portail"):
    return outbox.send(site, name, HELLO, subject, {"words": words})


def deliver(site):
    return work(site, Deliver(), outbox.DELIVER)


def arrived(site, sequence, words="Bonjour", subject="a", id=""):
    """Bring a message of the peer to the inbox."""
    made = say(site, words, subject)
    _place, kept = next(found for found in outbox.letters(site) if found[1].id == made)
    message = replace(
        from_json(kept.text),
        id=id or made,
        sender="portail",
        receiver=peers.own_name(site),
        sequence=sequence,
    )
    return inbox.accept(site, peers.peer(site, "portail"), to_json(message))


def do(site):
    return work(site, Apply(), inbox.APPLY)


def test_messages_of_a_subject_leave_in_their_order(site, wire):
    for words in ("un", "deux", "trois"):
        say(site, words)
    deliver(site)
    assert [one.body["words"] for one in wire.brought] == ["un", "deux", "trois"]
    assert [one.sequence for one in wire.brought] == [1, 2, 3]
    assert outbox.letters(site) == []


def test_what_may_not_be_said_is_refused_at_once(site):
    with pytest.raises(UnknownPeer):
        say(site, "x", name="inconnu")
    with pytest.raises(MessageInvalid) as caught:
        outbox.send(site, "portail", HELLO, "a", {"words": 3})
    assert "« words »" in str(caught.value)
    peers.declare(site, Peer("muet", "Muet", "wire", ""))
    with pytest.raises(KindRefused):
        say(site, "x", name="muet")
    assert outbox.letters(site) == []


def test_a_silent_peer_waits_and_the_others_do_not(site, wire):
    def away(message):
        if message.receiver == "portail":
            raise Unavailable("portail est absent")

    wire.trouble = away
    say(site, "un")
    say(site, "deux", subject="b")
    say(site, "trois", name="mutuelle")
    outcomes = {one.key: one.state for one in deliver(site)}
    assert [one.body["words"] for one in wire.brought] == ["trois"]
    assert outcomes == {
        "portail\na": OutcomeState.WAIT,
        "portail\nb": OutcomeState.WAIT,
        "mutuelle\na": OutcomeState.DONE,
    }
    assert len(outbox.letters(site)) == 2


def test_a_peer_away_for_a_day_gets_everything_when_it_is_back(site, wire, monkeypatch):
    def away(message):
        raise Unavailable("portail est absent")

    now, queue = time.time(), queue_of(site)
    monkeypatch.setattr(time, "time", lambda: now)
    wire.trouble = away
    for words in ("un", "deux", "trois"):
        say(site, words)
    settle(queue, taken := queue.take(outbox.DELIVER, 200), Deliver().run(site, taken))
    tries, end = 0, now + 86_400
    while (due := queue.shelf.next_due()) < end:
        now = due
        intent = queue.shelf.take_due(now, frozenset())
        settle(queue, [intent], Deliver().run(site, [intent]))
        tries += 1
    assert tries > 250
    assert wire.brought == [] and dead_letters(site) == []

    wire.trouble, now = None, due
    intent = queue.shelf.take_due(now, frozenset())
    settle(queue, [intent], Deliver().run(site, [intent]))
    assert [one.body["words"] for one in wire.brought] == ["un", "deux", "trois"]
    assert outbox.letters(site) == []


def test_a_refused_message_holds_its_subject_until_it_is_corrected(site, wire):
    def picky(message):
        if message.body["words"] == "malpoli":
            raise Refused(name="Portail", problem="pas de ça")

    wire.trouble = picky
    bad = say(site, "malpoli")
    say(site, "ensuite")
    say(site, "autre sujet", subject="b")
    deliver(site)
    assert [one.body["words"] for one in wire.brought] == ["autre sujet"]
    (_place, kept), held = outbox.letters(site)
    assert (kept.state, held[1].state) == (State.REFUSED, State.WAITING)
    assert "pas de ça" in kept.reason

    outbox.correct(site, "portail", bad, {"words": "poli"})
    deliver(site)
    assert [one.body["words"] for one in wire.brought[1:]] == ["poli", "ensuite"]
    assert wire.brought[1].id == bad
    with pytest.raises(NotRefused):
        outbox.drop(site, "portail", bad, "trop tard")


def test_a_dropped_message_lets_the_others_go(site, wire):
    def picky(message):
        if message.body["words"] == "malpoli":
            raise Refused(name="Portail", problem="pas de ça")

    wire.trouble = picky
    bad = say(site, "malpoli")
    say(site, "ensuite")
    deliver(site)
    outbox.drop(site, "portail", bad, "envoyé par erreur")
    deliver(site)
    assert [one.body["words"] for one in wire.brought] == ["ensuite"]


def test_a_message_that_arrives_twice_acts_once(site, listener):
    assert arrived(site, 1, id="m1") == inbox.Receipt.ACCEPTED
    do(site)
    assert arrived(site, 1, id="m1") == inbox.Receipt.DUPLICATE
    do(site)
    assert listener.told == [("a", "Bonjour")]


def test_a_poison_message_stops_its_own_subject_only(site, listener):
    arrived(site, 1, "panne", id="m1")
    arrived(site, 2, "derrière", id="m2")
    arrived(site, 1, "malpoli", subject="b", id="m3")
    arrived(site, 1, "Bonjour", subject="c", id="m4")
    do(site)
    assert listener.told == [("c", "Bonjour")]
    states = {kept.id: (kept.state, kept.reason) for _p, kept in inbox.letters(site)}
    assert states["m1"][0] is State.REFUSED and "ZeroDivision" in states["m1"][1]
    assert states["m3"] == (State.REFUSED, "« malpoli » ne se dit pas.")
    assert states["m2"][0] is State.WAITING

    inbox.drop(site, "portail", "m1", "illisible")
    do(site)
    assert listener.told[-1] == ("a", "derrière")


def test_what_nobody_listens_to_waits_for_an_agent(site, registry):
    arrived(site, 1, id="m1")
    do(site)
    ((_place, kept),) = inbox.letters(site)
    assert kept.state is State.REFUSED and HELLO in kept.reason
    made = Listener()
    registry.registerUtility(made, IMessageReceiver, name=HELLO)
    try:
        inbox.do_again(site, "portail", "m1")
        do(site)
    finally:
        registry.unregisterUtility(made, IMessageReceiver, name=HELLO)
    assert made.told == [("a", "Bonjour")]


def test_what_is_not_agreed_with_the_pair_is_not_kept(site):
    quiet = replace(peers.peer(site, "portail"), sends=frozenset())
    peers.declare(site, quiet)
    with pytest.raises(KindRefused):
        arrived(site, 1)
    assert inbox.letters(site) == []


def test_a_kind_that_is_not_in_the_catalogue_is_not_kept(site, registry):
    say(site, "x")
    ((_place, kept),) = outbox.letters(site)
    message = replace(
        from_json(kept.text),
        kind="communes.test.unknown.v1",
        sender="portail",
        receiver=peers.own_name(site),
    )
    open_to_all = replace(
        peers.peer(site, "portail"), sends=frozenset({"communes.test.unknown.v1"})
    )
    with pytest.raises(UnknownKind):
        inbox.accept(site, open_to_all, to_json(message))


def test_a_replayed_message_leaves_with_its_own_number(site, wire):
    id = say(site, "un")
    deliver(site)
    outbox.replay(site, "portail", id)
    deliver(site)
    first, again = wire.brought
    assert first == again
