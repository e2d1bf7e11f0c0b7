"""Turn a tree of HTML into the elements of a legal text, words and blocks apart."""

from collections.abc import Iterator
from communes.core.documents import grammar
from communes.core.documents.characters import clean
from communes.core.documents.domain import MisplacedElement
from communes.core.documents.images import image_from_source
from communes.core.documents.structure import CLASSES
from communes.core.documents.structure import Element
from communes.core.documents.structure import text_of
from communes.core.documents.words import tidied
from lxml import etree


Node = Element | str
LIMIT_SPAN = 200


class Reader:
    """Reads one tree; remembers the last words met, to say where a fault is."""

    def __init__(self) -> None:
        self.last = ""

    def body(self, source: etree._Element) -> Element:
        """Return the text as a ``body`` element whose children are blocks."""
        return Element("body", tuple(self._blocks(source)))

    @property
    def place(self) -> str:
        """Where the reading stands, in words a person can find."""
        return f"après « …{self.last[-40:]} »" if self.last else "au début du texte"

    def _text(self, text: str | None) -> str:
        words = clean(text or "", self.place)
        self.last = words.strip() or self.last
        return words

    def _blocks(self, source: etree._Element) -> Iterator[Element]:
        """Yield the blocks within ``source``; loose words become paragraphs."""
        words: list[Node] = [self._text(source.text)]
        for child in source:
            if _holds_blocks(child):
                yield from self._paragraph("p", (), words)
                words = []
                yield from self._block(child)
            else:
                words += self._inline(child)
            words.append(self._text(child.tail))
        yield from self._paragraph("p", (), words)

    def _block(self, source: etree._Element) -> Iterator[Element]:
        tag = source.tag
        classes = _classes(source)
        if tag in grammar.LISTS:
            yield self._list(source, classes)
        elif tag == "table":
            yield from self._table(source, classes)
        elif tag in grammar.TABLE_PARTS or tag == "li":
            raise MisplacedElement(element=tag, parent="texte", place=self.place)
        elif tag in grammar.PARAGRAPHS and not any(map(_holds_blocks, source)):
            name = grammar.RENAMED.get(tag, tag)
            yield from self._paragraph(name, classes, self._words(source))
        elif tag in grammar.INLINE:
            block = next(child.tag for child in source.iter() if _is_block(child))
            raise MisplacedElement(element=block, parent=tag, place=self.place)
        elif classes:
            yield Element("div", tuple(self._blocks(source)), classes, self.place)
        else:
            yield from self._blocks(source)

    def _paragraph(
        self, tag: str, classes: tuple[str, ...], words: list[Node]
    ) -> Iterator[Element]:
        children = tidied(words)
        if children:
            yield Element(tag, children, classes, self.place)

    def _words(self, source: etree._Element) -> list[Node]:
        words: list[Node] = [self._text(source.text)]
        for child in source:
            words += self._inline(child)
            words.append(self._text(child.tail))
        return words

    def _inline(self, source: etree._Element) -> list[Node]:
        tag = grammar.RENAMED.get(source.tag, source.tag)
        if source.tag in grammar.DROPPED:
            return []
        if tag == "br":
            return [Element("br")]
        if tag == "img":
            return [self._image(source)]
        words = self._words(source)
        if source.tag in grammar.INLINE:
            return [Element(tag, tuple(words), (), self.place)]
        if "mention" in _classes(source):
            return [Element("span", tuple(words), ("mention",), self.place)]
        return words

    def _image(self, source: etree._Element) -> Element:
        place = self.place
        image = image_from_source(source.get("src", ""), place)
        alt = clean(source.get("alt", ""), place).strip()
        return Element("img", place=place, alt=alt, image=image)

    def _list(self, source: etree._Element, classes: tuple[str, ...]) -> Element:
        items: list[Element] = []
        self._no_words(source)
        for child in source:
            if child.tag == "li":
                items.append(Element("li", tuple(self._blocks(child)), (), self.place))
            elif child.tag in grammar.LISTS and items:
                # Editors nest a list beside its item: it belongs to that item.
                inner = self._list(child, _classes(child))
                last = items.pop()
                items.append(Element("li", (*last.children, inner), (), last.place))
            else:
                raise MisplacedElement(
                    element=child.tag, parent=source.tag, place=self.place
                )
        start = _number(source.get("start", "1"), 1, 9999)
        kept = tuple(item for item in items if text_of(item).strip() or item.children)
        return Element(source.tag, kept, classes, self.place, start=start)

    def _table(
        self, source: etree._Element, classes: tuple[str, ...]
    ) -> Iterator[Element]:
        parts: list[Element] = []
        place = self.place
        self._no_words(source)
        for child in source:
            if child.tag == "caption":
                yield from self._block(child)
            elif child.tag in {"thead", "tbody", "tfoot"}:
                self._no_words(child)
                name = "thead" if child.tag == "thead" else "tbody"
                parts.append(Element(name, tuple(map(self._row, child))))
            elif child.tag == "tr":
                parts.append(Element("tbody", (self._row(child),)))
            elif child.tag not in grammar.DROPPED:
                raise MisplacedElement(element=child.tag, parent="table", place=place)
        yield Element("table", tuple(parts), classes, place)

    def _row(self, source: etree._Element) -> Element:
        if source.tag != "tr":
            raise MisplacedElement(element=source.tag, parent="table", place=self.place)
        self._no_words(source)
        return Element("tr", tuple(map(self._cell, source)), (), self.place)

    def _cell(self, source: etree._Element) -> Element:
        if source.tag not in {"th", "td"}:
            raise MisplacedElement(element=source.tag, parent="tr", place=self.place)
        columns = _number(source.get("colspan", "1"), 1, LIMIT_SPAN)
        rows = _number(source.get("rowspan", "1"), 1, LIMIT_SPAN)
        blocks = tuple(self._blocks(source))
        return Element(source.tag, blocks, _classes(source), self.place, columns, rows)

    def _no_words(self, source: etree._Element) -> None:
        """Refuse words that stand between two items, rows or cells."""
        for text in (source.text, *(child.tail for child in source)):
            if self._text(text).strip():
                raise MisplacedElement(
                    element="texte", parent=source.tag, place=self.place
                )


def _is_block(source: etree._Element) -> bool:
    return source.tag in grammar.BLOCKS


def _holds_blocks(source: etree._Element) -> bool:
    return any(map(_is_block, source.iter()))


def _classes(source: etree._Element) -> tuple[str, ...]:
    found = set(source.get("class", "").split()) & CLASSES
    implied = grammar.IMPLIED_CLASSES.get(source.tag)
    return tuple(sorted(found | ({implied} if implied else set())))


def _number(value: str, least: int, most: int) -> int:
    """Return the number an attribute holds, brought back into its range."""
    digits = value.strip()
    if not (digits.isascii() and digits.isdigit()):
        return least
    return max(least, min(most, int(digits[:6])))
