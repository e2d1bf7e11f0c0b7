"""The timeline as SVG: a bar a row, what is done in it, today as a line."""

from collections.abc import Callable
from communes.pst.browser.charts import svg
from communes.pst.domain.choices import Kind
from communes.pst.domain.timeline import Bar
from communes.pst.domain.timeline import Timeline
from datetime import date
from html import escape


_ROW, _HEAD, _NAMES, _WIDTH = 22, 34, 330, 1180
_LONG = 52


def drawn(
    found: Timeline, today: date, title: str, url_of: Callable[[str], str]
) -> str:
    """Return the drawing; empty when nothing has a day.

    :param url_of: the address of an element by its id, empty without one.
    """
    if found.first is None or found.last is None:
        return ""
    first, last = date(found.first.year, 1, 1), date(found.last.year, 12, 31)
    scale = _Scale(first, last)
    height = _HEAD + _ROW * len(found.bars) + 10
    parts = [_years(scale, first, last, height)]
    for place, bar in enumerate(found.bars):
        parts.append(_row(scale, bar, _HEAD + place * _ROW, url_of(bar.id)))
    if first <= today <= last:
        x = scale.x(today)
        parts.append(
            f'<line class="today" x1="{x:.1f}" x2="{x:.1f}" y1="18" y2="{height}"/>'
        )
    return svg(_WIDTH, height, title, "".join(parts), "group")


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.days = first, max((last - first).days, 1)

    def x(self, day: date) -> float:
        part = min(max((day - self.first).days / self.days, 0.0), 1.0)
        return _NAMES + part * (_WIDTH - _NAMES - 8)


def _years(scale: _Scale, first: date, last: date, height: int) -> str:
    parts = []
    for year in range(first.year, last.year + 1):
        x = scale.x(date(year, 1, 1))
        parts.append(
            f'<line class="line" x1="{x:.1f}" x2="{x:.1f}" y1="6" y2="{height}"/>'
            f'<text class="soft" x="{x + 5:.1f}" y="18">{year}</text>'
        )
    return "".join(parts)


def _row(scale: _Scale, bar: Bar, y: int, url: str) -> str:
    name = f"{bar.reference} {bar.title}".strip()
    short = name if len(name) <= _LONG else f"{name[: _LONG - 1]}…"
    heavy = ' font-weight="700"' if bar.kind in _HEAVY else ""
    indent = 4 + bar.depth * 10
    text = f'<text x="{indent}" y="{y + 15}"{heavy}>{escape(short)}</text>'
    if url:
        text = f'<a href="{escape(url, quote=True)}">{text}</a>'
    if bar.begin is None or bar.end is None:
        return text
    x, end = scale.x(bar.begin), scale.x(bar.end)
    wide = max(end - x, 3.0)
    css = "plan is-late" if bar.days_late else "plan"
    css += " critical" if bar.critical else ""
    done = wide * bar.progress / 100
    return (
        f"{text}<g><title>{escape(_told(bar))}</title>"
        f'<rect class="{css}" x="{x:.1f}" y="{y + 4}" width="{wide:.1f}" '
        f'height="13" rx="3"/><rect class="done" x="{x:.1f}" y="{y + 8}" '
        f'width="{done:.1f}" height="5"/></g>'
    )


_HEAVY = (Kind.PART, Kind.STRATEGIC, Kind.OPERATIONAL)


def _told(bar: Bar) -> str:
    begin = bar.begin.strftime("%d/%m/%Y") if bar.begin else ""
    end = bar.end.strftime("%d/%m/%Y") if bar.end else ""
    return f"{bar.title} : {begin} – {end}, {bar.progress} %"
