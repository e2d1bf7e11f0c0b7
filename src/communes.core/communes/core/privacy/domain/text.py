"""A formatted text cut in pieces that keep their markup and say their words.

Positions are counted in the words a person reads: character references count as
the character they stand for, and the border of a block counts as one line end.
"""

from dataclasses import dataclass
import html
from html.parser import HTMLParser


#: Elements that begin and end a line of their own.
BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure h1 h2 "
    "h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th thead tr ul".split()
)
#: Elements without an end tag.
VOID = frozenset("area br col embed hr img input link meta source track wbr".split())
#: Attributes whose words a person reads or hears.
SPOKEN = ("alt", "title", "aria-label", "summary")


@dataclass(frozen=True)
class Piece:
    """One tag or one run of words.

    ``markup`` is what stands in the source; ``words`` what is read there, a line
    end for the border of a block; ``tag`` is the element's name, with ``closing``
    for its end tag, and empty for words. ``classes`` are those of a start tag.
    """

    markup: str
    words: str = ""
    tag: str = ""
    closing: bool = False
    classes: frozenset[str] = frozenset()
    spoken: tuple[str, ...] = ()

    @property
    def is_void(self) -> bool:
        """Whether the tag opens nothing that must be closed."""
        return self.tag in VOID


def pieces(source: str) -> tuple[Piece, ...]:
    """Return the pieces of a formatted text; comments and declarations are left out.

    Nothing is refused: what can not be read as markup is read as words.
    """
    cutter = _Cutter()
    cutter.feed(source)
    cutter.close()
    return tuple(cutter.found)


def words(source: str) -> str:
    """Return what a person reads in a formatted text, as positions count it."""
    return "".join(piece.words for piece in pieces(source))


class _Cutter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Piece] = []

    def set_cdata_mode(self, elem: str, **_more: object) -> None:
        """Read what stands in a script or a style as words: nothing hides there."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found.append(
            Piece(
                self.get_starttag_text() or "",
                "\n" if tag in BLOCKS else "",
                tag,
                classes=frozenset(values.get("class", "").split()),
                spoken=tuple(values[name] for name in SPOKEN if values.get(name)),
            )
        )

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        border = "\n" if tag in BLOCKS else ""
        self.found.append(Piece(f"</{tag}>", border, tag, closing=True))

    def handle_data(self, data: str) -> None:
        self.found.append(Piece(data, data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, markup: str) -> None:
        self.found.append(Piece(markup, html.unescape(markup)))
