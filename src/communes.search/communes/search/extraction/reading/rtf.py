"""The text of an RTF file: what stands outside its commands and hidden groups."""

from collections.abc import Iterator
import re
from typing import BinaryIO


_TOKEN = re.compile(
    r"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\'(?P<hex>[0-9a-f]{2})"
    r"|\\(?P<sign>[^a-z0-9])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
_HIDDEN = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer themedata "
    "colorschememapping datastore latentstyles listtable listoverridetable "
    "rsidtbl generator xmlnstbl filetbl fldinst deleted".split()
)
_SPOKEN = {"par": "\n", "line": "\n", "row": "\n", "tab": " ", "cell": " ",
           "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
           "ldblquote": "“", "rdblquote": "”", "bullet": "•"}  # fmt: skip
_LAST_CODE = 0x10FFFF


def read_rtf(file: BinaryIO, _budget: int) -> Iterator[str]:
    """Yield the text of a file written in RTF; bytes are read as Windows-1252."""
    text = file.read().decode("cp1252", "replace")
    hidden = [False]
    stand_in = 0
    for token in _TOKEN.finditer(text):
        if token["brace"] == "{":
            hidden.append(hidden[-1])
        elif token["brace"]:
            hidden[1:] = hidden[1:-1]
        elif token["sign"] == "*" or (token["word"] or "") in _HIDDEN:
            hidden[-1] = True
        elif not hidden[-1]:
            said = _said(token)
            if token["word"] == "u":
                stand_in = 1
            elif stand_in and said:
                # What older readers show in place of the sign just read.
                said, stand_in = said[1:], 0
            yield said


def _said(token: re.Match[str]) -> str:
    if token["text"]:
        return token["text"]
    if token["hex"]:
        return bytes.fromhex(token["hex"]).decode("cp1252", "replace")
    if token["word"] == "u" and token["number"]:
        code = int(token["number"]) % 0x10000
        return "" if 0xD800 <= code < 0xE000 else chr(code)
    if token["sign"] in ("~", "_", "-"):
        return " " if token["sign"] == "~" else ""
    return _SPOKEN.get(token["word"] or "", token["sign"] or "")
