"""Which cells of a workbook hold days: a number looks like any other without style."""

from communes.pst.domain.xml_guard import guarded_parser
from communes.pst.domain.xml_guard import parse
from datetime import date
from datetime import timedelta
from decimal import Decimal
import re


# Numbers of formats every reader knows as days (ECMA-376, 18.8.30).
_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DAY = re.compile(r"[dmyj]", re.IGNORECASE)

# Day 1 is 1 January 1900, and the format believes that 29 February 1900 existed.
_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)


def day_styles(data: bytes | None) -> frozenset[int]:
    """Return the numbers of the cell styles that show a day."""
    if data is None:
        return frozenset()
    codes: dict[int, str] = {}
    styles: list[int] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "numFmt":
            code = attributes.get("formatCode", "")
            codes[_whole(attributes.get("numFmtId"))] = code
        if name == "xf" and inside and inside[-1] == "cellXfs":
            styles.append(_whole(attributes.get("numFmtId")))
        inside.append(name)

    def end(_name: str) -> None:
        inside.pop()

    parser = guarded_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parse(parser, data)
    return frozenset(
        index for index, format in enumerate(styles) if _is_day(format, codes)
    )


def day_of(serial: Decimal, from_1904: bool) -> date | None:
    """Return the day of a serial number; None when it is none of a calendar."""
    try:
        return (_EPOCH_1904 if from_1904 else _EPOCH_1900) + timedelta(days=int(serial))
    except OverflowError:
        return None


def _is_day(format: int, codes: dict[int, str]) -> bool:
    if format in codes:
        return bool(_DAY.search(_QUOTED.sub("", codes[format])))
    return format in _BUILT_IN


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1
