"""Jobs with a lease: asked for once, taken once, taken back from the dead."""

from communes.core.jobs import leases
from communes.core.jobs.api import enqueue
from communes.core.jobs.domain import MAX_ATTEMPTS
from communes.core.jobs.drain import Drainer
from communes.core.jobs.errors import LeaseLost
from communes.core.jobs.handlers import JobEnqueuer
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.interfaces import IJobHandler
from communes.core.jobs.interfaces import IJobStore
from communes.core.jobs.leases import job_store
from communes.core.jobs.leases import JobState
from communes.core.jobs.leases import SqliteJobStore
from communes.core.jobs.runner import JobRunner
from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import start
from communes.core.jobs.tests.processes import wait_for_line
import pytest
import time
import transaction
from types import SimpleNamespace
from zope.component.hooks import setSite
from zope.interface.verify import verifyObject


PATH = "/valmont/agents"


@pytest.fixture
def clock(monkeypatch):
    now = SimpleNamespace(time=1000.0)
    monkeypatch.setattr(leases, "time", SimpleNamespace(time=lambda: now.time))
    return now


@pytest.fixture
def store(tmp_path):
    return SqliteJobStore(tmp_path / "jobs.sqlite")


def states(store):
    return [(job.key, job.state.value) for job in reversed(store.jobs(PATH))]


def test_the_store_keeps_its_contract(store):
    assert verifyObject(IJobStore, store)


def test_jobs_are_taken_once_in_order_and_closed(store, clock):
    for key in ("a", "b"):
        store.enqueue(PATH, "pdf", {"of": key}, key, run_as="greffier")
    first, second = store.take(60), store.take(60)
    assert (first.key, first.args, first.run_as) == ("a", {"of": "a"}, "greffier")
    assert (second.key, store.take(60)) == ("b", None)
    store.progress(first, 3, 10, "page 3", 60)
    assert [(job.done, job.total, job.note) for job in store.jobs(PATH)] == [
        (0, 0, ""),
        (3, 10, "page 3"),
    ]
    store.done(first)
    assert states(store) == [("a", "done"), ("b", "running")]
    assert [job.key for job in store.jobs(PATH, JobState.RUNNING)] == ["b"]
    assert store.jobs("/elsewhere/agents") == []


def test_a_job_still_to_do_is_not_asked_for_twice(store, clock):
    first = store.enqueue(PATH, "pdf", {"n": 1}, "a")
    assert store.enqueue(PATH, "pdf", {"n": 2}, "a") == first
    assert store.enqueue(PATH, "import", {}, "a") != first
    assert store.take(60).args == {"n": 2}


def test_a_job_asked_for_while_it_runs_runs_again_and_not_beside_itself(store, clock):
    store.enqueue(PATH, "pdf", {"n": 1}, "a")
    running = store.take(60)
    store.enqueue(PATH, "pdf", {"n": 2}, "a")
    assert store.take(60) is None
    store.done(running)
    assert store.take(60).args == {"n": 2}


def test_a_failed_job_gives_way_to_the_newer_one_of_its_key(store, clock):
    store.enqueue(PATH, "pdf", {"n": 1}, "a")
    running = store.take(60)
    store.enqueue(PATH, "pdf", {"n": 2}, "a")
    store.fail(running, "disk full")
    assert states(store) == [("a", "superseded"), ("a", "queued")]


def test_a_repeated_intent_makes_one_job_even_when_it_is_done(store, clock):
    first = store.enqueue(PATH, "pdf", {}, "a", origin="intent 1")
    store.done(store.take(60))
    assert store.enqueue(PATH, "pdf", {}, "a", origin="intent 1") == first
    assert store.take(60) is None


def test_a_renewed_lease_holds_and_a_late_one_is_taken_back(store, clock):
    store.enqueue(PATH, "pdf", {}, "a")
    slow = store.take(60)
    clock.time += 59
    store.renew(slow, 60)
    clock.time += 59
    assert store.take(60) is None
    clock.time += 2
    again = store.take(60)
    assert (again.id, again.attempts) == (slow.id, 2)
    for late in (store.renew, store.fail):
        with pytest.raises(LeaseLost, match=str(slow.id)):
            late(slow, 60)
    with pytest.raises(LeaseLost):
        store.done(slow)
    store.done(again)


