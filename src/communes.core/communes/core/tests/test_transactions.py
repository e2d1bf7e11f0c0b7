"""Work that meets a conflict is run again, and only then."""

from communes.core.transactions import run_with_retries
import pytest
import transaction
from transaction.interfaces import TransientError


def conflicting(times):
    """Return a work that meets ``times`` conflicts before it succeeds."""
    runs = []

    def work():
        runs.append(transaction.get())
        if len(runs) <= times:
            raise TransientError
        return len(runs)

    return work


def test_work_is_run_again_until_it_commits():
    pauses = []
    assert run_with_retries(conflicting(3), pause=pauses.append) == 4
    assert len(pauses) == 3
    assert all(0 <= pause <= 0.04 for pause in pauses)


def test_the_last_conflict_is_told():
    with pytest.raises(TransientError):
        run_with_retries(conflicting(3), attempts=3, pause=lambda seconds: None)


def test_another_error_is_not_tried_again_and_leaves_nothing_open():
    runs = []

    def work():
        runs.append(transaction.get())
        raise KeyError("x")

    with pytest.raises(KeyError):
        run_with_retries(work)
    assert len(runs) == 1
    assert transaction.get() is not runs[0]


def test_no_attempt_at_all_is_a_mistake():
    with pytest.raises(ValueError, match="at least 1"):
        run_with_retries(lambda: None, attempts=0)
