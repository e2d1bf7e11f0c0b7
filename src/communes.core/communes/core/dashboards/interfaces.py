"""What a list needs to be found, and what else may answer in place of the catalogue."""

from communes.core.dashboards.domain import Answer
from communes.core.dashboards.domain import Counter
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.domain import Row
from communes.core.parts.domain.values import CounterCard
from dataclasses import dataclass
from typing import Any
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Column:
    """A column: ``metadata`` names the catalogue's column, ``sort`` its index.

    An ``optional`` one is shown to who chooses it in the menu « Colonnes ».
    """

    name: str
    title: str
    metadata: str
    sort: str = ""
    optional: bool = False


@dataclass(frozen=True)
class Filter:
    """A filter: the index it narrows and its choices as (value, title)."""

    name: str
    title: str
    index: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ListSource:
    """What a list is made of. ``scope`` is the part of the query nobody changes."""

    scope: dict[str, Any]
    columns: tuple[Column, ...] = ()
    filters: tuple[Filter, ...] = ()
    default_sort: str = "sortable_title"
    default_descending: bool = False
    text_index: str = "SearchableText"


class IListEngine(Interface):
    """What answers lists: an adapter of the site, which is the catalogue.

    A search engine registers one of (site, request) for its own layer beside it;
    ``dashboards.engines.list_engine`` finds the one that answers. The rights of the
    person asking always narrow the answer; no engine takes an index name from an
    address.
    """

    def rows(source: ListSource, query: ListQuery) -> Answer:
        """Return one page, showing one's own last write."""

    def every(source: ListSource, query: ListQuery, most: int) -> tuple:
        """Return the number of rows and an iterator over the first ``most`` of them.

        The page of the query does not count; one question whatever the number.
        """

    def counters(source: ListSource, query: ListQuery, name: str) -> list[Counter]:
        """Return for each choice of a filter how many rows it would leave."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet and how many results have it, for who may see them."""

    value: str
    title: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A filter of the page « Recherche », by its name in the address."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Found(Answer):
    """A page of a search; ``best`` comes first and is not counted in ``total``.

    ``meant`` is a text that finds something, when this one found nothing. ``relaxed``
    says that nothing holds all of the words, and that any of them counted.
    """

    facets: tuple[Facet, ...] = ()
    best: tuple[Row, ...] = ()
    meant: str = ""
    relaxed: bool = False


class ISearchEngine(Interface):
    """Adapter of (site, request) that answers the page « Recherche ».

    The kit registers the catalogue; ``communes.search`` registers Solr for its own
    layer, and says ``degraded`` in its answer when it had to fall back.
    """

    suggestions = Attribute(
        "Where, below the site, scripts get suggestions; empty without."
    )

    def search(query: ListQuery) -> Found:
        """Return one page of what this person may see, best first.

        The query may have the filters ``type`` and ``state`` (names), ``when`` (days
        since the last change) and the orders ``newest``, ``oldest`` and ``title``.

        Cells of a row: ``type`` and ``state`` (words), ``description``, ``modified``
        (date), ``who`` (a name), ``place`` (words), ``title`` and ``text`` (tuples of
        ``Piece``, where words were found; may be empty).
        """


class IDashboardBlock(Interface):
    """Named adapter of (site, request): what a solution says on the dashboard."""

    order = Attribute("Blocks are shown by this number, then by name.")

    def alarms() -> list:
        """Return legal terms that press: parts.domain Alarm values."""

    def counters() -> list[CounterCard]:
        """Return numbers that lead to the list they count, late ones first."""

    def tasks() -> list:
        """Return what this person has to do: ``Task`` values, most urgent first."""

    def events() -> list:
        """Return what happened to what this person sent: ``Event`` values."""

    def coming() -> list[str]:
        """Return phrases for the line under the greeting (« prochain Collège … »)."""


@dataclass(frozen=True)
class AlsoFound:
    """What stands beside the results of a page of search, under a title of its own.

    :param results: list of ``Result``, the best first; ``url`` leads to the rest.
    """

    title: str
    url: str
    results: tuple[Any, ...]


class IAlsoFound(Interface):
    """Named adapter of (site, request): what no catalogue holds and words may find."""

    def find(text: str) -> AlsoFound | None:
        """Return what this person may see of what is looked for, a few rows at most.

        None when there is nothing; ``text`` is never empty.
        """
