"""Formatted text as mail programs show it: a few elements, each with its own style."""

from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
import re


_STYLES = {
    "p": "margin:0 0 12px",
    "h2": "margin:16px 0 8px;font-size:20px;line-height:1.3",
    "h3": "margin:14px 0 6px;font-size:17px;line-height:1.3",
    "ul": "margin:0 0 12px;padding-left:24px",
    "ol": "margin:0 0 12px;padding-left:24px",
    "li": "margin:0 0 6px",
    "blockquote": "margin:0 0 12px;padding-left:12px;border-left:3px solid #c9ced6",
    "strong": "",
    "b": "",
    "em": "",
    "i": "",
}
_BLOCKS = frozenset({"p", "h2", "h3", "li", "blockquote", "div", "tr", "h4"})
_SILENT = frozenset({"script", "style", "head", "title"})
_GOOD_LINK = re.compile(r"(https?://|mailto:|tel:)[^\s]+", re.IGNORECASE)
Attributes = Sequence[tuple[str, str | None]]


def good_link(address: str) -> str:
    """Return an address a letter may lead to, empty for any other."""
    bare = address.strip()
    return bare if _GOOD_LINK.fullmatch(bare) else ""


def styled(html: str, colour: str = "") -> str:
    """Return formatted text with its styles in place; what is not known is left out.

    Links that are no full address lose theirs: nothing in a letter is relative.

    :param colour: of links; without one, no style is written: a page has its own.
    """
    writer = _Styled(colour)
    writer.feed(html)
    writer.close()
    return writer.written()


def as_lines(html: str) -> str:
    """Return formatted text as lines: a dash before items, addresses after links."""
    writer = _Lines()
    writer.feed(html)
    writer.close()
    return writer.written()


class _Reader(HTMLParser):
    """Base of both: knows what is open, and hears nothing of scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._silent = 0

    def written(self) -> str:
        return "".join(self._parts)

    def _link(self, attributes: Attributes) -> str:
        return good_link(next((v or "" for k, v in attributes if k == "href"), ""))


class _Styled(_Reader):
    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._parts.append("<br>")
        elif tag in _STYLES:
            self._parts.append(f"<{tag}{self._look(_STYLES[tag])}>")
            self._open.append(tag)
        elif tag == "a" and (link := self._link(attrs)):
            look = self._look(f"color:{self._colour};text-decoration:underline")
            self._parts.append(f'<a href="{escape(link)}"{look}>')
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in self._open:
            self._close_down_to(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(escape(data, quote=False))

    def written(self) -> str:
        while self._open:
            self._parts.append(f"</{self._open.pop()}>")
        return super().written().strip()

    def _look(self, style: str) -> str:
        return f' style="{style}"' if self._colour and style else ""

    def _close_down_to(self, tag: str) -> None:
        while (last := self._open.pop()) != tag:
            self._parts.append(f"</{last}>")
        self._parts.append(f"</{tag}>")


class _Lines(_Reader):
    def __init__(self) -> None:
        super().__init__()
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "li":
            self._parts.append("\n- ")
        elif tag == "br" or tag in _BLOCKS:
            self._parts.append("\n")
        elif tag == "a":
            self._links.append(self._link(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "a" and self._links:
            link = self._links.pop()
            self._parts.append(f" ({link})" if link else "")
        elif tag in _BLOCKS or tag in ("ul", "ol"):
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(re.sub(r"\s+", " ", data))

    def written(self) -> str:
        lines = [line.strip() for line in super().written().splitlines()]
        text = "\n".join(line for line in lines if line not in ("", "-"))
        return text.strip()
