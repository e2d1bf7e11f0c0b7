"""The few elements a legal text is made of, once its HTML has been read."""

from collections.abc import Iterator
from dataclasses import dataclass


HEADINGS = ("h1", "h2", "h3", "h4")
MARKS = ("strong", "em", "u", "sup", "sub")

# What an element may be told about its look; every other class name is dropped.
CLASSES = frozenset(
    {
        "caption",  # the line that announces a table or a figure
        "center",
        "right",
        "indent",
        "keep",  # never cut over two pages
        "keep-next",  # never alone at the foot of a page
        "page-break",  # begins a new page
        "mention",  # what is noted about the sitting: small, slanted
        "subtitle",  # the line under a title
        "names",  # a list of people, without bullets, in two columns when long
        "signatures",  # the row that holds the signature blocks
        "signature",  # one function, room to sign, one name
        "number",  # a cell of figures: aligned right
        "plain",  # a table without rules
    }
)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture made safe: ``kind`` is ``png`` or ``jpg``, sizes are in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Element:
    """One element with its children; ``place`` says where it stands, in French.

    ``tag`` is one of: ``body div p h1…h4 ul ol li table thead tbody tr th td``
    (blocks), ``strong em u sup sub span br img`` (within a run of words).
    """

    tag: str
    children: tuple["Element | str", ...] = ()
    classes: tuple[str, ...] = ()
    place: str = ""
    columns: int = 1
    rows: int = 1
    start: int = 1
    alt: str = ""
    image: Image | None = None

    def elements(self) -> Iterator["Element"]:
        """Yield the children that are elements, in order."""
        return (child for child in self.children if isinstance(child, Element))


def text_of(node: Element | str) -> str:
    """Return the words of ``node``; a forced line end counts as a space."""
    if isinstance(node, str):
        return node
    if node.tag == "br":
        return " "
    separator = " " if node.tag in {"body", "div", "ul", "ol", "tr", "td", "th"} else ""
    return separator.join(text_of(child) for child in node.children)
