"""Spaces in a run of words: one between two words, none at the edges."""

from collections.abc import Iterable
from communes.core.documents.structure import Element


Node = Element | str


def tidied(words: Iterable[Node]) -> tuple[Node, ...]:
    """Return ``words`` with single spaces, and nothing when no word is left."""
    forward, _space = _pass(words, space=True)
    return _without_end(forward)


def _pass(words: Iterable[Node], *, space: bool) -> tuple[list[Node], bool]:
    """Drop a space that follows a space; say whether the run ends with one."""
    kept: list[Node] = []
    for node in words:
        if isinstance(node, str):
            text = node.lstrip(" ") if space else node
            if text:
                kept.append(text)
                space = text.endswith(" ")
        elif node.tag in {"br", "img"}:
            kept.append(node)
            space = node.tag == "br"
        else:
            inner, space = _pass(node.children, space=space)
            if inner:
                kept.append(Element(node.tag, tuple(inner), node.classes, node.place))
    return kept, space


def _without_end(words: list[Node]) -> tuple[Node, ...]:
    """Drop the spaces and forced line ends that close the run."""
    while words:
        last = words.pop()
        if isinstance(last, str):
            if stripped := last.rstrip(" "):
                return (*words, stripped)
        elif last.tag == "img":
            return (*words, last)
        elif last.tag != "br":
            inner = _without_end(list(last.children))
            if inner:
                return (*words, Element(last.tag, inner, last.classes, last.place))
    return ()
