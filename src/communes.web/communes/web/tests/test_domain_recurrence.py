"""A rule gives the days that python-dateutil gives, from any day on."""

from communes.web.domain.errors import BadRecurrence
from communes.web.domain.recurrence.days import walls
from communes.web.domain.recurrence.rule import Frequency
from communes.web.domain.recurrence.rule import read_rule
from communes.web.domain.recurrence.rule import Rule
from communes.web.domain.recurrence.rule import Weekday
from communes.web.domain.recurrence.rule import WEEKDAYS
from communes.web.domain.recurrence.rule import write_rule
from datetime import datetime
from datetime import timedelta
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import islice
import pytest
import time


FEW = settings(max_examples=60, deadline=None)
LONG = timedelta(days=1500)


def ours(text, start, since=None, until=None):
    since = since or start
    return list(walls(read_rule(text), start, since, until or since + LONG))


def theirs(text, start, since, until):
    return rrulestr(text, dtstart=start).between(since, until, inc=True)


def distinct(low, high, most):
    values = st.integers(low, high).filter(bool)
    return st.lists(values, unique=True, max_size=most).map(
        lambda found: tuple(sorted(found))
    )


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(list(Frequency)))
    months = draw(distinct(1, 12, 3))
    long = frequency in (Frequency.MONTHLY, Frequency.YEARLY)
    by_year = frequency is Frequency.YEARLY and not months
    most = 53 if by_year else 5
    nth = st.integers(-most, most) if long else st.just(0)
    days = draw(st.lists(st.tuples(nth, st.integers(0, 6)), unique=True, max_size=3))
    plain = frequency is not Frequency.WEEKLY
    month_days = draw(distinct(-31, 31, 3)) if plain else ()
    positions = draw(distinct(-4, 4, 2)) if days or month_days or months else ()
    return Rule(
        frequency,
        draw(st.integers(1, 5)),
        draw(st.none() | st.integers(1, 40)),
        None,
        tuple(Weekday(day, nth) for nth, day in sorted(days)),
        month_days,
        months,
        positions,
        draw(st.integers(0, 6)),
    )


# At noon: no change of clocks there, dateutil knows walls only.
starts = st.dates(datetime(2016, 1, 1).date(), datetime(2024, 12, 31).date()).map(
    lambda day: datetime(day.year, day.month, day.day, 12)
)


@FEW
@given(rules(), starts, st.integers(0, 2500))
def test_a_rule_gives_the_days_dateutil_gives(rule, start, later):
    text = write_rule(rule)
    since = start + timedelta(days=later)
    until = since + LONG
    assert ours(text, start, since, until) == theirs(text, start, since, until)


@FEW
@given(rules())
def test_a_rule_is_read_as_it_is_written(rule):
    assert read_rule(write_rule(rule)) == rule


@FEW
@given(rules(), starts, st.integers(0, 2500))
def test_beginning_later_gives_the_same_days(rule, start, later):
    text, since = write_rule(rule), start + timedelta(days=later)
    until = since + LONG
    whole = ours(text, start, start, until)
    assert ours(text, start, since, until) == [one for one in whole if one >= since]


@pytest.mark.parametrize(
    "until", ["20260131", "20260130T120000", "20260130T110000Z", "20260201T000000Z"]
)
def test_an_end_is_the_last_day(until):
    start = datetime(2026, 1, 28, 12)
    found = ours(f"FREQ=DAILY;UNTIL={until}", start)
    days = [one.day for one in found]
    assert days == ([28, 29, 30, 31] if until not in _THIRTIETH else [28, 29, 30])
    assert write_rule(read_rule(f"FREQ=DAILY;UNTIL={until}")).endswith(f"UNTIL={until}")


_THIRTIETH = ("20260130T120000", "20260130T110000Z")


def test_an_end_in_utc_follows_the_clocks():
    """Noon in July is ten hours UTC: 105959Z is before 12:59:59 on the wall."""
    start = datetime(2026, 7, 1, 13)
    assert len(ours("FREQ=DAILY;UNTIL=20260703T105959Z", start)) == 2
    assert len(ours("FREQ=DAILY;UNTIL=20260703T110000Z", start)) == 3


def test_a_wall_that_is_jumped_over_is_none_and_does_not_count():
    found = ours("FREQ=DAILY;COUNT=3", datetime(2026, 3, 28, 2, 30))
    assert [one.day for one in found] == [28, 30, 31]


def test_the_last_friday_and_the_fifth_monday():
    friday = ours("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", datetime(2026, 1, 30, 20))
    assert [(one.month, one.day) for one in friday] == [(1, 30), (2, 27), (3, 27)]
    fifth = ours("FREQ=MONTHLY;BYDAY=5MO;COUNT=2", datetime(2026, 3, 30, 20))
    assert [(one.month, one.day) for one in fifth] == [(3, 30), (6, 29)]


def test_the_thirty_first_is_not_the_thirtieth():
    found = ours("FREQ=MONTHLY;COUNT=4", datetime(2026, 1, 31, 9))
    assert [one.month for one in found] == [1, 3, 5, 7]


def test_a_leap_day_comes_every_fourth_year():
    start = datetime(2024, 2, 29, 9)
    found = ours("FREQ=YEARLY", start, start, datetime(2041, 1, 1))
    assert [one.year for one in found] == [2024, 2028, 2032, 2036, 2040]


def test_a_rule_of_eight_thousand_years_ago_costs_nothing():
    start = datetime(1, 1, 1, 12)
    since = datetime(2026, 11, 23)
    began = time.process_time()
    for text in ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"):
        found = walls(read_rule(text), start, since, since + 4 * timedelta(days=366))
        assert len(list(islice(found, 3))) == 3
    assert time.process_time() - began < 1


def test_a_rule_without_days_ends():
    start = datetime(2026, 1, 1, 12)
    assert ours("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start) == []
    late = datetime(9990, 1, 1, 12)
    for name in Frequency:
        found = walls(read_rule(f"FREQ={name.value}"), late, late, datetime.max)
        assert next(found) == late
        assert max(found, default=late) < datetime.max


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ""),
        ("FREQ=HOURLY", "FREQ=HOURLY"),
        ("INTERVAL=2", "FREQ="),
        ("FREQ=DAILY;BYHOUR=3", "BYHOUR=3"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=DAILY;COUNT=9999", "COUNT=9999"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "COUNT=2"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230"),
        ("FREQ=DAILY;UNTIL=demain", "UNTIL=DEMAIN"),
        ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY=1MO"),
        ("FREQ=MONTHLY;BYDAY=6MO", "BYDAY=6MO"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY=3"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=", "BYMONTHDAY="),
        ("FREQ=MONTHLY;BYMONTHDAY=1,", "BYMONTHDAY=1,"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS=1"),
        ("FREQ=WEEKLY;WKST=XX", "WKST=XX"),
    ],
)
def test_what_is_no_rule_is_refused_by_its_part(text, place):
    with pytest.raises(BadRecurrence) as caught:
        read_rule(text)
    assert caught.value.values["place"] == place


@FEW
@given(st.text(max_size=60))
def test_any_text_is_a_rule_or_is_refused(text):
    try:
        assert read_rule(text).frequency in Frequency
    except BadRecurrence as refused:
        assert refused.field == "rule"


def test_the_names_of_days_are_those_of_the_standard():
    assert WEEKDAYS == ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
