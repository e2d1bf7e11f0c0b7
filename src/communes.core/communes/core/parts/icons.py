"""Icons of the set Plone ships, inline, so that they take the colour of the text."""

from functools import cache
from importlib.resources import files
import re


_NAME = re.compile(r"[a-z0-9-]+")
_SVG = re.compile(r"<svg[^>]*>(.*?)</svg>", re.DOTALL)


@cache
def icon(name: str) -> str:
    """Return the drawing as markup, hidden from screen readers.

    An icon never stands alone: the word is beside it or in the button's label.

    :raises FileNotFoundError: when the set has no icon of that name.
    """
    if not _NAME.fullmatch(name):
        raise FileNotFoundError(name)
    path = files("plone.staticresources") / f"static/icons-bootstrap/{name}.svg"
    drawing = _SVG.search(path.read_text(encoding="utf-8"))
    if drawing is None:
        raise FileNotFoundError(name)
    return (
        '<svg class="plone-icon" viewBox="0 0 16 16" fill="currentColor" '
        f'aria-hidden="true" focusable="false">{drawing.group(1).strip()}</svg>'
    )
