"""Who is in the room at an item follows from the roll, and no vote contradicts it."""

from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Passage
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.attendance import present_at
from communes.deliberations.domain.attendance import present_members
from communes.deliberations.domain.attendance import RollCall
from communes.deliberations.domain.attendance import Seat
from communes.deliberations.domain.attendance import voters_at
from communes.deliberations.domain.attendance_change import contradictions
from communes.deliberations.domain.attendance_change import with_passage
from communes.deliberations.domain.attendance_change import with_presence
from communes.deliberations.domain.attendance_change import with_replacement
from communes.deliberations.domain.attendance_change import with_withdrawal
from communes.deliberations.domain.attendance_change import without_seat
from communes.deliberations.domain.errors import AttendanceRefused
from communes.deliberations.domain.errors import NotOnAgenda
from communes.deliberations.domain.errors import UnknownSeat
from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.quorum import quorum
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


SEATS = (
    Seat("bourgmestre", "Anne Lejeune", group="majorite"),
    Seat("echevin", "Paul Dubois", group="majorite"),
    Seat("conseiller", "Zoé Henry", group="opposition"),
    Seat("dg", "Marc Noël", votes=False),
)
ROLL = RollCall(
    SEATS,
    {
        "bourgmestre": Presence.PRESENT,
        "echevin": Presence.EXCUSED,
        "conseiller": Presence.PRESENT,
        "dg": Presence.PRESENT,
    },
    order=("1", "2", "3"),
)
LAW = in_force("quorum", "conseil", date(2023, 5, 22))


def ids(seats):
    return [seat.id for seat in seats]


def test_the_secretary_is_there_without_a_vote():
    assert ids(present_at(ROLL, "1")) == ["bourgmestre", "conseiller", "dg"]
    assert ids(voters_at(ROLL, "1")) == ["bourgmestre", "conseiller"]
    assert ROLL.in_office == 3
    assert ids(present_members(ROLL)) == ["bourgmestre", "conseiller"]


def test_who_is_not_encoded_is_not_there():
    assert present_at(RollCall(SEATS, order=("1",)), "1") == ()


def test_a_late_member_votes_from_the_item_of_arrival():
    roll = with_passage(ROLL, Passage("echevin", Movement.ARRIVES, "2"), {})
    assert "echevin" not in ids(voters_at(roll, "1"))
    assert "echevin" in ids(voters_at(roll, "2"))
    gone = with_passage(roll, Passage("echevin", Movement.LEAVES, "3"), {})
    assert "echevin" not in ids(voters_at(gone, "3"))


def test_passages_follow_the_agenda_whatever_order_they_were_noted_in():
    passages = (
        Passage("conseiller", Movement.ARRIVES, "3"),
        Passage("conseiller", Movement.LEAVES, "2"),
    )
    roll = RollCall(SEATS, ROLL.presences, passages, order=ROLL.order)
    there = ["conseiller" in ids(present_at(roll, item)) for item in roll.order]
    assert there == [True, False, True]


def test_an_interested_member_leaves_for_that_item_only():
    roll = with_withdrawal(ROLL, "2", "conseiller", {})
    assert [len(voters_at(roll, item)) for item in roll.order] == [2, 1, 2]


def test_a_substitute_votes_in_the_place_of_the_member():
    seats = (*SEATS, Seat("suppleant", "Luc Petit"))
    roll = with_replacement(
        RollCall(seats, ROLL.presences, order=ROLL.order), "echevin", "suppleant", {}
    )
    assert "suppleant" in ids(voters_at(roll, "1"))
    assert roll.in_office == 3
    back = with_presence(roll, "echevin", Presence.EXCUSED, {})
    assert back.replacements == {}


VOTES = {"2": ["bourgmestre", "conseiller"]}


def test_a_voter_who_voted_is_not_set_absent():
    with pytest.raises(AttendanceRefused) as refused:
        with_presence(ROLL, "conseiller", Presence.ABSENT, VOTES)
    assert str(refused.value) == (
        "Zoé Henry a voté au 2e point de la séance : retirez d'abord ce vote."
    )
    with pytest.raises(AttendanceRefused, match="au 1er point de la séance"):
        with_presence(ROLL, "conseiller", Presence.ABSENT, {"1": ["conseiller"]})
    assert with_presence(ROLL, "echevin", Presence.ABSENT, VOTES).presences[
        "echevin"
    ] is (Presence.ABSENT)


