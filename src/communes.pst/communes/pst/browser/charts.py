"""Charts as SVG made here, with no script: a line over time, bars by year.

Every text is escaped; each chart has a title and stands beside a table of its figures.
"""

from collections.abc import Sequence
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.standing import measures
from communes.pst.domain.standing import start_value
from communes.pst.domain.standing import targets
from datetime import date
from decimal import Decimal
from html import escape


_WIDTH, _HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 14, 30


def svg(width: float, height: float, title: str, inside: str, role: str = "img") -> str:
    """Return a drawing with its title, for who sees it and who does not.

    :param role: "group" for a drawing that holds links.
    """
    name = escape(title, quote=True)
    return (
        f'<svg class="pst-chart" role="{role}" aria-label="{name}" '
        f'viewBox="0 0 {width:g} {height:g}">{inside}</svg>'
    )


def indicator_chart(indicator: Indicator) -> str:
    """Return measures as a line beside the yearly targets; empty with neither."""
    known, wanted = measures(indicator), targets(indicator)
    points = [(one.day, one.value) for one in known]
    goals = [(date(one.year, 12, 31), one.value) for one in wanted]
    if not points and not goals:
        return ""
    start = start_value(indicator)
    every = [value for _day, value in (*points, *goals)] + [start]
    days = [day for day, _value in (*points, *goals)]
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    scale = _Scale(first, last, min(*every, Decimal(0)), max(every))
    parts = [_grid(scale, first, last)]
    way = [(first, start), *goals]
    if goals:
        parts.append(f'<polyline class="wanted" points="{scale.points(way)}"/>')
        parts += [scale.circle(day, value, "goal") for day, value in goals]
    if points:
        parts.append(f'<polyline class="measured" points="{scale.points(points)}"/>')
        parts += [scale.circle(day, value, "dot") for day, value in points]
    return svg(_WIDTH, _HEIGHT, indicator.label, "".join(parts))


def year_bars(title: str, years: Sequence[int], columns: Sequence[dict]) -> str:
    """Return stacked bars: for each year a mapping of series number to amount."""
    most = max((sum(one.values(), Decimal(0)) for one in columns), default=Decimal(0))
    if not years or most <= 0:
        return ""
    step = (_WIDTH - _LEFT - _RIGHT) / len(years)
    room = _HEIGHT - _TOP - _BOTTOM
    parts = []
    for place, (year, column) in enumerate(zip(years, columns, strict=True)):
        x, y = _LEFT + place * step + step * 0.2, float(_HEIGHT - _BOTTOM)
        for series, value in sorted(column.items()):
            high = float(value / most) * room
            y -= high
            parts.append(
                f'<rect class="b{series % 7}" x="{x:.1f}" y="{y:.1f}" '
                f'width="{step * 0.6:.1f}" height="{high:.1f}"/>'
            )
        middle = x + step * 0.3
        parts.append(
            f'<text x="{middle:.1f}" y="{_HEIGHT - 10}" text-anchor="middle">{year}'
            "</text>"
        )
    base = _HEIGHT - _BOTTOM
    parts.append(
        f'<line class="line" x1="{_LEFT}" x2="{_WIDTH}" y1="{base}" y2="{base}"/>'
        f'<text class="soft" x="{_LEFT - 6}" y="{_TOP + 10}" text-anchor="end">'
        f"{_short(most)}</text>"
    )
    return svg(_WIDTH, _HEIGHT, title, "".join(parts))


class _Scale:
    """Days and values as places of the drawing."""

    def __init__(self, first: date, last: date, low: Decimal, high: Decimal) -> None:
        self.first, self.days = first, max((last - first).days, 1)
        self.low, self.span = low, (high - low) or Decimal(1)

    def x(self, day: date) -> float:
        """Return the place of a day."""
        part = (day - self.first).days / self.days
        return _LEFT + part * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: Decimal) -> float:
        """Return the place of a value."""
        part = float((value - self.low) / self.span)
        return _HEIGHT - _BOTTOM - part * (_HEIGHT - _TOP - _BOTTOM)

    def points(self, pairs: Sequence[tuple[date, Decimal]]) -> str:
        """Return the points of a line."""
        return " ".join(
            f"{self.x(day):.1f},{self.y(value):.1f}" for day, value in pairs
        )

    def circle(self, day: date, value: Decimal, kind: str) -> str:
        """Return the mark of one value."""
        return (
            f'<circle class="{kind}" cx="{self.x(day):.1f}" cy="{self.y(value):.1f}" '
            'r="4"/>'
        )


def _grid(scale: _Scale, first: date, last: date) -> str:
    parts = []
    for year in range(first.year, last.year + 1):
        x = scale.x(date(year, 1, 1))
        parts.append(
            f'<line class="line" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" '
            f'y2="{_HEIGHT - _BOTTOM}"/>'
            f'<text class="soft" x="{x + 4:.1f}" y="{_HEIGHT - 10}">{year}</text>'
        )
    for value in (scale.low, scale.low + scale.span / 2, scale.low + scale.span):
        y = scale.y(value)
        parts.append(
            f'<line class="line" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" '
            f'y2="{y:.1f}"/><text class="soft" x="{_LEFT - 6}" y="{y + 4:.1f}" '
            f'text-anchor="end">{_short(value)}</text>'
        )
    return "".join(parts)


def _short(value: Decimal) -> str:
    """Return a figure for the side of a drawing: « 1,2 M », « 350 k », « 12 »."""
    for least, unit in ((1_000_000, " M"), (1_000, " k")):
        if abs(value) >= least * 10 or (unit == " M" and abs(value) >= least):
            return (
                f"{value / least:.1f}".rstrip("0").rstrip(".").replace(".", ",") + unit
            )
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
