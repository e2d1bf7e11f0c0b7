"""What of the scope of a list Solr can narrow by; the catalogue does the rest."""

from collections.abc import Mapping
from communes.search.domain.errors import QueryRefused
from communes.search.domain.query import Filter
from communes.search.domain.query import MAX_VALUES


NARROWING = ("portal_type", "review_state")


def filters_of(scope: Mapping[str, object]) -> tuple[Filter, ...]:
    """Return the part of the catalogue's query ``scope`` that Solr can say as well.

    Only what is said as a value or several. Leaving something out is no harm: the
    catalogue narrows what Solr finds by all of ``scope``.
    """
    found = []
    for name in NARROWING:
        values = _values(scope.get(name))
        if 0 < len(values) <= MAX_VALUES:
            try:
                found.append(Filter(name, values))
            except QueryRefused:
                continue
    return tuple(found)


def path_of(scope: Mapping[str, object]) -> str:
    """Return the physical path below which a list looks; empty when it says none."""
    path = scope.get("path", "")
    if isinstance(path, Mapping) and set(path) == {"query"}:
        path = path["query"]
    return path if isinstance(path, str) else ""


def _values(wanted: object) -> tuple[str, ...]:
    if isinstance(wanted, str):
        return (wanted,)
    if not isinstance(wanted, (list, tuple)):
        return ()
    several = tuple(each for each in wanted if isinstance(each, str))
    return several if len(several) == len(wanted) else ()
