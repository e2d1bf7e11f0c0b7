"""What every format needs of a text: its words, and no sign its syntax can not hold."""

from communes.core.privacy.domain.text import words
import re


#: Signs no XML 1.0 document may hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(html: str) -> str:
    """Return the words of a formatted text, one line per block."""
    lines = (" ".join(line.split()) for line in words(html).splitlines())
    return for_xml("\n".join(line for line in lines if line))


def for_xml(text: str) -> str:
    """Return the text without the signs that no XML document may hold."""
    return _NOT_XML.sub("", text)


def for_cell(text: str) -> str:
    """Return the text as a cell of a table file that no spreadsheet computes."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
