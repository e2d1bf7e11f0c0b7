"""The delays of the law, by the examples of the domain sheet and by property."""

from communes.core.deadlines.domain.deadline import clear_days_between
from communes.core.deadlines.domain.deadline import earliest_after_clear_days
from communes.core.deadlines.domain.deadline import expiry_after_calendar_days
from communes.core.deadlines.domain.deadline import expiry_after_working_days
from communes.core.deadlines.domain.deadline import latest_clear_days_before
from communes.core.deadlines.domain.deadline import NegativeDelay
from communes.core.deadlines.domain.working_calendar import WorkingCalendar
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAYS = st.integers(min_value=0, max_value=120)
DATES = st.dates(min_value=date(1980, 1, 1), max_value=date(2200, 1, 1))
OPEN = WorkingCalendar()


@pytest.mark.parametrize(
    "event,days,latest",
    [
        (date(2026, 12, 3), 7, date(2026, 11, 25)),  # convocation, L1122-13
        (date(2026, 12, 3), 2, date(2026, 11, 30)),  # second convocation, L1122-13
        (date(2026, 12, 3), 5, date(2026, 11, 27)),  # councillor's item, L1122-24
        (date(2028, 3, 3), 7, date(2028, 2, 24)),  # across 29 February
        (date(2026, 12, 3), 0, date(2026, 12, 2)),
    ],
)
def test_clear_days_exclude_receipt_and_event(event, days, latest):
    deadline = latest_clear_days_before(event, days, "CDLD")
    assert deadline.date == latest
    assert clear_days_between(deadline.date, event) == days


def test_deadline_explains_itself_in_sentences():
    deadline = latest_clear_days_before(date(2026, 12, 3), 7, "CDLD L1122-13")
    assert deadline.rule == "CDLD L1122-13"
    assert deadline.steps == (
        "L'événement a lieu le jeudi 3 décembre 2026 ; ce jour ne compte pas.",
        "7 jours francs : du jeudi 26 novembre 2026 au mercredi 2 décembre 2026 "
        "inclus.",
        "Le jour de la réception ne compte pas : au plus tard le "
        "mercredi 25 novembre 2026.",
    )


@given(DATES, DAYS)
def test_clear_days_read_the_same_from_both_ends(event, days):
    latest = latest_clear_days_before(event, days, "r").date
    assert earliest_after_clear_days(latest, days, "r").date == event


@given(DATES, DAYS)
def test_one_more_clear_day_is_one_day_earlier(event, days):
    later = latest_clear_days_before(event, days, "r").date
    earlier = latest_clear_days_before(event, days + 1, "r").date
    assert later - earlier == timedelta(days=1)


def test_expiry_on_a_weekend_rolls_over_to_monday():
    deadline = expiry_after_calendar_days(date(2026, 11, 12), 30, "tutelle", OPEN)
    assert deadline.date == date(2026, 12, 14)
    assert deadline.steps[-1] == (
        "Le samedi 12 décembre 2026 est fermé (samedi) : "
        "l'échéance est reportée au lundi 14 décembre 2026."
    )


def test_deadline_skips_public_holidays():
    deadline = expiry_after_working_days(date(2026, 11, 6), 10, "DF", OPEN)
    assert deadline.date == date(2026, 11, 23)
    assert any("Armistice" in step for step in deadline.steps)


def test_local_closing_day_pushes_the_expiry():
    closed = WorkingCalendar(frozenset({date(2026, 12, 14)}))
    deadline = expiry_after_calendar_days(date(2026, 11, 12), 30, "tutelle", closed)
    assert deadline.date == date(2026, 12, 15)


@given(DATES, DAYS)
def test_working_days_are_counted_exactly(start, days):
    end = expiry_after_working_days(start, days, "r", OPEN).date
    open_days = sum(
        OPEN.is_working(start + timedelta(days=offset))
        for offset in range(1, (end - start).days + 1)
    )
    assert OPEN.is_working(end)
    if days:
        assert open_days == days


@given(DATES, DAYS, DAYS)
def test_a_longer_delay_never_ends_earlier(start, one, other):
    short, long = sorted((one, other))
    for expiry in (expiry_after_calendar_days, expiry_after_working_days):
        assert (
            expiry(start, short, "r", OPEN).date <= expiry(start, long, "r", OPEN).date
        )


@pytest.mark.parametrize(
    "count",
    [
        lambda: latest_clear_days_before(date(2026, 1, 1), -1, "r"),
        lambda: earliest_after_clear_days(date(2026, 1, 1), -1, "r"),
        lambda: expiry_after_calendar_days(date(2026, 1, 1), -1, "r", OPEN),
        lambda: expiry_after_working_days(date(2026, 1, 1), -1, "r", OPEN),
    ],
)
def test_a_negative_delay_is_refused(count):
    with pytest.raises(NegativeDelay, match="zéro jour ou plus"):
        count()
