"""Open now? The answer holds over midnights, holidays and changes of clocks."""

from communes.core.deadlines.domain.holidays import public_holidays
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.clock import exists
from communes.web.domain.clock import first_passing
from communes.web.domain.clock import last_passing
from communes.web.domain.errors import BadHours
from communes.web.domain.errors import BadSchedule
from communes.web.domain.schedule.opening import answer_at
from communes.web.domain.schedule.opening import is_open
from communes.web.domain.schedule.opening import last_change
from communes.web.domain.schedule.opening import next_change
from communes.web.domain.schedule.opening import plan_of
from communes.web.domain.schedule.record import clock
from communes.web.domain.schedule.record import DayHours
from communes.web.domain.schedule.record import Interval
from communes.web.domain.schedule.record import minutes_of
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.schedule.record import read_interval
from communes.web.domain.schedule.record import Schedule
from communes.web.domain.schedule.record import SpecialDays
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


FEW = settings(max_examples=40, deadline=None)
CLOSED = DayHours()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


def openings(*texts: str) -> DayHours:
    return DayHours(tuple(read_interval(one) for one in texts))


def week(hours: DayHours, name="Horaire", **more) -> Schedule:
    return Schedule(name, (hours,) * 5 + (CLOSED,) * 2, **more)


OFFICE = OpeningHours((week(openings("08:30-12:00", "13:30-16:00")),))
BAR = OpeningHours(
    (Schedule("Bar", (openings("18:00-03:00"),) * 7),), closed_on_holidays=False
)


@pytest.mark.parametrize(
    ("moment", "is_it", "change"),
    [
        ("2026-11-23T08:29", False, "2026-11-23T08:30"),
        ("2026-11-23T08:30", True, "2026-11-23T12:00"),
        ("2026-11-23T12:00", False, "2026-11-23T13:30"),
        ("2026-11-27T16:00", False, "2026-11-30T08:30"),
        # A public holiday: Christmas is a Friday, the next day a Saturday.
        ("2026-12-25T09:00", False, "2026-12-28T08:30"),
    ],
)
def test_an_office_says_when_it_opens_and_closes(moment, is_it, change):
    found = answer_at(OFFICE, at(moment))
    assert (found.open, found.change) == (is_it, at(change))


def test_half_past_eight_is_half_past_eight():
    """Hours kept as a fraction showed 8:30 as 8:03."""
    assert minutes_of("08:30") == 510
    assert clock(510) == "08:30"
    assert str(read_interval("08:30-24:00")) == "08:30-24:00"


@given(st.integers(0, 1440))
def test_a_minute_is_read_as_it_is_written(minutes):
    assert minutes_of(clock(minutes)) == minutes


@pytest.mark.parametrize(
    "text", ["", "8:30", "24:01", "12:60", "12.30", "25:00", "08:30:00", "٠٨:٣٠"]
)
def test_what_no_clock_shows_is_refused(text):
    with pytest.raises(BadHours):
        minutes_of(text)


def test_openings_of_a_day_do_not_cross():
    for texts in (("08:00-12:00", "11:00-16:00"), ("18:00-02:00", "20:00-22:00")):
        with pytest.raises(BadHours):
            openings(*texts)
    with pytest.raises(BadHours):
        Interval(600, 600)
    with pytest.raises(BadHours):
        openings("08:00-09:00", "10:00-11:00", "12:00-13:00")


def test_an_opening_belongs_to_the_day_it_begins():
    closed = SpecialDays(date(2026, 11, 24), date(2026, 11, 24), "Inventaire")
    bar = OpeningHours(BAR.schedules, (closed,), False)
    night = answer_at(bar, at("2026-11-24T01:00"))
    assert (night.open, night.change) == (True, at("2026-11-24T03:00"))
    evening = answer_at(bar, at("2026-11-24T20:00"))
    assert (evening.open, evening.reason) == (False, "Inventaire")
    assert evening.change == at("2026-11-25T18:00")


