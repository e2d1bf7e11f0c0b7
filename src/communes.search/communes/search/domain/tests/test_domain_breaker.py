from communes.search.domain.breaker import Circuit
from communes.search.domain.breaker import Limits
from communes.search.domain.breaker import State
from hypothesis import given
from hypothesis import strategies as st


LIMITS = Limits(failures=3, first_wait=2, longest_wait=15, probe_limit=10)


def opened(now=100.0):
    return Circuit(LIMITS).failed(now, timed_out=True)


def test_it_opens_after_failures_in_a_row_only():
    circuit = Circuit(LIMITS).failed(1).failed(2)
    assert circuit.state is State.CLOSED
    assert circuit.failed(3).state is State.OPEN
    assert circuit.succeeded().failed(3).failed(4).state is State.CLOSED


def test_a_time_out_opens_it_at_once():
    assert opened().state is State.OPEN


def test_a_probe_is_due_after_the_wait_and_only_one():
    circuit = opened(100)
    assert not circuit.is_probe_due(101.9)
    assert circuit.is_probe_due(102)
    probing = circuit.probing(102)
    assert probing.state is State.HALF_OPEN
    assert not probing.is_probe_due(103)


def test_a_probe_that_is_lost_makes_room_for_another():
    assert opened(100).probing(102).is_probe_due(112)


def test_each_failed_probe_doubles_the_wait_up_to_a_limit():
    circuit, waits = opened(0), []
    for _ in range(5):
        now = circuit.retry_at
        circuit = circuit.probing(now).failed(now)
        waits.append(circuit.wait)
    assert waits == [4, 8, 15, 15, 15]


def test_a_probe_that_succeeds_closes_it_and_forgets():
    assert opened().probing(102).succeeded() == Circuit(LIMITS)


def test_a_late_failure_does_not_put_the_probe_off():
    circuit = opened(100)
    assert circuit.failed(101, timed_out=True) == circuit


@given(
    st.lists(
        st.tuples(st.sampled_from("sftp"), st.floats(0, 60, allow_nan=False)),
        max_size=60,
    )
)
def test_it_never_stays_open_for_good(steps):
    circuit, now = Circuit(LIMITS), 0.0
    for step, passed in steps:
        now += passed
        if step == "s" and circuit.state is not State.OPEN:
            circuit = circuit.succeeded()
        elif step == "p" and circuit.is_probe_due(now):
            circuit = circuit.probing(now)
        elif step in "ft":
            circuit = circuit.failed(now, step == "t")
        soon = now + max(LIMITS.longest_wait, LIMITS.probe_limit)
        assert circuit.state is State.CLOSED or circuit.is_probe_due(soon)