@pytest.mark.parametrize("item", ["1", "2"])
def test_a_voter_who_voted_has_not_left_before(item):
    leaving = Passage("conseiller", Movement.LEAVES, item)
    with pytest.raises(AttendanceRefused):
        with_passage(ROLL, leaving, VOTES)


def test_a_voter_may_leave_after_having_voted():
    leaving = Passage("conseiller", Movement.LEAVES, "3")
    assert contradictions(with_passage(ROLL, leaving, VOTES), VOTES) == ()


def test_an_interested_member_has_not_voted():
    with pytest.raises(AttendanceRefused):
        with_withdrawal(ROLL, "2", "conseiller", VOTES)


def test_a_seat_in_use_is_not_taken_away():
    with pytest.raises(AttendanceRefused, match="Zoé Henry figure déjà"):
        without_seat(ROLL, "conseiller", VOTES)
    assert "echevin" not in ids(without_seat(ROLL, "echevin", VOTES).seats)


def test_unknown_seats_and_items_are_refused():
    with pytest.raises(UnknownSeat, match="« maire »"):
        with_presence(ROLL, "maire", Presence.PRESENT, {})
    with pytest.raises(NotOnAgenda):
        present_at(ROLL, "9")
    with pytest.raises(NotOnAgenda):
        with_withdrawal(ROLL, "9", "conseiller", {})
    with pytest.raises(NotOnAgenda):
        with_passage(ROLL, Passage("conseiller", Movement.LEAVES, "9"), {})


def test_thirteen_of_fifteen_make_the_quorum():
    found = quorum("majority_in_office", LAW, 13, 15)
    assert found.reached
    assert found.required == 8
    assert found.sentence == (
        "Le quorum est atteint : 13 membres présents sur 15 en fonction, "
        "8 requis (CDLD, art. L1122-17)."
    )


def test_half_of_the_members_is_not_a_majority():
    assert not quorum("majority_in_office", LAW, 7, 14).reached


def test_the_third_call_needs_no_quorum():
    assert not quorum("majority_in_office", LAW, 3, 15, call=2).reached
    assert quorum("majority_in_office", LAW, 3, 15, call=3).reached


def test_an_assembly_without_quorum_always_decides():
    assert quorum("none", LAW, 0, 15).reached
    assert quorum("majority_in_office", None, 0, 15).reached


@given(
    present=st.integers(0, 40), more=st.integers(0, 40), in_office=st.integers(0, 40)
)
def test_more_members_never_break_a_quorum(present, more, in_office):
    if quorum("majority_in_office", LAW, present, in_office).reached:
        assert quorum("majority_in_office", LAW, present + more, in_office).reached


@given(
    presences=st.fixed_dictionaries(
        {seat.id: st.sampled_from(Presence) for seat in SEATS}
    ),
    passages=st.lists(
        st.builds(
            Passage,
            st.sampled_from([seat.id for seat in SEATS]),
            st.sampled_from(Movement),
            st.sampled_from(["1", "2", "3"]),
        ),
        max_size=6,
    ),
)
def test_voters_are_always_among_those_in_the_room(presences, passages):
    roll = RollCall(SEATS, presences, tuple(passages), order=("1", "2", "3"))
    for item in roll.order:
        room = present_at(roll, item)
        assert set(voters_at(roll, item)) <= set(room)
        assert [seat for seat in SEATS if seat in room] == list(room)
        voted = {item: ids(voters_at(roll, item))}
        assert contradictions(roll, voted) == ()


def test_values_read_back_from_storage_as_plain_words_mean_the_same():
    presences = {seat: str(value) for seat, value in ROLL.presences.items()}
    passages = (Passage("conseiller", "leaves", "2"),)
    roll = RollCall(SEATS, presences, passages, order=ROLL.order)
    assert ids(voters_at(roll, "1")) == ["bourgmestre", "conseiller"]
    assert ids(voters_at(roll, "2")) == ["bourgmestre"]
    assert ids(roll.standing(Presence.EXCUSED)) == ["echevin"]
