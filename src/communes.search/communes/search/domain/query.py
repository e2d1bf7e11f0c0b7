"""A search as a typed value: nothing in it is ever read as engine syntax."""

from communes.search.domain.errors import TooDeep
from communes.search.domain.errors import UnknownField
from communes.search.domain.errors import ValueRefused
from communes.search.domain.text import words_of
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
import re


MAX_SIZE = 200
MAX_DEPTH = 10_000
MAX_VALUES = 200
MAX_VALUE_CHARACTERS = 300
FILTER_FIELDS = ("Creator", "Language", "Subject", "portal_type", "review_state")
RANGE_FIELDS = ("created", "effective", "expires", "modified")
#: The cursor that begins at the first result.
FIRST = "*"
_CURSOR = re.compile(r"[A-Za-z0-9+/_=-]{1,2000}", re.ASCII)
# What a solution adds of its own: "seance_s", "themes_ss", "numero_i", "vote_b".
_SOLUTION_FIELD = re.compile(r"[a-z][a-z0-9_]{0,60}_(?:s|ss|i|b)", re.ASCII)
_SOLUTION_DATE = re.compile(r"[a-z][a-z0-9_]{0,60}_dt", re.ASCII)


class Sort(StrEnum):
    """How the results are ordered; equal ones by UID, so that pages never overlap.

    The day of creation never changes: by it a cursor meets each thing exactly once.
    """

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    CREATED = "created"
    EFFECTIVE = "effective"
    TITLE = "title"


@dataclass(frozen=True)
class Filter:
    """Keep what has one of ``values`` in ``field``.

    :raises UnknownField: the field is not offered for filters.
    :raises ValueRefused: no value, too many, or one that is too long.
    """

    field: str
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        if not is_filter_field(self.field):
            raise UnknownField(
                "filters", name=self.field, known=", ".join(FILTER_FIELDS)
            )
        if not 0 < len(self.values) <= MAX_VALUES:
            raise ValueRefused(
                self.field, value=len(self.values), expected=f"1 à {MAX_VALUES} valeurs"
            )
        for value in self.values:
            refuse_unfit(self.field, value)


@dataclass(frozen=True)
class Range:
    """Keep what has a day from ``first`` to ``last``, both included, in ``field``.

    :raises UnknownField: the field is no date offered for this.
    :raises ValueRefused: neither end is given, or they are the wrong way round.
    """

    field: str
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.field not in RANGE_FIELDS and not _SOLUTION_DATE.fullmatch(self.field):
            raise UnknownField("ranges", name=self.field, known=", ".join(RANGE_FIELDS))
        if self.first is None and self.last is None:
            raise ValueRefused(self.field, value="", expected="une date")
        if self.first and self.last and self.first > self.last:
            raise ValueRefused(
                self.field,
                value=self.last.isoformat(),
                expected=f"une date à partir du {self.first.isoformat()}",
            )


@dataclass(frozen=True)
class Query:
    """One page of one search.

    :param text: what the person typed; empty for everything.
    :param filters: all must hold; within one, any value will do.
    :param ranges: all must hold.
    :param path: physical path below which to search; empty for the site.
    :param facets: fields whose values are counted.
    :param page: from 1.
    :param size: results per page, 0 to ``MAX_SIZE``.
    :param snippets: whether to show where in the text the words were found.
    :param cursor: ``FIRST`` or the ``cursor`` of an answer, instead of a page: then
        what is written meanwhile shifts nothing and the depth has no limit. Not by
        relevance: each new document changes how telling a word is, and so the order.
    :raises QueryRefused: a subclass that names the field at fault.
    """

    text: str = ""
    filters: tuple[Filter, ...] = ()
    ranges: tuple[Range, ...] = ()
    path: str = ""
    facets: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    size: int = 20
    snippets: bool = False
    cursor: str = ""

    def __post_init__(self) -> None:
        words_of(self.text)
        if self.path:
            refuse_unfit("path", self.path)
        for name in self.facets:
            if not is_filter_field(name):
                raise UnknownField("facets", name=name, known=", ".join(FILTER_FIELDS))
        if not 0 <= self.size <= MAX_SIZE:
            raise ValueRefused(
                "size", value=self.size, expected=f"un nombre de 0 à {MAX_SIZE}"
            )
        if self.page < 1:
            raise ValueRefused("page", value=self.page, expected="un nombre dès 1")
        if self.start + self.size > MAX_DEPTH:
            raise TooDeep("page", depth=MAX_DEPTH)
        self._check_cursor()

    def _check_cursor(self) -> None:
        if not self.cursor:
            return
        if self.page != 1 or not self.size:
            raise ValueRefused(
                "cursor", value=self.cursor[:40], expected="un curseur sans page"
            )
        if self.cursor != FIRST and not _CURSOR.fullmatch(self.cursor):
            raise ValueRefused(
                "cursor", value=self.cursor[:40], expected="le curseur d'une réponse"
            )
        if self.sort is Sort.RELEVANCE:
            raise ValueRefused(
                "sort", value=self.sort, expected="avec un curseur, un autre tri"
            )

    @property
    def words(self) -> tuple[str, ...]:
        """The words to look for; none although there is text means: nothing matches."""
        return words_of(self.text)

    @property
    def start(self) -> int:
        """How many results come before this page."""
        return (self.page - 1) * self.size

    @property
    def is_hopeless(self) -> bool:
        """Whether the text holds signs only, which nothing can match."""
        return bool(self.text.strip()) and not self.words


def is_filter_field(name: str) -> bool:
    """Tell whether one may filter on, and count, the values of a field."""
    return name in FILTER_FIELDS or bool(_SOLUTION_FIELD.fullmatch(name))


def refuse_unfit(field: str, value: str) -> None:
    """Refuse a value that is empty, too long or holds control characters.

    :raises ValueRefused:
    """
    if not value or len(value) > MAX_VALUE_CHARACTERS or not value.isprintable():
        raise ValueRefused(
            field,
            value=value[:40],
            expected=f"un texte de 1 à {MAX_VALUE_CHARACTERS} caractères",
        )
