"""Finds what is public by words, institution, organ, matter, year and kind."""

from collections.abc import Callable
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import Found
from communes.publications.domain.kinds import KIND_LABELS
from communes.publications.indexing.search_fields import FACETS
from communes.publications.indexing.search_fields import field
from communes.publications.storage.listing import institution_rows
from communes.search.faceted import api as faceted
from communes.search.faceted.api import Narrowed
from communes.search.faceted.api import Plan
from typing import Any


_KINDS = tuple(KIND_LABELS)


def find(site: Any, query: ListQuery) -> Found:
    """Return one page of what this person may see, with counts for each filter.

    :raises QueryRefused: more words, or a page further down, than anyone reads.
    """
    names = {one.nis: one.title for one in institution_rows(site)}
    titles: dict[str, Callable[[str], str]] = {
        "institution": lambda nis: names.get(nis, nis),
        "kind": lambda kind: KIND_LABELS.get(kind, kind),
    }
    facets = tuple(
        Narrowed(
            name,
            field(name),
            f"publications_{name}",
            titles.get(name, str),
            only=_KINDS if name == "kind" else (),
            backwards=name == "year",
        )
        for name in FACETS
    )
    return faceted.find(site, query, Plan(facets, lambda brain: _cells(brain, names)))


def _cells(brain: Any, names: dict[str, str]) -> dict[str, Any]:
    place = (
        names.get(brain.publications_institution or "", ""),
        brain.publications_organ or "",
    )
    moment = brain.publications_date
    return {
        "type": KIND_LABELS.get(brain.publications_kind or "", ""),
        "place": " – ".join(filter(None, place)),
        "modified": moment.date() if hasattr(moment, "hour") else None,
        "description": brain.Description or "",
    }
