"""All that stands is said to a peer: in order, from where it stopped, never twice."""

from communes.core.jobs.errors import StopAsked
from communes.core.jobs.leases import Job
from communes.core.jobs.leases import JobState
from communes.exchange.backlog import api as backlog
from communes.exchange.backlog import storage
from communes.exchange.backlog import working
from communes.exchange.backlog.errors import NothingToTell
from communes.exchange.backlog.interfaces import IStanding
from communes.exchange.backlog.working import SendAll
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox.deliver import Deliver
from communes.exchange.peers.domain.errors import UnknownPeer
from communes.exchange.tests.conftest import registered
from communes.exchange.tests.pairs import GREETING
from communes.exchange.tests.pairs import work
from communes.exchange.tests.people import AGENT
from communes.exchange.tests.people import Person
from communes.exchange.tests.people import Program
import pytest
import transaction
from zope.interface import implementer


ASKED = {"do": "send_all", "peer": "portail"}


@implementer(IStanding)
class Standing:
    """Greetings that stand; the third was never told to anybody."""

    def __init__(self, count):
        self.said = {f"{number:03}": f"bonjour {number}" for number in range(count)}

    def keys(self, site):
        return sorted(self.said)

    def message(self, site, key):
        if key == "002":
            return None
        return f"dossier:{key}", {"words": self.said[key]}


class Hold:
    """The worker's hold on a job; it may be stopped after a portion."""

    def __init__(self, stops_after=None):
        self.args = {"peer": "portail"}
        self.stops_after = stops_after
        self.told = []

    def commit(self):
        transaction.savepoint()

    def progress(self, done, total, note=""):
        self.told.append((done, total))
        if done == self.stops_after:
            raise StopAsked


@pytest.fixture
def standing(monkeypatch):
    monkeypatch.setattr(working, "PORTION", 2)
    with registered(Standing(5), IStanding, GREETING.name) as made:
        yield made


def heard(wire):
    return [one.body["words"] for one in wire.brought]


def test_all_that_stands_is_said_in_its_order(site, wire, standing):
    hold = Hold()
    SendAll().run(site, hold)
    work(site, Deliver(), outbox.DELIVER)
    assert sorted(heard(wire)) == [f"bonjour {number}" for number in (0, 1, 3, 4)]
    assert {one.receiver for one in wire.brought} == {"portail"}
    assert hold.told == [(2, 5), (4, 5), (5, 5)]


def test_a_worker_that_is_stopped_goes_on_where_it_was(site, wire, standing):
    with pytest.raises(StopAsked):
        SendAll().run(site, Hold(stops_after=4))
    assert storage.mark_of(site, "portail") == (GREETING.name, "003")
    work(site, Deliver(), outbox.DELIVER)
    hold = Hold()
    SendAll().run(site, hold)
    work(site, Deliver(), outbox.DELIVER)
    assert hold.told == [(5, 5)]
    assert heard(wire)[-1] == "bonjour 4" and len(heard(wire)) == 4
    assert storage.mark_of(site, "portail") is None


def test_what_waits_in_the_same_words_is_not_said_twice(site, wire, standing):
    SendAll().run(site, Hold())
    SendAll().run(site, Hold())
    assert len(outbox.letters(site)) == 4
    standing.said["000"] = "bonsoir"
    SendAll().run(site, Hold())
    (first, second) = [
        kept for place, kept in outbox.letters(site) if place.subject == "dossier:000"
    ]
    assert "bonjour" in first.text and "bonsoir" in second.text


def test_who_receives_nothing_that_stands_is_told_so(site, wire):
    with pytest.raises(NothingToTell):
        backlog.send_all(site, "portail")
    with pytest.raises(UnknownPeer):
        backlog.send_all(site, "inconnu")


def job(state, done, name="portail"):
    """Return a sending as the store of the jobs tells it."""
    told = {"lease": "", "reason": "", "run_as": "", "note": "", "attempts": 1}
    return Job(
        1, "/plone", backlog.JOB, name, {}, state=state, done=done, total=5,
        asked_at=0.0, **told,
    )  # fmt: skip


def test_the_page_and_programs_ask_for_it_and_see_how_far_it_is(
    functional, town, standing, monkeypatch
):
    program, person = Program(functional), Person(functional)
    status, answer = program.post("@exchange-peers", ASKED)
    assert (status, answer) == (202, {"status": "asked"})
    program.example("peers-send-all")
    under_way = [job(JobState.RUNNING, 2)]
    monkeypatch.setattr(backlog, "jobs", lambda site: under_way)
    told = {one["name"]: one for one in program.get("@exchange-peers")[1]["items"]}
    assert told["portail"]["sending"] == {"state": "running", "done": 2, "total": 5}
    assert told["rocheval/agents"]["sending"] is None
    person.get("@@echanges-correspondants")
    assert "Envoi en cours : 2 sur 5" in person.text
    assert person.text.count("Tout envoyer") == 1
    under_way[:] = [job(JobState.DEAD, 2)]
    person.get("@@echanges-correspondants")
    assert "L'envoi s'est arrêté à 2 sur 5" in person.text
    under_way[:] = [job(JobState.DONE, 5), job(JobState.DEAD, 2)]
    person.post("@@echanges-tout-envoyer", correspondant="portail")
    assert "L'envoi commence" in person.text
    assert "Tout est envoyé : 5 objets" in person.text


def test_nobody_else_has_all_sent(functional, town, standing):
    stranger = Person(functional, AGENT)
    assert stranger.post("@@echanges-tout-envoyer", correspondant="portail") == 403
    status, _answer = Program(functional, AGENT).post("@exchange-peers", ASKED)
    assert status == 401
