"""A matter over several meetings: ties of the college, third calls of the council."""

from communes.core.access.catalog import object_by_uid
from communes.deliberations import api as door
from communes.deliberations.api import reading
from communes.deliberations.domain.majority import Result
from communes.deliberations.tests import builders
from communes.deliberations.workflow.matter import ties_before
from communes.deliberations.workflow.matter import times_listed
from communes.deliberations.workflow.outcome import quorum_of
from datetime import datetime


PRESIDENT_AND_ONE = ("bourgmestre", "echevin-1")
OTHERS = ("conseiller-1", "conseiller-2")


def held(item, number: int, organ: str = "college", call: int = 1, seats=None):
    """Return the meeting at which the item is dealt with, its roll called."""
    meeting = builders.meeting(organ, datetime(2023, 5, number, 9))
    with builders.as_user("directeur-general"):
        if call > 1:
            door.edit_meeting(meeting, {"call": call})
        door.present(item, meeting)
        door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
        there = seats or (*PRESIDENT_AND_ONE, *OTHERS)
        door.set_presences(meeting, dict.fromkeys(there, "present"))
    return meeting


def tie(item) -> None:
    with builders.as_user("directeur-general"):
        door.encode_public_vote(
            item,
            {
                **dict.fromkeys(PRESIDENT_AND_ONE, "yes"),
                **dict.fromkeys(OTHERS, "no"),
            },
        )


def again(item):
    """Return the copy that comes back at a later meeting."""
    with builders.as_user("directeur-general"):
        door.do_transition(item, "postpone_next_meeting")
    (uid,) = item.successor_uids
    return object_by_uid(uid)


def test_a_third_tie_in_the_college_lets_the_president_settle_it_l1123_22(town):
    item = builders.validated("college")
    for number, expected in ((2, Result.POSTPONED), (9, Result.POSTPONED)):
        held(item, number)
        tie(item)
        with builders.as_user("directeur-general"):
            assert door.votes(item).outcome.result is expected
        item = again(item)
    assert ties_before(item) == 2
    held(item, 16)
    tie(item)
    with builders.as_user("directeur-general"):
        outcome = door.votes(item).outcome
    assert outcome.result is Result.ADOPTED
    assert "voix du président" in outcome.explanation


def test_a_third_call_needs_no_quorum_for_items_listed_a_third_time_l1122_17(town):
    seats = ("bourgmestre",)
    item, fresh = builders.validated(), builders.validated(title="Nouveau")
    first = held(item, 2, "conseil", seats=seats)
    assert not quorum_of(item, first).reached
    item = again(item)
    second = held(item, 9, "conseil", call=2, seats=seats)
    assert not quorum_of(item, second).reached
    item = again(item)
    assert times_listed(item) == 3
    third = builders.meeting("conseil", datetime(2023, 5, 16, 9))
    with builders.as_user("directeur-general"):
        door.edit_meeting(third, {"call": 3})
        door.present(item, third)
        door.present(fresh, third)
        door.do_transition(third, "freeze")
        door.set_presences(third, dict.fromkeys(seats, "present"))
        assert quorum_of(item, third).reached
        assert not quorum_of(fresh, third).reached
        assert reading.quorum_at(third, item.UID()).required == 0
        assert reading.quorum_at(third, fresh.UID()).required == 3


def test_what_travelled_from_another_assembly_is_no_earlier_listing(town):
    item = builders.validated("college", send_to=("conseil",))
    held(item, 2)
    with builders.as_user("directeur-general"):
        door.do_transition(item, "accept")
    (uid,) = item.successor_uids
    copy = object_by_uid(uid)
    assert (times_listed(copy), ties_before(copy)) == (1, 0)
