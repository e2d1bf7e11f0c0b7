"""Each rule of the legal clock, by its article, with the days it counts."""

from communes.deliberations.domain.law import in_force
from communes.deliberations.domain.law import rules
from communes.deliberations.domain.legal_clock.clock import ClockFacts
from communes.deliberations.domain.legal_clock.clock import legal_clock
from communes.deliberations.domain.legal_clock.clock import Term
from communes.deliberations.domain.legal_clock.clock import TERM_LABELS
from communes.deliberations.domain.legal_clock.clock import TermStanding
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


MEETING = date(2026, 12, 14)
COUNCIL = ClockFacts(
    "conseil", MEETING, today=date(2026, 11, 23), inhabitants=9800, call=1
)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def line(facts, term, alarm_days=3):
    found = [one for one in legal_clock(facts, alarm_days) if one.term is term]
    return found[0] if found else None


def test_the_council_is_convened_seven_clear_days_before_l1122_13():
    found = line(COUNCIL, Term.CONVOCATION)
    assert found.deadline.date == date(2026, 12, 6)
    assert found.counted == (date(2026, 12, 7), date(2026, 12, 13))
    assert found.excluded == (date(2026, 12, 6), MEETING)
    assert (found.days, found.days_left) == (7, 13)
    assert found.rule.article == "CDLD, art. L1122-13"


@pytest.mark.parametrize("call", [2, 3])
def test_a_repeated_convocation_needs_two_clear_days_l1122_13(call):
    found = line(replace(COUNCIL, call=call), Term.CONVOCATION)
    assert found.deadline.date == date(2026, 12, 11)


def test_reasoned_urgency_spares_the_clear_days_l1122_13():
    urgent = replace(COUNCIL, urgent=True, today=date(2026, 12, 12))
    assert line(urgent, Term.CONVOCATION).standing is TermStanding.EXEMPT
    assert line(urgent, Term.DRAFTS).standing is TermStanding.EXEMPT
    assert not any(one.alarms for one in legal_clock(urgent))


def test_a_councillor_adds_an_item_five_clear_days_before_l1122_24():
    found = line(COUNCIL, Term.ADDITIONS)
    assert found.deadline.date == date(2026, 12, 8)
    after = replace(COUNCIL, today=date(2026, 12, 9))
    assert line(after, Term.ADDITIONS).standing is TermStanding.PASSED


@pytest.mark.parametrize(
    ("day", "inhabitants", "bound"),
    [
        (date(2022, 8, 31), 60000, False),
        (date(2022, 9, 1), 50000, True),
        (date(2022, 9, 1), 49999, False),
        (date(2023, 4, 1), 12000, True),
        (date(2023, 4, 1), 11999, False),
        (date(2023, 10, 1), 900, True),
    ],
)
def test_drafts_are_public_by_size_and_date_decree_of_18_may_2022(
    day, inhabitants, bound
):
    found = line(
        replace(COUNCIL, day=day, today=day, inhabitants=inhabitants), Term.DRAFTS
    )
    assert (found is not None) is bound
    if found:
        assert found.deadline.date == day - timedelta(days=6)


def test_an_extra_meeting_of_the_college_is_convened_two_clear_days_before():
    college = replace(COUNCIL, organ="college")
    assert line(college, Term.EXTRA_CONVOCATION) is None
    extra = line(replace(college, extraordinary=True), Term.EXTRA_CONVOCATION)
    assert extra.deadline.date == date(2026, 12, 11)
    assert line(college, Term.CONVOCATION) is None


def test_the_minutes_are_approved_at_the_next_meeting_l1122_16():
    held = replace(
        COUNCIL, next_meeting=date(2027, 1, 25), today=date(2027, 1, 23), closed=True
    )
    assert line(COUNCIL, Term.APPROVAL) is None
    assert line(held, Term.APPROVAL).standing is TermStanding.PRESSING
    late = replace(held, today=date(2027, 1, 26))
    assert line(late, Term.APPROVAL).standing is TermStanding.LATE
    done = replace(late, approved_on=date(2027, 1, 25))
    assert line(done, Term.APPROVAL).standing is TermStanding.DONE


def test_no_minutes_press_before_the_meeting_was_held():
    soon = replace(COUNCIL, next_meeting=date(2026, 12, 15), today=date(2026, 12, 13))
    assert line(soon, Term.APPROVAL).standing is TermStanding.COMING


@pytest.mark.parametrize(
    ("today", "convoked_on", "standing"),
    [
        (date(2026, 12, 2), None, TermStanding.COMING),
        (date(2026, 12, 3), None, TermStanding.PRESSING),
        (date(2026, 12, 6), None, TermStanding.PRESSING),
        (date(2026, 12, 7), None, TermStanding.LATE),
        (date(2026, 12, 15), None, TermStanding.NOT_NOTED),
        (date(2026, 12, 7), date(2026, 12, 6), TermStanding.DONE),
        (date(2026, 12, 8), date(2026, 12, 7), TermStanding.DONE_LATE),
    ],
)
def test_a_term_presses_then_is_late_then_done(today, convoked_on, standing):
    facts = replace(COUNCIL, today=today, convoked_on=convoked_on)
    assert line(facts, Term.CONVOCATION).standing is standing


@given(DAYS, DAYS)
def test_every_term_is_before_its_meeting_and_counts_its_days(day, today):
    facts = replace(COUNCIL, day=day, today=today)
    for one in legal_clock(facts):
        assert one.deadline.date < day
        first, last = one.counted
        assert (last - first).days + 1 == one.days
        assert set(one.excluded).isdisjoint({first, last})


@given(DAYS)
def test_terms_come_in_their_order_and_have_a_name(day):
    found = legal_clock(replace(COUNCIL, day=day, next_meeting=day + timedelta(30)))
    assert [one.deadline.date for one in found] == sorted(
        one.deadline.date for one in found
    )
    assert all(TERM_LABELS[one.term] for one in found)


def test_every_row_of_the_law_has_a_source():
    assert [one.id for one in rules() if not one.source or not one.article] == []
    assert in_force("drafts", "conseil", date(2022, 9, 1), 100) is None
