"""A year of meetings: who could attend, who did, what they said, as one or not."""

from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Passage
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.statistics.year import groups_of
from communes.deliberations.domain.statistics.year import Held
from communes.deliberations.domain.statistics.year import members_of
from communes.deliberations.domain.statistics.year import percent
from communes.deliberations.domain.tally import VoteValue
from communes.deliberations.domain.votes import PublicVote
from datetime import date
from fractions import Fraction
from hypothesis import given
from hypothesis import strategies as st


A = Seat("a", "Maud Hennaux", group="ensemble")
B = Seat("b", "Luc Tinant", group="ensemble")
C = Seat("c", "Pauline Gérouville", group="alternative")
DG = Seat("dg", "Benoît Quoilin", votes=False)
PRESENCES = st.sampled_from(list(Presence))


def held(*, order=("1", "2"), votes=(), passages=(), withdrawals=(), **presences):
    roll = RollCall(
        seats=(A, B, C, DG),
        presences=presences,
        passages=passages,
        withdrawals=withdrawals,
        order=order,
    )
    return Held(date(2026, 5, 4), roll, votes)


def voted(**values):
    seats = {"a": A, "b": B, "c": C}
    return PublicVote(tuple((seats[who], value) for who, value in values.items()))


def test_each_member_is_told_with_the_meetings_of_their_mandate():
    here, away = Presence.PRESENT, Presence.EXCUSED
    found = members_of([held(a=here, b=away), held(a=here, b=here)])
    assert [one.seat.id for one in found] == ["a", "b", "c"]
    a, b, c = found
    assert (a.meetings, a.present, percent(a.rate)) == (2, 2, 100)
    assert (b.present, b.excused, b.absent, percent(b.rate)) == (1, 1, 0, 50)
    assert (c.present, c.absent) == (0, 2)


def test_a_member_who_comes_late_attended_for_the_items_they_heard():
    late = Passage("b", Movement.ARRIVES, "2")
    (_a, b, _c) = members_of([held(b=Presence.ABSENT, passages=(late,))])
    assert (b.present, b.absent, b.under_way, b.items, b.items_of) == (1, 0, 1, 1, 2)


def test_an_interest_is_told_and_takes_one_item_away():
    (a, _b, _c) = members_of([held(a=Presence.PRESENT, withdrawals=(("1", "a"),))])
    assert (a.present, a.items, a.withdrawals) == (1, 1, 1)


def test_the_voices_of_a_member_are_counted_by_what_they_said():
    yes, no = VoteValue.YES, VoteValue.NO
    votes = (voted(a=yes, c=no), voted(a=yes, c=VoteValue.NOT_ENCODED))
    a, _b, c = members_of([held(votes=votes)])
    assert (a.voices, c.voices) == ({yes: 2}, {no: 1})


def test_a_group_that_splits_in_two_has_no_cohesion_and_one_voice_tells_none():
    yes, no = VoteValue.YES, VoteValue.NO
    votes = (voted(a=yes, b=no, c=yes), voted(a=yes, b=yes, c=no))
    (group,) = groups_of([held(votes=votes)])
    assert (group.name, group.votes, group.cohesion) == ("ensemble", 2, Fraction(1, 2))


@given(st.lists(st.tuples(PRESENCES, PRESENCES, PRESENCES), max_size=12))
def test_every_meeting_of_a_member_is_counted_once(year):
    meetings = [held(a=a, b=b, c=c) for a, b, c in year]
    for one in members_of(meetings):
        total = one.present + one.excused + one.absent + one.replaced
        assert total == one.meetings == len(year)
        assert 0 <= one.rate <= 1
