"""What a search answers: hits that can be shown without waking any object."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A piece of a text; ``found`` says that it is what was looked for."""

    text: str
    found: bool = False


@dataclass(frozen=True)
class Hit:
    """One thing found. ``path`` is physical; dates are ISO 8601, in UTC, or empty.

    ``title_pieces`` and ``snippet`` are plain text cut where a word was found; they
    are empty when none was to be shown. ``snippet`` is from the text or description.
    """

    uid: str
    title: str
    description: str
    portal_type: str
    review_state: str
    path: str
    modified: str
    effective: str
    creator: str = ""
    title_pieces: tuple[Piece, ...] = ()
    snippet: tuple[Piece, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet, and how many of the reader's results have it."""

    value: str
    count: int


@dataclass(frozen=True)
class Facet:
    """The most frequent values of one field among the reader's results."""

    field: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Results:
    """One page of results.

    ``degraded`` says that the search engine did not answer and that the catalogue
    did: fewer forms of words are found, and there are no facets. ``cursor`` leads to
    what follows, for a query that had one; empty at the end. ``best`` are the pages the
    commune wants first for these words; they are not counted in ``total``. ``relaxed``
    says that nothing holds all of the words, and that any of them counted.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: tuple[Facet, ...] = ()
    degraded: bool = False
    cursor: str = ""
    best: tuple[Hit, ...] = ()
    relaxed: bool = False