def test_an_exception_beats_a_dated_schedule_that_beats_the_default():
    summer = week(
        openings("07:00-13:00"),
        "Été",
        starts=date(2026, 7, 1),
        ends=date(2026, 8, 31),
    )
    fair = SpecialDays(
        date(2026, 7, 20), date(2026, 7, 20), "Kermesse", (Interval(600, 660),)
    )
    hours = OpeningHours((*OFFICE.schedules, summer), (fair,))
    assert plan_of(hours, date(2026, 6, 30)).intervals[0].opens == 510
    assert plan_of(hours, date(2026, 7, 1)).intervals == (Interval(420, 780),)
    assert plan_of(hours, date(2026, 7, 20)).intervals == (Interval(600, 660),)
    assert plan_of(hours, date(2026, 9, 1)).intervals[0].opens == 510


def test_the_shorter_of_two_dated_schedules_decides():
    year = week(openings("09:00-10:00"), "Année", starts=date(2026, 1, 1))
    june = week(
        openings("10:00-11:00"), "Juin", starts=date(2026, 6, 1), ends=date(2026, 6, 30)
    )
    hours = OpeningHours((year, june))
    assert plan_of(hours, date(2026, 6, 1)).intervals[0].opens == 600


def test_a_public_holiday_is_closed_unless_something_is_written_of_it():
    day = date(2026, 7, 21)
    assert plan_of(OFFICE, day).reason == public_holidays(2026)[day]
    assert plan_of(OFFICE, day).intervals == ()
    open_then = SpecialDays(day, day, "Fête", (Interval(600, 720),))
    hours = OpeningHours(OFFICE.schedules, (open_then,))
    assert is_open(hours, at("2026-07-21T11:00"))
    assert plan_of(OpeningHours(OFFICE.schedules, (), False), day).intervals


def test_hours_by_appointment_are_no_opening():
    called = week(openings("16:00-18:00"), "Sur rendez-vous", by_appointment=True)
    hours = OpeningHours((*OFFICE.schedules, called))
    found = answer_at(hours, at("2026-11-23T17:00"))
    assert (found.open, found.by_appointment) == (False, True)
    assert found.change == at("2026-11-24T08:30")


def test_schedules_that_contradict_each_other_are_refused():
    with pytest.raises(BadSchedule):
        OpeningHours((week(CLOSED, "A"), week(CLOSED, "B")))
    with pytest.raises(BadSchedule):
        Schedule("Six jours", (CLOSED,) * 6)
    with pytest.raises(BadSchedule):
        week(CLOSED, starts=date(2026, 2, 1), ends=date(2026, 1, 1))
    with pytest.raises(BadSchedule):
        SpecialDays(date(2026, 2, 1), date(2026, 1, 1), "À l'envers")


def test_what_never_closes_has_no_change():
    always = OpeningHours(
        (Schedule("24/7", (openings("00:00-24:00"),) * 7),), closed_on_holidays=False
    )
    assert answer_at(always, at("2026-10-25T02:30")).change is None
    assert answer_at(always, at("2026-10-25T02:30")).open
    never = answer_at(OpeningHours(), at("2026-11-23T12:00"))
    assert (never.open, never.change) == (False, None)


def test_a_night_of_october_is_an_hour_longer():
    """At 03:00 summer time the clocks show 02:00 again: the bar is open through."""
    start = datetime(2026, 10, 24, 16, tzinfo=UTC)
    found = answer_at(BAR, start)
    assert found.change == datetime(2026, 10, 25, 2, tzinfo=UTC)
    assert found.change - start == timedelta(hours=10)


def test_a_night_of_march_is_an_hour_shorter():
    start = datetime(2026, 3, 28, 17, tzinfo=UTC)
    found = answer_at(BAR, start)
    assert found.change == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_closing_in_the_hour_that_comes_twice_is_its_second_passing():
    bar = OpeningHours((Schedule("Bar", (openings("18:00-02:30"),) * 7),), (), False)
    for minutes in range(0, 90, 10):
        moment = datetime(2026, 10, 25, 0, tzinfo=UTC) + timedelta(minutes=minutes)
        assert is_open(bar, moment)
    assert not is_open(bar, datetime(2026, 10, 25, 1, 30, tzinfo=UTC))


