"""Carriers hear of what is late, comes soon, or was left alone."""

from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.reminder import by_person
from communes.pst.domain.reminder import Cause
from communes.pst.domain.reminder import reminders
from communes.pst.domain.reminder import stale_days
from communes.pst.domain.risk import Risk
from communes.pst.domain.settings import PstSettings
from communes.pst.tests.plans import action
from communes.pst.tests.plans import one_branch
from communes.pst.tests.plans import sub_action
from communes.pst.tests.plans import task
from datetime import date
from datetime import timedelta
from decimal import Decimal
import pytest


TODAY = date(2026, 11, 23)


def ago(days):
    return TODAY - timedelta(days=days)


def causes(element):
    found = {row.element: row for row in reminders(one_branch(element), TODAY)}
    return found[element.id].causes if element.id in found else ()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ()),
        ({"planned_end": ago(1)}, (Cause.LATE,)),
        ({"planned_end": ago(0)}, (Cause.DUE_SOON,)),
        ({"planned_end": ago(-14)}, (Cause.DUE_SOON,)),
        ({"planned_end": ago(-15)}, ()),
        ({"planned_begin": ago(1), "state": "created"}, (Cause.BEGINS_LATE,)),
        ({"updated_on": ago(91)}, (Cause.STALE,)),
        ({"updated_on": ago(90)}, ()),
        ({"updated_on": ago(400), "state": "created"}, ()),
        ({"planned_end": ago(9), "updated_on": ago(400), "state": "terminated"}, ()),
        (
            {"risks": (Risk("r", "Recours", 2, 2, review_on=ago(0)),)},
            (Cause.RISK_TO_REVIEW,),
        ),
    ],
)
def test_an_action_is_recalled_for_a_cause(values, expected):
    assert causes(action("a", "oo", **values)) == expected


@pytest.mark.parametrize(
    ("measured", "expected"), [(None, True), (366, True), (365, False)]
)
def test_an_indicator_is_measured_once_a_year(measured, expected):
    values = () if measured is None else (Measure(ago(measured), Decimal(1)),)
    indicator = Indicator(
        "i", "Haies", targets=(YearTarget(2030, Decimal(5)),), measures=values
    )

    found = Cause.TO_MEASURE in causes(action("a", "oo", indicators=(indicator,)))

    assert found is expected


def test_a_commune_says_when_an_action_is_stale():
    old = action("a", "oo", updated_on=ago(31))

    assert stale_days(old, TODAY, PstSettings(stale_after_days=30)) == 31
    assert stale_days(old, TODAY, PstSettings()) == 0


def test_reminders_go_to_who_carries_or_does_the_work():
    tree = one_branch(
        action("a", "oo", carrier="julie", planned_end=ago(5)),
        sub_action("s", "a", planned_end=ago(4)),
        task("t", "s", user="marc", due_on=ago(3)),
        task("u", "s", due_on=ago(2)),
        action("b", "oo", planned_end=ago(1)),
    )
    found = {
        person: [row.element for row in rows]
        for person, rows in by_person(tree, reminders(tree, TODAY)).items()
    }

    assert found == {"": ["oo", "b"], "julie": ["a", "s", "u"], "marc": ["t"]}


def test_a_reminder_counts_the_days():
    late = reminders(one_branch(action("a", "oo", planned_end=ago(5))), TODAY)

    assert {row.element: row.days for row in late}["a"] == 5
