"""Where an indicator stands beside what was promised for the year."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Direction
from communes.pst.domain.errors import because
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import Measure
from communes.pst.domain.indicator import YearTarget
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Attainment(StrEnum):
    """How an indicator does beside the target of its year."""

    REACHED = "reached"
    BEHIND = "behind"
    NOT_MEASURED = "not_measured"
    NO_TARGET = "no_target"


@dataclass(frozen=True)
class YearStanding:
    """One year of an indicator: what was promised, what was measured last in it."""

    year: int
    target: Decimal | None
    value: Decimal | None
    attainment: Attainment


def targets(indicator: Indicator) -> tuple[YearTarget, ...]:
    """Return the yearly targets, by year."""
    return tuple(sorted(indicator.targets, key=lambda one: one.year))


def measures(indicator: Indicator, day: date | None = None) -> tuple[Measure, ...]:
    """Return the measures up to ``day`` (None: all), by day; the last of a day last."""
    found = (one for one in indicator.measures if day is None or one.day <= day)
    return tuple(sorted(found, key=lambda one: one.day))


def start_value(indicator: Indicator) -> Decimal:
    """Return where the indicator comes from.

    The baseline; without one, zero when it should rise, and its first measure when
    it should fall.
    """
    if indicator.baseline is not None:
        return indicator.baseline
    known = measures(indicator)
    if indicator.direction is Direction.DOWN and known:
        return known[0].value
    return Decimal(0)


def reached(indicator: Indicator, day: date) -> Fraction | None:
    """Return which part of the way to the last target is done on ``day``, 0 to 1.

    None when nothing was promised; 0 while nothing was measured.
    """
    promised = targets(indicator)
    if not promised:
        return None
    known = measures(indicator, day)
    if not known:
        return Fraction(0)
    start, goal = start_value(indicator), promised[-1].value
    if meets(indicator.direction, known[-1].value, goal):
        return Fraction(1)
    if start == goal:
        return Fraction(0)
    part = Fraction(known[-1].value - start) / Fraction(goal - start)
    return min(max(part, Fraction(0)), Fraction(1))


def meets(direction: Direction, value: Decimal, goal: Decimal) -> bool:
    """Tell whether a value is at the goal, or on its good side."""
    return value >= goal if direction is Direction.UP else value <= goal


def by_year(indicator: Indicator) -> tuple[YearStanding, ...]:
    """Return a row for each year with a target or a measure."""
    promised = {one.year: one.value for one in indicator.targets}
    known = {one.day.year: one.value for one in measures(indicator)}
    return tuple(
        YearStanding(
            year,
            promised.get(year),
            known.get(year),
            _verdict(indicator, promised.get(year), known.get(year)),
        )
        for year in sorted(promised.keys() | known.keys())
    )


def _verdict(
    indicator: Indicator, target: Decimal | None, value: Decimal | None
) -> Attainment:
    if target is None:
        return Attainment.NO_TARGET
    if value is None:
        return Attainment.NOT_MEASURED
    good = meets(indicator.direction, value, target)
    return Attainment.REACHED if good else Attainment.BEHIND


def obstacles(indicator: Indicator) -> tuple[Reason, ...]:
    """Return what is wrong with an indicator as it was entered."""
    return tuple(_obstacles(indicator))


def _obstacles(indicator: Indicator) -> Iterator[Reason]:
    years = [one.year for one in indicator.targets]
    if len(set(years)) < len(years):
        yield because(
            "target_twice",
            "« ${label} » a deux cibles pour une même année : gardez-en une.",
            label=indicator.label,
        )
    if indicator.weight < 0:
        yield because(
            "negative_weight",
            "Le poids de « ${label} » ne peut pas être négatif.",
            label=indicator.label,
        )
    promised = targets(indicator)
    start = indicator.baseline
    if promised and start is not None and start != promised[-1].value:
        if meets(indicator.direction, start, promised[-1].value):
            yield because(
                "target_backwards",
                "La cible finale de « ${label} » (${goal}) va à l'encontre du sens "
                "choisi : le point de départ (${start}) est déjà meilleur.",
                label=indicator.label,
                goal=promised[-1].value,
                start=start,
            )
