"""A small XML file as nodes, each with its line."""

from communes.pst.domain.xml_guard import guarded_parser
from communes.pst.domain.xml_guard import parse
from communes.pst.domain.xml_guard import UnreadableXml
from dataclasses import dataclass
from dataclasses import field


DEEPEST = 32


@dataclass
class Node:
    """One element: its name, attributes, own text, what it holds, its line from 1."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def child(self, name: str) -> "Node | None":
        """Return the first child of that name."""
        return next((one for one in self.children if one.name == name), None)


def parsed_xml(data: bytes) -> Node:
    """Return the root element of an XML file.

    :raises UnreadableXml: it is broken, declares a document type or an entity, or is
        larger or deeper than any programme.
    """
    reader = _Reader()
    parse(reader.parser, data)
    assert reader.root is not None  # A file without root is broken for expat.
    return reader.root


class _Reader:
    """Builds the nodes as the parser meets them."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []
        self.pieces: list[list[str]] = []
        self.parser = guarded_parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        node = Node(name, self.parser.CurrentLineNumber, attributes)
        if len(self.open) >= DEEPEST:
            raise UnreadableXml(line=node.line, problem="trop de niveaux imbriqués")
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)
        self.pieces.append([])

    def _end(self, _name: str) -> None:
        self.open.pop().text = "".join(self.pieces.pop())

    def _text(self, text: str) -> None:
        if self.pieces:
            self.pieces[-1].append(text)
