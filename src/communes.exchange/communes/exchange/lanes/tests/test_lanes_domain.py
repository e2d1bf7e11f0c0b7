"""Messages of one subject go in order; a refused one holds its own subject only."""

from communes.exchange.lanes.domain.state import ready
from communes.exchange.lanes.domain.state import State
from hypothesis import given
from hypothesis import strategies as st


W, D, R, X = State.WAITING, State.DONE, State.REFUSED, State.DROPPED


def test_a_refused_message_holds_those_behind_it():
    assert ready([(1, D), (2, W), (3, R), (4, W)], 10) == [2]
    assert ready([(1, R), (2, W)], 10) == []
    assert ready([(1, X), (2, W), (3, W)], 1) == [2]


@given(st.lists(st.sampled_from(list(State))), st.integers(1, 5))
def test_nothing_overtakes(states, most):
    line = list(enumerate(states, start=1))
    found = ready(line, most)
    assert found == sorted(found) and len(found) <= most
    if found:
        before = states[: found[-1] - 1]
        assert R not in before
        waiting = [n for n, state in line[: found[-1]] if state is W]
        assert found == waiting[:most]
