"""Fields that many types have, each in one line."""

from collections.abc import Callable
from communes.web.i18n import _
import re
from zope import schema


_WEB = re.compile(r"(https?://[^\s<>\"]+)?")


def line(
    title: str,
    description: str = "",
    most: int = 255,
    constraint: Callable[[str], object] | None = None,
) -> schema.TextLine:
    """Return a field for one line of text; ``constraint`` says which it takes."""
    return schema.TextLine(
        title=title,
        description=description,
        required=False,
        default="",
        missing_value="",
        max_length=most,
        constraint=constraint,
    )


def web_address(title: str, description: str = "") -> schema.TextLine:
    """Return a field for an address on the web."""
    said = _("help_web_address", default="Elle commence par https://.")
    return line(title, description or said, 500, _WEB.fullmatch)


def moment(title: str, description: str = "") -> schema.Datetime:
    """Return a field for a wall of the commune's clocks, without zone."""
    return schema.Datetime(title=title, description=description, required=False)


def flag(title: str, description: str = "") -> schema.Bool:
    """Return a box to tick."""
    return schema.Bool(
        title=title, description=description, required=False, default=False
    )


def lines(title: str, description: str = "") -> schema.Tuple:
    """Return a field for several lines of text."""
    return schema.Tuple(
        title=title,
        description=description,
        value_type=schema.TextLine(max_length=255),
        required=False,
        default=(),
        missing_value=(),
        max_length=200,
    )
