"""Formatted text as blocks of words: what is compared, and all that is shown of it."""

from dataclasses import dataclass
from html.parser import HTMLParser
import re


#: What a block is shown as; any other element only separates or is left out.
BLOCKS = {
    "p": "p", "div": "p", "blockquote": "p", "li": "li", "tr": "p",
    "h1": "h3", "h2": "h3", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3",
}  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "title", "noscript"})
_PARTS = re.compile(r"\s+|[\w'’-]+|[^\w\s]", re.UNICODE)


@dataclass(frozen=True)
class Block:
    """A paragraph, an entry of a list or a heading, and its words in order."""

    kind: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words as they are read."""
        return "".join(self.words)


def blocks(html: str) -> tuple[Block, ...]:
    """Return the blocks of a formatted text; attributes and scripts are left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[Block] = []
        self._text: list[str] = []
        self._kind = "p"
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in BLOCKS:
            self._end_block()
            self._kind = BLOCKS[tag]
        elif tag in ("br", "td", "th"):
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in BLOCKS or tag in ("ul", "ol", "table"):
            self._end_block()
            self._kind = "p"

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(data)

    def finish(self) -> tuple[Block, ...]:
        """Return what was read."""
        self._end_block()
        return tuple(self._found)

    def _end_block(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self._found.append(Block(self._kind, tuple(_PARTS.findall(text))))
