"""What Solr answers, read into results."""

from collections.abc import Mapping
from communes.search.domain.results import Facet
from communes.search.domain.results import FacetValue
from communes.search.domain.results import Hit
from communes.search.domain.results import Piece
from communes.search.domain.results import Results
from communes.search.domain.snippet import bare
from communes.search.domain.snippet import pieces
from typing import Any


def to_results(answer: Mapping[str, Any], cursor: str = "") -> Results:
    """Return what Solr answered as results, their ``url`` still empty.

    :param cursor: the one that was asked with; an answer that repeats it is the end.
    :raises KeyError: the answer is not one of ``/select``.
    """
    response = answer["response"]
    counted = answer.get("facets", {})
    marked = answer.get("highlighting", {})
    following = answer.get("nextCursorMark", "")
    return Results(
        hits=tuple(
            _hit(each, marked.get(each["UID"], {})) for each in response["docs"]
        ),
        total=response["numFound"],
        facets=tuple(
            Facet(
                name,
                tuple(
                    FacetValue(str(bucket["val"]), bucket["count"])
                    for bucket in values["buckets"]
                ),
            )
            for name, values in counted.items()
            if isinstance(values, dict) and "buckets" in values
        ),
        cursor="" if following == cursor else following,
    )


def _hit(found: Mapping[str, Any], marked: Mapping[str, list[str]]) -> Hit:
    title = found.get("Title", "")
    return Hit(
        uid=found["UID"],
        title=title,
        description=found.get("Description", ""),
        portal_type=found["portal_type"],
        review_state=found.get("review_state", ""),
        path=found["path"],
        modified=found.get("modified", ""),
        effective=found.get("effective", ""),
        creator=found.get("Creator", ""),
        title_pieces=pieces(" ".join(marked.get("Title", ()))),
        snippet=_snippet(marked, title),
    )


def _snippet(marked: Mapping[str, list[str]], title: str) -> tuple[Piece, ...]:
    """Return the parts of the text where words stand; a mere title is no news."""
    if described := marked.get("Description"):
        return pieces(" … ".join(described))
    parts = [part.strip() for part in marked.get("SearchableText", ())]
    telling = [part for part in parts if bare(part) not in title]
    return pieces(f"… {' … '.join(telling)} …") if telling else ()