def test_failures_wait_longer_and_end_with_the_reason(store, clock):
    store.enqueue(PATH, "pdf", {}, "a")
    for _attempt in range(MAX_ATTEMPTS):
        job = store.take(60)
        store.fail(job, "no template")
        assert store.take(60) is None
        clock.time += 1000
    assert store.take(60) is None
    (job,) = store.jobs(PATH, JobState.DEAD)
    assert (job.reason, job.attempts) == ("no template", MAX_ATTEMPTS)


def test_a_job_that_kills_every_worker_is_given_up(store, clock):
    store.enqueue(PATH, "pdf", {}, "a")
    for _attempt in range(MAX_ATTEMPTS):
        assert store.take(60) is not None
        clock.time += 61
    assert store.take(60) is None
    assert states(store) == [("a", "dead")]


def test_a_killed_worker_loses_no_job(tmp_path):
    path = tmp_path / "jobs.sqlite"
    store = SqliteJobStore(path)
    asked = store.enqueue(PATH, "pdf", {}, "a")
    worker = start("communes.core.jobs.tests.programs", "hold_job", path, 0.5)
    try:
        wait_for_line(worker, "taken")
        assert states(store) == [("a", "running")]
    finally:
        end(worker)
    assert worker.returncode == -9
    until = time.monotonic() + 10
    while (job := store.take(60)) is None and time.monotonic() < until:
        continue
    assert job is not None
    assert (job.id, job.attempts) == (asked, 2)


class Handler:
    """A job handler that does what the test tells it."""

    def __init__(self, behaviour):
        self.run = behaviour


def test_a_job_runs_after_the_commit_that_asked_for_it(app, register):
    register(JobEnqueuer(), IIntentHandler, "job")

    def work(site, job):
        site.title = job.args["title"]
        job.progress(1, 2)

    register(Handler(work), IJobHandler, "title")
    jobs = JobRunner(app, job_store(), lambda: False)
    site = app.valmont.agents
    setSite(site)
    enqueue("title", {"title": "Valmont"}, "a", run_as="greffier")
    setSite(None)
    assert jobs.turn() == 0
    transaction.commit()
    Drainer(app, lambda: False).drain(PATH)
    assert jobs.turn() == 1
    transaction.begin()
    assert site.title == "Valmont"
    assert states(job_store()) == [("a", "done")]


def test_a_job_gives_itself_back_when_the_worker_stops(app, register):
    stopping = []

    def work(site, job):
        site.title = "half done"
        stopping.append(True)
        job.progress(1, 2)

    register(Handler(work), IJobHandler, "long")
    job_store().enqueue(PATH, "long", {}, "a")
    JobRunner(app, job_store(), lambda: bool(stopping)).turn()
    (job,) = job_store().jobs(PATH)
    assert (job.state, job.attempts) == (JobState.QUEUED, 0)
    assert app.valmont.agents.title == ""


def test_a_job_taken_over_by_another_commits_nothing(app, register, monkeypatch):
    def work(site, job):
        site.title = "too late"
        monkeypatch.setattr(leases.time, "time", lambda: 9_000_000_000.0)
        assert job_store().take(60) is not None

    monkeypatch.setattr(leases, "time", SimpleNamespace(time=lambda: 1000.0))
    register(Handler(work), IJobHandler, "slow")
    job_store().enqueue(PATH, "slow", {}, "a")
    JobRunner(app, job_store(), lambda: False).turn()
    transaction.begin()
    assert app.valmont.agents.title == ""
    assert states(job_store()) == [("a", "running")]


@pytest.mark.parametrize(
    ("name", "user", "reason"),
    [
        ("broken", "", "ValueError"),
        ("unknown", "", "unknown"),
        ("broken", "x", "UserG"),
    ],
)
def test_a_failed_job_says_why(app, register, name, user, reason):
    def work(site, job):
        raise ValueError("no template")

    register(Handler(work), IJobHandler, "broken")
    job_store().enqueue(PATH, name, {}, "a", run_as=user)
    assert JobRunner(app, job_store(), lambda: False).turn() == 1
    (job,) = job_store().jobs(PATH)
    assert job.state is JobState.QUEUED
    assert reason in job.reason


def test_a_job_may_ask_for_a_longer_lease(app, register):
    asked = []

    def work(site, job):
        asked.append(job._lease_seconds)

    handler = register(Handler(work), IJobHandler, "long")
    handler.lease_seconds = 900
    job_store().enqueue(PATH, "long", {}, "a")
    JobRunner(app, job_store(), lambda: False).turn()
    assert asked == [900.0]
