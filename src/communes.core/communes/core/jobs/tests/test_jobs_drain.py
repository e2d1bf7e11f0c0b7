"""What becomes of an intent when its handler does, fails, or finds nobody home."""

from AccessControl import getSecurityManager
from communes.core.jobs import drain
from communes.core.jobs.api import dead_letters
from communes.core.jobs.api import failing
from communes.core.jobs.api import pending
from communes.core.jobs.api import revive
from communes.core.jobs.domain import MAX_ATTEMPTS
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.drain import Drainer
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.tests.bare import ask
import pytest
import transaction
from types import SimpleNamespace
from ZODB.POSException import ConflictError
from zope.component.hooks import getSite
from zope.globalrequest import getRequest


PATH = "/valmont/agents"


class Handler:
    """Notes the keys of every run, and does what the test tells it."""

    def __init__(self, behaviour=None):
        self.runs = []
        self.behaviour = behaviour

    def run(self, site, intents):
        self.runs.append([intent.key for intent in intents])
        if self.behaviour is not None:
            said = self.behaviour(site, intents)
            if said is not None:
                return said
        return [Outcome(intent.key) for intent in intents]


@pytest.fixture
def clock(monkeypatch):
    """The time the drainer sees; starts well after every request."""
    now = SimpleNamespace(time=4_000_000_000.0)
    monkeypatch.setattr(drain, "time", SimpleNamespace(time=lambda: now.time))
    return now


@pytest.fixture
def drainer(app, clock):
    return Drainer(app, lambda: False)


@pytest.fixture
def handler(register):
    return register(Handler(), IIntentHandler, "mail")


@pytest.fixture
def site(app):
    return app.valmont.agents


def test_intents_are_run_in_one_batch_and_are_gone(app, drainer, handler, site):
    ask(app, "mail", "a", "b", "c")
    assert drainer.drain(PATH) == 3
    assert handler.runs == [["a", "b", "c"]]
    assert pending(site) == 0
    assert drainer.drain(PATH) == 0


def test_work_is_done_on_the_site_with_a_request_and_nothing_is_left(
    app, drainer, handler
):
    seen = []

    def look(site, intents):
        user = getSecurityManager().getUser()
        seen.append((getSite().getId(), getRequest() is not None, user.getUserName()))

    handler.behaviour = look
    ask(app, "mail", "a")
    drainer.drain(PATH)
    assert seen == [("agents", True, "System Processes")]
    assert getSite() is None
    assert getRequest() is None
    assert getSecurityManager().getUser().getUserName() == "Anonymous User"
    assert not app._p_jar._registered_objects


def test_work_is_done_as_the_user_the_handler_names(app, drainer, handler):
    seen = []
    handler.run_as = "greffier"
    handler.behaviour = lambda site, intents: seen.append(
        getSecurityManager().getUser().getId()
    )
    ask(app, "mail", "a")
    drainer.drain(PATH)
    assert seen == ["greffier"]


def test_a_silent_outside_makes_the_kind_wait_and_counts_nothing(
    app, drainer, handler, site, clock, register
):
    def silent(site, intents):
        raise Unavailable("no answer")

    handler.behaviour = silent
    other = register(Handler(), IIntentHandler, "search")
    ask(app, "mail", "a")
    ask(app, "search", "b")
    for _time in range(3):
        drainer.drain(PATH)
    assert (handler.runs, other.runs) == ([["a"]], [["b"]])
    assert drainer.next_visit(PATH) == clock.time + 1
    handler.behaviour = None
    clock.time += 1.5
    drainer.drain(PATH)
    assert handler.runs == [["a"], ["a"]]
    assert pending(site) == 0


def test_the_wait_for_a_silent_outside_grows(app, drainer, handler, clock):
    def silent(site, intents):
        raise Unavailable("no answer")

    handler.behaviour = silent
    ask(app, "mail", "a")
    waits = []
    for _time in range(4):
        drainer.drain(PATH)
        waits.append(drainer.next_visit(PATH) - clock.time)
        clock.time += waits[-1] + 0.1
    assert waits == pytest.approx([1, 2, 4, 8])


def test_a_kind_may_be_asked_again_sooner_than_others(app, drainer, handler, clock):
    def silent(site, intents):
        raise Unavailable("no answer")

    handler.behaviour = silent
    handler.longest_wait_seconds = 3.0
    ask(app, "mail", "a")
    waits = []
    for _time in range(4):
        drainer.drain(PATH)
        waits.append(drainer.next_visit(PATH) - clock.time)
        clock.time += waits[-1] + 0.1
    assert waits == pytest.approx([1, 2, 3, 3])


def test_intents_without_a_handler_wait(app, drainer, site):
    ask(app, "of a solution that is not installed", "a")
    drainer.drain(PATH)
    assert pending(site) == 1
    assert dead_letters(site) == []


