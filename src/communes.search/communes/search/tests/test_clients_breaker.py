"""Who finds Solr in trouble does not wait for it; one probe finds it well again."""

from communes.search.clients.breaker import Breaker
from communes.search.clients.breaker import breaker_at
from communes.search.clients.errors import CoreMissing
from communes.search.clients.errors import SolrRefused
from communes.search.clients.errors import SolrResting
from communes.search.clients.errors import SolrSilent
from communes.search.clients.errors import SolrTimedOut
from communes.search.domain.breaker import State
from concurrent.futures import ThreadPoolExecutor
import pytest
import threading


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


class Solr:
    """Counts the talks; ``trouble`` is raised by each while it is set."""

    def __init__(self):
        self.asked = 0
        self.probed = 0
        self.trouble = None

    def talk(self):
        self.asked += 1
        if self.trouble:
            raise self.trouble
        return "answer"

    def probe(self):
        self.probed += 1
        if self.trouble:
            raise self.trouble


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def later():
    """The probes that were sent off, not yet run."""
    return []


@pytest.fixture
def breaker(clock, later):
    return Breaker("http://solr", clock=clock, spawn=later.append)


@pytest.fixture
def solr():
    return Solr()


def fail(breaker, solr, error, times=1):
    solr.trouble = error
    for _ in range(times):
        with pytest.raises(type(error)):
            breaker.ask(solr.talk, solr.probe)


def test_what_solr_answers_is_returned(breaker, solr):
    assert breaker.ask(solr.talk, solr.probe) == "answer"


def test_once_open_solr_is_not_asked(breaker, solr):
    fail(breaker, solr, SolrTimedOut("slow"))
    with pytest.raises(SolrResting, match="slow"):
        breaker.ask(solr.talk, solr.probe)
    assert (solr.asked, solr.probed) == (1, 0)


def test_three_quick_failures_open_it(breaker, solr):
    fail(breaker, solr, SolrSilent("refused"), 3)
    assert breaker.state is State.OPEN


@pytest.mark.parametrize("error", [CoreMissing("x"), SolrRefused("x")])
def test_a_refusal_is_a_sign_of_life(breaker, solr, error):
    fail(breaker, solr, SolrSilent("x"), 2)
    fail(breaker, solr, error, 5)
    assert breaker.state is State.CLOSED


def test_the_probe_runs_beside_the_search_that_found_it_due(
    breaker, solr, clock, later
):
    fail(breaker, solr, SolrTimedOut("slow"))
    solr.trouble = None
    clock.now = 2.0
    for _ in range(5):
        with pytest.raises(SolrResting):
            breaker.ask(solr.talk, solr.probe)
    assert (len(later), solr.probed, solr.asked) == (1, 0, 1)
    assert breaker.state is State.HALF_OPEN
    later.pop()()
    assert breaker.state is State.CLOSED
    assert breaker.ask(solr.talk, solr.probe) == "answer"


def test_a_failed_probe_waits_longer(breaker, solr, clock, later):
    fail(breaker, solr, SolrTimedOut("slow"))
    clock.now = 2.0
    with pytest.raises(SolrResting):
        breaker.ask(solr.talk, solr.probe)
    later.pop()()
    shot = breaker.snapshot()
    assert (shot.state, shot.retry_in, shot.last_error) == (State.OPEN, 4.0, "slow")


def test_the_snapshot_of_a_healthy_solr_says_nothing_bad(breaker):
    shot = breaker.snapshot()
    assert (shot.state, shot.failures, shot.retry_in) == (State.CLOSED, 0, 0.0)


def test_many_threads_send_one_probe(solr, clock, later):
    breaker = Breaker("http://solr", clock=clock, spawn=later.append)
    fail(breaker, solr, SolrTimedOut("slow"))
    clock.now = 5.0

    def search(_number):
        with pytest.raises(SolrResting):
            breaker.ask(solr.talk, solr.probe)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(search, range(200)))
    assert len(later) == 1


def test_a_probe_of_its_own_thread_closes_it(solr, clock):
    breaker = Breaker("http://solr", clock=clock)
    fail(breaker, solr, SolrTimedOut("slow"))
    solr.trouble = None
    clock.now = 5.0
    with pytest.raises(SolrResting):
        breaker.ask(solr.talk, solr.probe)
    for thread in threading.enumerate():
        if thread.name == "solr-probe":
            thread.join(10)
    assert (solr.probed, breaker.state) == (1, State.CLOSED)


def test_one_breaker_per_address():
    assert breaker_at("http://a/solr") is breaker_at("http://a/solr")
    assert breaker_at("http://a/solr") is not breaker_at("http://b/solr")
