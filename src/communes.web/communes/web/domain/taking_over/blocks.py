"""Pages made of blocks (Volto) as sections of ours."""

from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.web.domain.errors import PartLost
from dataclasses import dataclass
from dataclasses import field
from html import escape
import re
from typing import Any


Node = Mapping[str, Any]
Row = Mapping[str, Any]
_TAGS = {
    "p": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "ul": "ul", "ol": "ol",
    "li": "li", "blockquote": "blockquote", "strong": "strong", "b": "strong",
    "em": "em", "i": "em", "sub": "sub", "sup": "sup", "del": "del", "u": "u",
}  # fmt: skip
#: What a page has besides its blocks, or shows of itself.
_SILENT = frozenset({"title", "description", "separator", "toc"})


@dataclass
class _Made:
    rows: list[Row] = field(default_factory=list)
    lost: list[Reason] = field(default_factory=list)
    html: list[str] = field(default_factory=list)

    def close(self) -> None:
        if self.html:
            self.put("text", html="".join(self.html))
            self.html = []

    def put(self, kind: str, **holds: object) -> None:
        id = f"{kind}-{len(self.rows) + 1}"
        self.rows.append({"id": id, "kind": kind, "holds": holds})


def sections_of_blocks(given: Node) -> tuple[tuple[Row, ...], tuple[Reason, ...]]:
    """Return the rows of sections of a page, and why some of its blocks are not there.

    Texts that follow each other become one section.
    """
    blocks, layout = given.get("blocks"), given.get("blocks_layout")
    order = layout.get("items") if isinstance(layout, Mapping) else None
    if not isinstance(blocks, Mapping) or not isinstance(order, list):
        return (), ()
    made = _Made()
    for id in order:
        one = blocks.get(id)
        if isinstance(one, Mapping):
            _add(made, one)
    made.close()
    return tuple(made.rows), tuple(made.lost)


def _add(made: _Made, block: Node) -> None:
    kind = str(block.get("@type") or "")
    url = _text(block.get("url"))
    if kind in _SILENT:
        return
    if kind == "slate":
        made.html += [_slate(one) for one in _nodes(block.get("value"))]
    elif kind == "html":
        made.html.append(_text(block.get("html")))
    elif kind == "text" and isinstance(block.get("text"), Mapping):
        made.html += [
            f"<p>{escape(_text(one.get('text')))}</p>"
            for one in _nodes(block["text"].get("blocks"))
        ]
    elif kind == "image" and url:
        said = escape(_text(block.get("alt")))
        made.html.append(f'<p><img src="{escape(url)}" alt="{said}" /></p>')
    elif kind == "video" and url:
        made.close()
        made.put("video", url=url, name=_text(block.get("title")))
    else:
        made.lost.append(PartLost(name=kind or "?").reason)


def _slate(node: Node) -> str:
    """Return a node of formatted text, and what it holds, as HTML."""
    if "text" in node:
        return escape(_text(node["text"])).replace("\n", "<br />")
    inside = "".join(_slate(one) for one in _nodes(node.get("children")))
    kind = _text(node.get("type"))
    if kind == "link":
        data = node.get("data")
        url = _text(data.get("url")) if isinstance(data, Mapping) else ""
        return f'<a href="{escape(url)}">{inside}</a>' if _is_link(url) else inside
    tag = _TAGS.get(kind)
    return f"<{tag}>{inside}</{tag}>" if tag else inside


def _is_link(url: str) -> bool:
    return bool(re.match(r"(https?:|mailto:|tel:|/|\.|#|[^:]*$)", url))


def _nodes(value: object) -> list[Node]:
    rows = value if isinstance(value, list) else []
    return [one for one in rows if isinstance(one, Mapping)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
