"""Days from now become dates, on the weekday that was asked."""

from communes.policy.domain.content_dates import with_dates
from datetime import date
import pytest


SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "in_days,weekday,expected",
    [
        (0, "dimanche", "2026-11-22T09:00"),
        (1, "lundi", "2026-11-23T09:00"),
        (2, "lundi", "2026-11-30T09:00"),
        (-12, "mardi", "2026-11-10T09:00"),
        (40, "vendredi", "2027-01-01T09:00"),
    ],
)
def test_the_first_such_weekday_counts(in_days, weekday, expected):
    when = {"in_days": in_days, "weekday": weekday, "at": "09:00"}
    assert with_dates({"when": when}, SUNDAY) == {"date": expected}


def test_everything_else_stays_as_it_is():
    when = {"in_days": 0, "weekday": "lundi", "at": "20:00"}
    data = {"meetings": [{"id": "m", "when": when}], "items": ["a", 1, None]}
    assert with_dates(data, SUNDAY) == {
        "meetings": [{"id": "m", "date": "2026-11-23T20:00"}],
        "items": ["a", 1, None],
    }