def test_an_opening_in_the_hour_that_is_jumped_over():
    jumped = Schedule("Nuit", (openings("02:10-02:50"),) * 7)
    hours = OpeningHours((jumped,), (), False)
    before = answer_at(hours, at("2026-03-28T12:00"))
    assert before.change == at("2026-03-30T02:10")
    long = OpeningHours((Schedule("Nuit", (openings("02:10-05:00"),) * 7),), (), False)
    assert answer_at(long, at("2026-03-28T12:00")).change == at("2026-03-29T03:00")


# Around both changes of the clocks, midnights and Christmas.
moments = st.one_of(
    st.datetimes(datetime(2026, 3, 27), datetime(2026, 4, 1)),
    st.datetimes(datetime(2026, 10, 23), datetime(2026, 10, 28)),
    st.datetimes(datetime(2026, 12, 23), datetime(2027, 1, 3)),
).map(lambda one: one.replace(tzinfo=UTC, second=0, microsecond=0))


@st.composite
def days(draw):
    marks = draw(st.lists(st.integers(0, 1439), unique=True, max_size=4))
    marks = sorted(marks)[: len(marks) // 2 * 2]
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return DayHours(tuple(Interval(a, b) for a, b in pairs))


weeks = st.tuples(*[days()] * 7).map(
    lambda found: OpeningHours((Schedule("S", tuple(found)),))
)


@FEW
@given(weeks, moments)
def test_nothing_changes_before_the_next_change(hours, now):
    found = answer_at(hours, now)
    assert found.open == is_open(hours, now)
    if found.change is None:
        return
    assert found.change > now
    assert is_open(hours, found.change) != found.open
    assert is_open(hours, found.change - timedelta(minutes=1)) == found.open
    halfway = now + (found.change - now) / 2
    assert is_open(hours, halfway) == found.open


@FEW
@given(weeks, moments)
def test_away_from_the_changes_a_place_is_open_when_the_wall_says_so(hours, now):
    wall = now.astimezone(BRUSSELS)
    offsets = {
        (now + timedelta(hours=one)).astimezone(BRUSSELS).utcoffset()
        for one in (-26, 0, 2)
    }
    if len(offsets) > 1:
        now += timedelta(days=7)
        wall = now.astimezone(BRUSSELS)
    minute = wall.hour * 60 + wall.minute
    expected = any(
        one.opens <= minute < one.closes
        for one in plan_of(hours, wall.date()).intervals
    )
    assert is_open(hours, now) == expected


@FEW
@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(0, 1439))
def test_a_wall_clock_and_its_moment_agree(day, minutes):
    first, last = first_passing(day, minutes), last_passing(day, minutes)
    assert timedelta(0) <= last - first <= timedelta(hours=1)
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
    if exists(wall):
        for moment in (first, last):
            assert moment.astimezone(BRUSSELS).replace(tzinfo=None, fold=0) == wall
    else:
        assert first == last


@pytest.mark.parametrize(
    ("moment", "last", "following"),
    [
        ("2026-11-24T07:00", "2026-11-23T16:00", "2026-11-24T08:30"),
        ("2026-11-24T09:00", "2026-11-24T08:30", "2026-11-24T12:00"),
        ("2026-11-24T12:00", "2026-11-24T12:00", "2026-11-24T13:30"),
        ("2026-11-29T12:00", "2026-11-27T16:00", "2026-11-30T08:30"),
    ],
)
def test_a_page_knows_since_when_and_how_long_it_is_true(moment, last, following):
    assert last_change(OFFICE, at(moment)) == at(last)
    assert next_change(OFFICE, at(moment)) == at(following)


def test_a_place_without_hours_never_changes():
    now = at("2026-11-23T09:00")
    assert last_change(OpeningHours(), now) is next_change(OpeningHours(), now) is None
