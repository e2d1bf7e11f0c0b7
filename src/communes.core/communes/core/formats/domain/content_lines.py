"""The lines of iCalendar (RFC 5545, 3.1) and vCard (RFC 6350, 3.2)."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC


#: How many octets a line has at most, its end not counted.
LONGEST_LINE = 75
#: Signs that neither format can hold.
_NO_TEXT = dict.fromkeys(code for code in (*range(32), 127) if chr(code) not in "\t\n")


def document(lines: Iterable[str]) -> bytes:
    """Return the lines as a file: folded, each ended as the standards say."""
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def escaped(text: str) -> str:
    """Return a text on one line, its signs kept as words of a value."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.translate(_NO_TEXT).split())


def escaped_lines(text: str) -> str:
    """Return a text as a value that keeps its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join(escaped(line) for line in lines)


def utc_text(moment: datetime) -> str:
    """Return a moment as both formats write one in UTC."""
    at = moment.astimezone(UTC)
    return f"{at.year:04}{at:%m%dT%H%M%SZ}"


def folded(line: str) -> str:
    """Return a content line folded at ``LONGEST_LINE`` octets."""
    parts: list[str] = []
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        # A continuation begins with a blank that counts too.
        if size + octets > LONGEST_LINE - bool(parts):
            parts.append(part)
            part, size = "", 0
        part += sign
        size += octets
    return "\r\n ".join([*parts, part])
