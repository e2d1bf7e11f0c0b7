"""XML read without entities, doctypes or surprises, each node with its line."""

from communes.core.errors.domain import InvalidInput
from communes.pst.domain.errors import I18N_DOMAIN
from dataclasses import dataclass
from dataclasses import field
from xml.parsers import expat


LARGEST = 64 * 1024 * 1024
DEEPEST = 32


class UnreadableXml(InvalidInput):
    """A file is no XML, or one of those that are refused.

    Cause: it is broken, declares a document type or entities, is nested too deeply or
    is too large. Cure: export it again from eComptes.
    """

    code = "unreadable_xml"
    template = (
        "Le fichier n'est pas lisible, ligne ${line} : ${problem}. Exportez-le à "
        "nouveau depuis eComptes."
    )
    i18n_domain = I18N_DOMAIN


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
    if len(data) > LARGEST:
        raise UnreadableXml(line=0, problem="le fichier dépasse 64 Mo")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableXml(
            line=error.lineno, problem=expat.ErrorString(error.code)
        ) from None
    except (LookupError, ValueError) as error:
        # The decoder of a declared encoding nobody knows says so this way.
        raise UnreadableXml(line=1, problem=str(error)) from None
    assert reader.root is not None  # A file without root is broken for expat.
    return reader.root


class _Reader:
    """Builds the nodes as the parser meets them."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []
        self.pieces: list[list[str]] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        # Whatever an entity stands for, it is stopped before it is defined.
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

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

    def _refuse(self, *_args: object) -> int:
        raise UnreadableXml(
            line=self.parser.CurrentLineNumber,
            problem="il déclare un type de document ou des entités, ce qui est refusé",
        )
