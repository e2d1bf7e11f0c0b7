"""The text between the tags of an XML part, read without any entity or DTD."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from communes.search.extraction.reading.refusal import Refusal
from dataclasses import dataclass
from xml.parsers import expat


MAX_DEPTH = 400


@dataclass(frozen=True)
class Rules:
    """Which elements hold text and which end a line, by local name.

    ``text``: only what stands in these counts; empty for everything. ``ends``: a line
    ends after these; ``gaps``: a space stands for these; ``skipped``: nothing inside
    these counts.
    """

    text: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()


def text_of(pieces: Iterable[bytes], rules: Rules) -> Iterator[str]:
    """Yield the text of an XML document as it is read.

    :raises Refusal: it is not well formed, has a DTD, or nests beyond all sense.
    """
    walker = _Walker(rules)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    # Without a DTD there are no entities: none to expand, none to fetch.
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            yield walker.taken()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refusal("broken", str(error)) from error
    yield walker.taken()


def _refuse_dtd(*_unused: object) -> None:
    raise Refusal("forbidden", "DTD")


class _Walker:
    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._found: list[str] = []
        self._open: list[str] = []
        self._inside = 0
        self._skipping = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._open.append(local)
        if len(self._open) > MAX_DEPTH:
            raise Refusal("forbidden", "depth")
        self._inside += local in self._rules.text
        self._skipping += local in self._rules.skipped
        if local in self._rules.gaps:
            self._put(" ")

    def end(self, _name: str) -> None:
        local = self._open.pop()
        self._inside -= local in self._rules.text
        self._skipping -= local in self._rules.skipped
        if local in self._rules.ends:
            self._put("\n")

    def text(self, data: str) -> None:
        if self._inside or not self._rules.text:
            self._put(data)

    def _put(self, data: str) -> None:
        if not self._skipping:
            self._found.append(data)

    def taken(self) -> str:
        found, self._found = "".join(self._found), []
        return found


Reader = Callable[[Iterable[bytes]], Iterator[str]]
