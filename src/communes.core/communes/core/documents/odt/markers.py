"""The marks an agent writes in a template: fields, repetitions and conditions."""

from collections.abc import Iterator
from communes.core.documents.odt.names import name
from communes.core.documents.odt.values import Scope
from dataclasses import dataclass
from lxml import etree
import re


MARK = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_PATH = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
_FOR = re.compile(rf"pour\s+([^\W\d]\w*)\s+dans\s+({_PATH})")
_IF = re.compile(rf"si\s+(pas\s+)?({_PATH})")
_FIELD = re.compile(_PATH)
END = "fin"
# A mark alone in one of these holds for the same elements that follow it.
_CARRIERS = frozenset(
    map(name, ("text:p", "text:h", "table:table-row", "text:list-item"))
)
PARAGRAPHS = frozenset(map(name, ("text:p", "text:h")))
# They hold paragraphs of their own, which are not words of this one.
_NESTED = frozenset(
    map(name, ("draw:frame", "draw:custom-shape", "office:annotation", "text:note"))
)


@dataclass(frozen=True, slots=True)
class Block:
    """An opening mark: ``pour word dans field``, ``si field``, ``si pas field``."""

    mark: str
    field: str
    word: str = ""
    negated: bool = False

    def scopes(self, scope: Scope) -> Iterator[Scope]:
        """Yield the scope of each turn: one per item, or one if the condition holds."""
        if self.word:
            for item in scope.items(self.field):
                yield scope.with_value(self.word, item)
        elif bool(scope.look_up(self.field)) is not self.negated:
            yield scope


def lone_mark(element: etree._Element) -> str | None:
    """Return the words of the mark that is all ``element`` says, if it is so."""
    if element.tag not in _CARRIERS:
        return None
    match = MARK.fullmatch("".join(element.itertext()).strip())
    return match.group(1) if match else None


def opened_by(mark: str) -> Block | None:
    """Return the block that ``mark`` opens, if it opens one."""
    if match := _FOR.fullmatch(mark):
        return Block(mark, match.group(2), word=match.group(1))
    if match := _IF.fullmatch(mark):
        return Block(mark, match.group(2), negated=bool(match.group(1)))
    return None


def field_of(mark: str, scope: Scope) -> str:
    """Return the field that ``mark`` names.

    :raises FieldMisused: it is a formula, or a block that does not stand alone.
    """
    if opened_by(mark) or mark == END:
        problem = "cette marque doit être seule dans son paragraphe ou sa ligne"
        raise scope.misused(mark, problem)
    if not _FIELD.fullmatch(mark):
        problem = "un champ est un nom comme « seance.date », pas une formule"
        raise scope.misused(mark, problem)
    return mark


Slot = tuple[etree._Element, str]


def slots(element: etree._Element) -> Iterator[Slot]:
    """Yield the places that hold the words of a paragraph, in reading order."""
    yield element, "text"
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NESTED:
            yield from slots(child)
        yield child, "tail"


def replace_marks(paragraph: etree._Element, scope: Scope) -> None:
    """Write the values in place of the marks, even cut by a change of style.

    An office suite may keep ``${seance.date}`` in three pieces, one of them bold:
    the value takes the style of the first piece.
    """
    places = list(slots(paragraph))
    texts = [getattr(element, kind) or "" for element, kind in places]
    for match in reversed(list(MARK.finditer("".join(texts)))):
        value = scope.words(field_of(match.group(1), scope))
        _write(texts, match.start(), match.end(), value)
    for (element, kind), text in zip(places, texts, strict=True):
        setattr(element, kind, text or None)
    for place in reversed(places):
        _break_lines(place)


def _write(texts: list[str], start: int, end: int, value: str) -> None:
    """Put ``value`` in place of the characters from ``start`` to ``end``."""
    begin = 0
    for index, text in enumerate(texts):
        stop = begin + len(text)
        first, last = max(start, begin), min(end, stop)
        if first < last:
            put = value if begin <= start < stop else ""
            texts[index] = text[: first - begin] + put + text[last - begin :]
        begin = stop


def _break_lines(slot: Slot) -> None:
    element, kind = slot
    first, *others = (getattr(element, kind) or "").split("\n")
    if not others:
        return
    setattr(element, kind, first or None)
    parent, index = (element, 0)
    if kind == "tail":
        parent = element.getparent()
        index = parent.index(element) + 1
    for offset, line in enumerate(others):
        mark = etree.Element(name("text:line-break"))
        mark.tail = line
        parent.insert(index + offset, mark)
