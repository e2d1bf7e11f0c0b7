"""The register of risks as a matrix: how likely, how bad, how many of each."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.pst.domain.deadline import is_done
from communes.pst.domain.element import Steered
from communes.pst.domain.errors import because
from communes.pst.domain.programme import Programme
from communes.pst.domain.risk import Risk
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


SCALE = range(1, 6)


class Level(StrEnum):
    """How serious a risk is, by its score."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    CRITICAL = "critical"


LEVEL_LABELS = {
    Level.LOW: "Faible",
    Level.MODERATE: "Modéré",
    Level.HIGH: "Élevé",
    Level.CRITICAL: "Critique",
}

# The lowest score of each level, worst first.
_FLOORS = ((Level.CRITICAL, 15), (Level.HIGH, 10), (Level.MODERATE, 5), (Level.LOW, 1))


@dataclass(frozen=True)
class RiskRow:
    """One open risk, with the element it threatens."""

    element: str
    risk: Risk

    @property
    def score(self) -> int:
        """Probability times impact, from 1 to 25."""
        return score(self.risk)

    @property
    def level(self) -> Level:
        """How serious it is."""
        return level(self.risk)


def score(risk: Risk) -> int:
    """Return probability times impact, from 1 to 25."""
    return risk.probability * risk.impact


def level(risk: Risk) -> Level:
    """Return how serious a risk is."""
    points = score(risk)
    return next(level for level, floor in _FLOORS if points >= floor)


def register(tree: Programme, id: str = "") -> tuple[RiskRow, ...]:
    """Return the open risks at and below ``id``, worst first, then as in the tree.

    What is finished has no risk any more.
    """
    elements = (*([tree.element(id)] if id else []), *tree.walk(id))
    rows = [
        RiskRow(element.id, risk)
        for element in elements
        if isinstance(element, Steered) and not is_done(element)
        for risk in element.risks
        if risk.closed_on is None
    ]
    return tuple(sorted(rows, key=lambda row: -row.score))


def matrix(
    rows: tuple[RiskRow, ...],
) -> Mapping[tuple[int, int], tuple[RiskRow, ...]]:
    """Return the rows by (probability, impact), all 25 cells, empty ones too."""
    cells: dict[tuple[int, int], list[RiskRow]] = {
        (probability, impact): [] for probability in SCALE for impact in SCALE
    }
    for row in rows:
        cells[row.risk.probability, row.risk.impact].append(row)
    return {cell: tuple(found) for cell, found in cells.items()}


def to_review(rows: tuple[RiskRow, ...], today: date) -> tuple[RiskRow, ...]:
    """Return the rows whose day of review has come."""
    return tuple(
        row for row in rows if row.risk.review_on and row.risk.review_on <= today
    )


def obstacles(risk: Risk) -> tuple[Reason, ...]:
    """Return what is wrong with a risk as it was entered."""
    return tuple(_obstacles(risk))


def _obstacles(risk: Risk) -> Iterator[Reason]:
    for label, value in (
        ("La probabilité", risk.probability),
        ("L'impact", risk.impact),
    ):
        if value not in SCALE:
            yield because(
                "risk_out_of_scale",
                "${label} de « ${title} » va de 1 à 5, pas ${value}.",
                label=label,
                title=risk.title,
                value=value,
            )
    if _needs_mitigation(risk) and not risk.mitigation.strip():
        yield because(
            "risk_without_mitigation",
            "« ${title} » est un risque critique : dites ce qui est fait pour "
            "l'éviter ou le réduire.",
            title=risk.title,
        )


def _needs_mitigation(risk: Risk) -> bool:
    """Tell whether a risk may not be left without an answer."""
    return (
        risk.closed_on is None
        and risk.probability in SCALE
        and risk.impact in SCALE
        and level(risk) is Level.CRITICAL
    )
