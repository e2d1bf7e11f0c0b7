"""Say a legal text as plain data, which the page template walks and never runs.

No word of the text ever becomes source of the typesetting language: it travels
as JSON strings, so that nothing written in an act can command the engine.
"""

from collections.abc import Iterable
from communes.core.documents.structure import Element
from communes.core.documents.structure import HEADINGS
from communes.core.documents.structure import MARKS
from communes.core.documents.structure import text_of
from communes.core.documents.typesetting.tables import plain_table
import re


Plain = dict[str, object]
# Longer than the longest French word (25): needs a place where it may be cut.
_LONG = re.compile(r"\S{31,}")
# French typography: these signs never begin a line, nor does « end one.
_BEFORE = re.compile(" (?=[;:!?»%€])")
_AFTER = re.compile("(?<=«) ")
# A block kept whole must fit on one page, or its end would be lost below it.
KEEP_LIMIT = 1500
PIXEL_IN_POINTS = 0.75
MILLIMETRE_IN_POINTS = 72 / 25.4
CELL_PICTURE_MM = 45
# A picture higher than a page would be cut.
PICTURE_HEIGHT_MM = 170


class Plainer:
    """Turns one document; keeps its pictures and the level of its last heading."""

    def __init__(self, text_width_mm: float) -> None:
        self._room = text_width_mm
        self.pictures: dict[str, bytes] = {}
        self._level = 0

    def blocks(self, elements: Iterable[Element]) -> list[Plain]:
        """Return the blocks as data, each told with whom it stays on a page."""
        sources = list(elements)
        plain = [self._block(element) for element in sources]
        for index, following in enumerate(sources[1:]):
            if "signatures" in following.classes or _announces(sources[index]):
                plain[index]["sticky"] = True
        return plain

    def _block(self, element: Element) -> Plain:
        plain: Plain = {"tag": element.tag, "classes": list(element.classes)}
        if "keep-next" in element.classes:
            plain["sticky"] = True
        if {"keep", "signatures"} & set(element.classes) and _fits_a_page(element):
            plain["keep"] = True
        if element.tag in HEADINGS:
            plain["level"] = self._heading_level(int(element.tag[1]))
        if element.tag == "table":
            return plain | plain_table(element, self._cell)
        if element.tag in {"ul", "ol", "li", "div"}:
            plain["start"] = element.start
            plain["children"] = self.blocks(element.elements())
        else:
            plain["children"] = self._words(element.children)
        return plain

    def _cell(self, elements: Iterable[Element]) -> list[Plain]:
        """Return the blocks of a cell, where pictures have less room."""
        room, self._room = self._room, min(self._room, CELL_PICTURE_MM)
        try:
            return self.blocks(elements)
        finally:
            self._room = room

    def _heading_level(self, wanted: int) -> int:
        """Return a level without a gap: PDF/UA-1 refuses 7.4.2 (skipped levels)."""
        self._level = min(wanted, self._level + 1)
        return self._level

    def _words(self, nodes: Iterable[Element | str]) -> list[object]:
        words: list[object] = []
        for node in nodes:
            if isinstance(node, str):
                words.append(_breakable(node))
            elif node.tag == "img":
                words.append(self._picture(node))
            elif node.tag in MARKS or node.tag == "span":
                words.append({"tag": node.tag, "children": self._words(node.children)})
            else:
                words.append({"tag": node.tag})
        return words

    def _picture(self, node: Element) -> Plain:
        image = node.image
        if image is None:
            return {"tag": "br"}
        name = f"picture-{len(self.pictures)}.{image.kind}"
        self.pictures[name] = image.data
        room = min(self._room, PICTURE_HEIGHT_MM * image.width / image.height)
        width = min(image.width * PIXEL_IN_POINTS, room * MILLIMETRE_IN_POINTS)
        return {"tag": "img", "file": name, "alt": node.alt, "width": width}


def _announces(element: Element) -> bool:
    """Tell whether a short paragraph ends with a colon: its list must follow it."""
    words = text_of(element).rstrip() if element.tag == "p" else ""
    return words.endswith(":") and len(words) <= KEEP_LIMIT


def _fits_a_page(element: Element) -> bool:
    rows = sum(1 for _row in _rows(element))
    return len(text_of(element)) <= KEEP_LIMIT and rows <= 12


def _rows(element: Element) -> Iterable[Element]:
    for child in element.elements():
        if child.tag in {"tr", "li", "p"}:
            yield child
        yield from _rows(child)


def _breakable(text: str) -> str:
    """Return ``text`` where lines end well: not before « ; », within endless words."""
    bound = _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", text))
    return _LONG.sub(
        lambda match: "\u200b".join(re.findall(".{1,10}", match.group())), bound
    )
