"""What an intent is, without any database."""

from communes.core.jobs.domain import Entry
from communes.core.jobs.domain import LONGEST_WAIT_SECONDS
from communes.core.jobs.domain import merge_slots
from communes.core.jobs.domain import shard_number
from communes.core.jobs.domain import Slot
from communes.core.jobs.domain import to_intent
from communes.core.jobs.domain import wait_seconds
import pytest
from random import Random
import secrets


A = ("mail", "a")
B = ("mail", "b")


def entry(moment: int, text: str = "{}") -> Entry:
    return (moment, "token", moment, text)


def test_two_requests_made_at_once_are_both_kept():
    assert merge_slots({}, {A: entry(1)}, {B: entry(2)}) == {A: entry(1), B: entry(2)}


def test_of_two_requests_for_one_key_the_later_wins():
    assert merge_slots({}, {A: entry(5)}, {A: entry(3)}) == {A: entry(5)}


@pytest.mark.parametrize("sides", [({}, {A: entry(2)}), ({A: entry(2)}, {})])
def test_a_new_request_survives_the_taking_of_the_old_one(sides):
    assert merge_slots({A: entry(1)}, *sides) == {A: entry(2)}


def test_what_one_side_took_away_stays_away():
    base = {A: entry(1), B: entry(1)}
    assert merge_slots(base, {B: entry(1)}, base) == {B: entry(1)}


def test_merging_does_not_depend_on_who_came_first():
    seed = secrets.randbits(32)
    print("seed", seed)
    random = Random(seed)

    def some() -> dict[Slot, Entry]:
        keys = random.sample("abcdef", random.randint(0, 6))
        return {("mail", key): entry(random.randint(1, 9)) for key in keys}

    for _round in range(500):
        base, one, other = some(), some(), some()
        assert merge_slots(base, one, other) == merge_slots(base, other, one)


def test_waiting_doubles_up_to_five_minutes():
    assert [wait_seconds(failures) for failures in (1, 2, 3, 4)] == [1, 2, 4, 8]
    assert wait_seconds(50) == LONGEST_WAIT_SECONDS == 300


def test_the_shard_of_a_key_is_the_same_in_every_process():
    assert [shard_number(("mail", key), 16) for key in ("a", "b", "c")] == [9, 3, 5]


def test_an_intent_carries_what_was_asked_and_when():
    intent = to_intent(A, (7, "t", 3_000_000_000, '{"to": "x"}'), attempts=2)
    assert (intent.kind, intent.key, intent.payload) == ("mail", "a", {"to": "x"})
    assert (intent.version, intent.asked_at, intent.attempts) == ("7-t", 3.0, 2)