def test_a_bad_intent_does_not_hold_up_the_others(app, drainer, handler, site, clock):
    def stumble(site, intents):
        if any(intent.key == "bad" for intent in intents):
            raise ValueError("broken address")

    handler.behaviour = stumble
    ask(app, "mail", "a", "bad", "c")
    drainer.drain(PATH)
    assert sorted(map(len, handler.runs)) == [1, 1, 1, 3]
    assert [letter.intent.key for letter in failing(site)] == ["bad"]
    assert "broken address" in failing(site)[0].reason
    assert drainer.next_visit(PATH) == clock.time + 1


def test_an_intent_is_given_up_after_the_last_attempt_with_the_reason(
    app, drainer, handler, site, clock
):
    handler.behaviour = lambda site, intents: [
        Outcome("a", OutcomeState.RETRY, "mailbox full")
    ]
    ask(app, "mail", "a")
    for _attempt in range(MAX_ATTEMPTS + 3):
        drainer.drain(PATH)
        clock.time += 1000
    assert len(handler.runs) == MAX_ATTEMPTS
    assert pending(site) == 0
    (letter,) = dead_letters(site)
    assert (letter.intent.key, letter.reason) == ("a", "mailbox full")


def test_what_waits_for_its_own_correspondent_is_never_given_up(
    app, drainer, handler, site, clock
):
    def run(site, intents):
        return [
            Outcome(one.key, OutcomeState.WAIT, "peer away")
            if one.key == "a"
            else Outcome(one.key)
            for one in intents
        ]

    handler.behaviour = run
    ask(app, "mail", "a")
    for number in range(MAX_ATTEMPTS * 3):
        ask(app, "mail", f"b{number}")
        drainer.drain(PATH)
        clock.time += 1000
    assert dead_letters(site) == []
    (letter,) = failing(site)
    assert (letter.intent.key, letter.reason) == ("a", "peer away")
    assert pending(site) == 1


def test_a_dead_letter_can_be_tried_again(app, drainer, handler, site, clock):
    handler.behaviour = lambda site, intents: [
        Outcome("a", OutcomeState.DEAD, "unknown address")
    ]
    ask(app, "mail", "a")
    drainer.drain(PATH)
    handler.behaviour = None
    revive(site, "mail", "a")
    transaction.commit()
    clock.time += 10
    drainer.drain(PATH)
    assert handler.runs == [["a"], ["a"]]
    assert dead_letters(site) == failing(site) == []


def test_a_newer_request_that_succeeds_replaces_the_failed_one(
    app, drainer, handler, site, clock
):
    handler.behaviour = lambda site, intents: [Outcome("a", OutcomeState.RETRY, "x")]
    ask(app, "mail", "a", to="old")
    drainer.drain(PATH)
    handler.behaviour = None
    ask(app, "mail", "a", to="new")
    drainer.drain(PATH)
    clock.time += 1000
    drainer.drain(PATH)
    assert handler.runs == [["a"], ["a"]]
    assert pending(site) == 0


def test_a_conflict_is_tried_again_at_once(app, drainer, handler, site):
    def conflict_once(site, intents):
        if len(handler.runs) == 1:
            raise ConflictError

    handler.behaviour = conflict_once
    ask(app, "mail", "a")
    drainer.drain(PATH)
    assert handler.runs == [["a"], ["a"]]
    assert pending(site) == 0
    assert failing(site) == []


def test_an_intent_the_handler_forgot_is_tried_again(app, drainer, handler, site):
    handler.behaviour = lambda site, intents: []
    ask(app, "mail", "a")
    drainer.drain(PATH)
    assert [letter.intent.key for letter in failing(site)] == ["a"]


def test_what_a_failed_run_wrote_is_not_committed(app, drainer, handler, site):
    def write_and_fail(site, intents):
        site.title = "half done"
        raise ValueError("later")

    handler.behaviour = write_and_fail
    ask(app, "mail", "a")
    drainer.drain(PATH)
    transaction.begin()
    assert site.title == ""


def test_a_busy_kind_does_not_keep_the_others_waiting(app, drainer, register):
    busy = register(Handler(), IIntentHandler, "a busy kind")
    other = register(Handler(), IIntentHandler, "mail")
    ask(app, "a busy kind", *map(str, range(3 * drain.BATCH)))
    ask(app, "mail", "a")
    drainer.drain(PATH)
    assert (len(busy.runs), other.runs) == (1, [["a"]])


def test_a_stop_is_heard_between_two_batches(app, handler, site):
    stopping = []
    drainer = Drainer(app, lambda: bool(stopping))
    handler.behaviour = lambda site, intents: stopping.append(True)
    ask(app, "mail", *map(str, range(3 * drain.BATCH)))
    drainer.drain(PATH)
    assert len(handler.runs) == 1
    assert pending(site) > drain.BATCH
