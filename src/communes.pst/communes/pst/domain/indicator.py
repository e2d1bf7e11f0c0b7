"""What is measured to know whether an element reaches what it promised."""

from communes.pst.domain.choices import Direction
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class YearTarget:
    """What the indicator should have reached at the end of one year."""

    year: int
    value: Decimal


@dataclass(frozen=True)
class Measure:
    """What was measured on one day."""

    day: date
    value: Decimal
    comment: str = ""


@dataclass(frozen=True)
class Indicator:
    """One thing measured, from a baseline to a target a year.

    :param id: stable within its element.
    :param unit: what is counted ("logements", "%", "t CO₂").
    :param direction: whether more or less is better.
    :param source: who or what delivers the figure.
    :param baseline: the figure before the work; None counts as zero.
    :param weight: its part in the progress of its element, beside the others.
    """

    id: str
    label: str
    unit: str = ""
    direction: Direction = Direction.UP
    source: str = ""
    baseline: Decimal | None = None
    targets: tuple[YearTarget, ...] = ()
    measures: tuple[Measure, ...] = ()
    weight: Decimal = Decimal(1)
