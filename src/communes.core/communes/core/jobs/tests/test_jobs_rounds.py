"""What comes round is done a step at a time, by one worker, and never in a hurry."""

from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IPeriodicWork
from communes.core.jobs.rounds import AGAIN_SECONDS
from communes.core.jobs.rounds import Rounds
from communes.core.jobs.worker import Worker
import pytest
import time


PATH = "/valmont/agents"


class Counting:
    """Three steps to a round; what it knows stands in the database."""

    def __init__(self):
        self.rounds = 0
        self.fails = []

    def next_at(self, site):
        return getattr(site, "next_round", 0.0)

    def begin(self, site):
        self.rounds += 1
        return Round(self)


class Round:
    def __init__(self, counting):
        self.counting = counting
        self.left = 3

    def step(self, site):
        if self.counting.fails:
            raise self.counting.fails.pop()
        self.left -= 1
        if not self.left:
            site.next_round = time.time() + 1000
            site._p_jar.transaction_manager.commit()
        return bool(self.left)


@pytest.fixture
def counting(register):
    return register(Counting(), IPeriodicWork, "counting")


def test_a_round_is_taken_in_steps_and_the_next_one_waits(app, counting):
    rounds = Rounds(app)
    assert [rounds.step(PATH) for _ in range(5)] == [1, 1, 1, 0, 0]
    assert counting.rounds == 1
    assert 900 < rounds.next_visit(PATH) - time.time() <= 1000


def test_another_worker_does_not_go_round_again(app, counting):
    first, second = Rounds(app), Rounds(app)
    second._due[PATH, "counting"] = 0.0
    while first.step(PATH):
        pass
    second.step(PATH)
    assert counting.rounds == 1
    assert second.next_visit(PATH) > time.time() + 900


def test_what_is_silent_is_asked_later_and_goes_on_from_there(app, counting):
    rounds = Rounds(app)
    rounds.step(PATH)
    counting.fails.append(Unavailable("no answer"))
    rounds.step(PATH)
    assert rounds.step(PATH) == 0
    assert rounds.next_visit(PATH) > time.time() + AGAIN_SECONDS - 10
    rounds._due[PATH, "counting"] = 0.0
    assert [rounds.step(PATH) for _ in range(3)] == [1, 1, 0]
    assert counting.rounds == 1


def test_a_round_that_fails_begins_anew_and_holds_up_nothing(app, counting):
    rounds = Rounds(app)
    rounds.step(PATH)
    counting.fails.append(ValueError("broken"))
    assert rounds.step(PATH) == 1
    rounds._due[PATH, "counting"] = 0.0
    rounds.step(PATH)
    assert counting.rounds == 2


def test_a_worker_goes_round_when_it_has_nothing_else_to_do(app, counting):
    worker = Worker(app)
    assert [worker.turn() > 0 for _ in range(4)] == [True, True, True, False]
    assert worker._next_visit > time.time() + 900
