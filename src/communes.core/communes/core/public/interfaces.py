"""What solutions put around the pages for citizens."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Tag
from communes.core.shell.interfaces import Entry
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from typing import Literal
from zope.interface import Interface


@dataclass(frozen=True)
class SearchBox:
    """The box in the head: where it asks, and what it proposes while one types.

    ``suggestions`` is an address that answers JSON; empty without one.
    """

    url: str
    label: str
    placeholder: str = ""
    suggestions: str = ""


@dataclass(frozen=True)
class Alert:
    """A message above every page; ``kind`` is how much it presses.

    ``url`` leads to more of it. One that is ``closable`` stays closed in the browser
    that closed it until its ``id`` changes.
    """

    id: str
    kind: Literal["late", "wait", "info"]
    title: str
    text: str = ""
    url: str = ""
    closable: bool = False


@dataclass(frozen=True)
class Line:
    """One line of a column: its words, perhaps an address, perhaps a term before."""

    words: str
    url: str = ""
    term: str = ""


@dataclass(frozen=True)
class Column:
    """One column at the foot of every page."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Frame:
    """What stands around a page of a public site, or of a site inside it.

    ``menu`` has two levels. ``state`` is the word in the head (« Ouvert jusqu'à
    16 h »). ``styles`` are addresses that come after those of the site.
    """

    name: str
    home: str
    logo: str = ""
    menu: tuple[Entry, ...] = ()
    search: SearchBox | None = None
    state: Tag | None = None
    alerts: tuple[Alert, ...] = ()
    columns: tuple[Column, ...] = ()
    links: tuple[Entry, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Validity:
    """How long a frame stays true, and what it is made of.

    ``seconds`` is None when nothing in it moves by itself. ``mark`` changes with what
    does: two moments of one mark show the same. ``tags`` name what is shown, for a
    proxy that forgets.
    """

    seconds: int | None = None
    mark: str = ""
    tags: tuple[str, ...] = ()


class IPublicFrame(Interface):
    """Adapter of (context, request): the frame of the pages of a public site."""

    def frame(usual: Frame) -> Frame:
        """Return the frame, made of ``usual``: what the site has without us."""

    def validity() -> Validity:
        """Return how long the frame stays true, without making it: at little cost."""

    def linked_data(view: Any) -> Sequence[str]:
        """Return the scripts of JSON-LD that every page says, ready for the head."""


class ISiteMaps(Interface):
    """Named adapter of (site, request): the site maps of one solution."""

    def maps() -> Sequence[tuple[str, datetime]]:
        """Return the address of each map, and when the last of its pages changed."""
