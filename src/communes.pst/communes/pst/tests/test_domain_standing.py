"""An indicator goes from where it was to what was promised, up or down."""

from communes.pst.domain.choices import Direction
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.standing import Attainment
from communes.pst.domain.standing import by_year
from communes.pst.domain.standing import obstacles
from communes.pst.domain.standing import reached
from datetime import date
from decimal import Decimal
from fractions import Fraction
import pytest


def indicator(direction, baseline, goals, values):
    return Indicator(
        "i",
        "Émissions du parc communal",
        unit="t CO₂",
        direction=direction,
        baseline=None if baseline is None else Decimal(baseline),
        targets=tuple(YearTarget(year, Decimal(goal)) for year, goal in goals),
        measures=tuple(
            Measure(date(year, 12, 31), Decimal(value)) for year, value in values
        ),
    )


@pytest.mark.parametrize(
    ("direction", "baseline", "goal", "value", "part"),
    [
        (Direction.UP, "0", "100", "25", "1/4"),
        (Direction.UP, "40", "60", "50", "1/2"),
        (Direction.DOWN, "400", "200", "250", "3/4"),
        (Direction.DOWN, "400", "200", "180", "1"),
        (Direction.DOWN, "400", "200", "450", "0"),
        (Direction.UP, "0", "100", "130", "1"),
        (Direction.UP, None, "10", "4", "2/5"),
        (Direction.UP, "10", "10", "10", "1"),
        (Direction.UP, "10", "10", "9", "0"),
    ],
)
def test_the_way_done_is_measured_from_the_baseline(
    direction, baseline, goal, value, part
):
    one = indicator(direction, baseline, [(2030, goal)], [(2027, value)])

    assert reached(one, date(2028, 1, 1)) == Fraction(part)


def test_a_falling_indicator_without_baseline_starts_at_its_first_measure():
    one = indicator(Direction.DOWN, None, [(2030, "50")], [(2025, "100"), (2027, "80")])

    assert reached(one, date(2028, 1, 1)) == Fraction(2, 5)


def test_only_what_was_measured_by_that_day_counts():
    one = indicator(Direction.UP, "0", [(2030, "100")], [(2026, "10"), (2028, "60")])

    assert reached(one, date(2027, 6, 1)) == Fraction(1, 10)
    assert reached(one, date(2025, 6, 1)) == 0


def test_without_target_nothing_is_reached_nor_missed():
    assert reached(indicator(Direction.UP, "0", [], [(2026, "5")]), date.max) is None


def test_each_year_is_judged_by_its_own_target():
    one = indicator(
        Direction.DOWN,
        "400",
        [(2026, "350"), (2027, "300"), (2028, "250")],
        [(2026, "340"), (2027, "320"), (2029, "240")],
    )

    assert [(row.year, row.attainment) for row in by_year(one)] == [
        (2026, Attainment.REACHED),
        (2027, Attainment.BEHIND),
        (2028, Attainment.NOT_MEASURED),
        (2029, Attainment.NO_TARGET),
    ]


def test_a_target_against_the_direction_is_named():
    wrong = indicator(Direction.UP, "100", [(2030, "50")], [])

    assert [reason.code for reason in obstacles(wrong)] == ["target_backwards"]


def test_two_targets_for_one_year_are_named():
    wrong = indicator(Direction.UP, "0", [(2030, "50"), (2030, "60")], [])

    assert [reason.code for reason in obstacles(wrong)] == ["target_twice"]
    assert not obstacles(indicator(Direction.UP, "0", [(2030, "50")], []))
