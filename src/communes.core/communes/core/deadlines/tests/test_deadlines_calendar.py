"""Easter and the ten public holidays, by published dates and by property."""

from communes.core.deadlines.domain.holidays import easter
from communes.core.deadlines.domain.holidays import legal_rules
from communes.core.deadlines.domain.holidays import public_holidays
from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


YEARS = st.integers(min_value=1975, max_value=2400)


@pytest.mark.parametrize(
    "day",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ],
)
def test_easter_falls_on_the_published_day(day):
    assert easter(day.year) == day


@given(YEARS)
def test_easter_is_a_sunday_between_22_march_and_25_april(year):
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_holidays_of_2026_are_the_ten_published_days():
    assert sorted(public_holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 7, 21),
        date(2026, 8, 15),
        date(2026, 11, 1),
        date(2026, 11, 11),
        date(2026, 12, 25),
    ]


def test_two_holidays_on_one_day_are_one_day_off():
    assert easter(2160) == date(2160, 3, 23)
    assert date(2160, 5, 1) in public_holidays(2160)
    assert len(public_holidays(2160)) == 9


def test_every_holiday_says_its_source():
    assert all(rule.source and rule.starts for rule in legal_rules())


def test_calendar_says_why_nobody_works():
    calendar = WorkingCalendar(frozenset({date(2026, 12, 24)}))
    assert calendar.why_closed(date(2026, 12, 23)) is None
    assert calendar.why_closed(date(2026, 12, 24)) == (
        "jour de fermeture de l'administration"
    )
    assert calendar.why_closed(date(2026, 12, 25)) == "jour férié (Noël)"
    assert calendar.why_closed(date(2026, 12, 26)) == "samedi"


@given(st.dates(min_value=date(1975, 1, 1), max_value=date(2400, 1, 1)))
def test_first_working_day_is_never_before_and_always_open(day):
    calendar = WorkingCalendar()
    found = calendar.first_working(day)
    assert found >= day
    assert calendar.is_working(found)
    assert (found == day) == calendar.is_working(day)
