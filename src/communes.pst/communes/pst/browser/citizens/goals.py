"""The icon of a sustainable development goal, drawn here: its number on its colour."""

from communes.pst.domain.sdg import goal
from html import escape


#: Below this luminance white is read, above it black (WCAG 2.2, 1.4.3: 4.5 to 1).
_LIGHT = 0.179


def goal_icon(number: int) -> str:
    """Return the goal as SVG of 44 by 44, its title for who does not see it."""
    one = goal(number)
    ink = "#000" if _luminance(one.colour) > _LIGHT else "#fff"
    title = escape(f"ODD {number} : {one.title}")
    return (
        '<svg class="pst-odd" viewBox="0 0 44 44" width="44" height="44" role="img">'
        f"<title>{title}</title>"
        f'<rect width="44" height="44" rx="7" fill="{one.colour}"/>'
        f"{_wheel(ink)}"
        f'<text x="22" y="28" text-anchor="middle" font-size="19" font-weight="700" '
        f'fill="{ink}">{number}</text></svg>'
    )


def _wheel(ink: str) -> str:
    """Return the ring of seventeen parts the goals share."""
    around = 2 * 3.14159265 * 18.5
    part = around / 17
    return (
        f'<circle cx="22" cy="22" r="18.5" fill="none" stroke="{ink}" '
        f'stroke-width="2" stroke-opacity=".55" '
        f'stroke-dasharray="{part * 0.72:.2f} {part * 0.28:.2f}"/>'
    )


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
