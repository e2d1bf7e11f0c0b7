"""Places drawn where they lie to each other: a sketch, nothing asked of anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import cos
from math import radians


WIDTH = 640
_EDGE = 34


@dataclass(frozen=True)
class Spot:
    """A place in degrees, and its number in the list beside the drawing."""

    label: str
    latitude: float
    longitude: float
    number: int


def drawn(spots: Sequence[Spot], called: str) -> str:
    """Return places as SVG, north above; empty for fewer than two.

    One place says nothing of where it lies: the list with its address does.

    :param called: what the drawing shows, for who does not see it.
    """
    if len(spots) < 2:
        return ""
    middle = sum(one.latitude for one in spots) / len(spots)
    shrink = cos(radians(middle))
    across = [one.longitude * shrink for one in spots]
    down = [-one.latitude for one in spots]
    wide = max(max(across) - min(across), 1e-6)
    high = max(max(down) - min(down), 1e-6)
    # As tall as the land asks for, and never a tower or a line.
    height = min(max(int(WIDTH * high / wide), 200), 480)
    scale = min((WIDTH - 2 * _EDGE) / wide, (height - 2 * _EDGE) / high)
    left = (WIDTH - wide * scale) / 2 - min(across) * scale
    top = (height - high * scale) / 2 - min(down) * scale
    marks = []
    for one, x, y in zip(spots, across, down, strict=True):
        at = f'x="{x * scale + left:.1f}" y="{y * scale + top:.1f}"'
        ring = at.replace("x=", "cx=").replace("y=", "cy=")
        marks.append(f'<g><circle {ring} r="12"/><text {at}>{one.number}</text></g>')
    return (
        f'<svg class="point-map" role="img" viewBox="0 0 {WIDTH} {height}">'
        f"<title>{escape(called)}</title>{''.join(marks)}</svg>"
    )
