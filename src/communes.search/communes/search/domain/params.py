"""A typed search and a reader's rights, written as parameters for Solr."""

from collections.abc import Mapping
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from communes.search.domain.results import Facet
from communes.search.domain.results import FacetValue
from communes.search.domain.results import Hit
from communes.search.domain.results import Results
from communes.search.domain.text import escape
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import json
from typing import Any


SHOWN_FIELDS = (
    "UID",
    "Title",
    "Description",
    "portal_type",
    "review_state",
    "path",
    "modified",
    "effective",
)
# Exact forms before stems, titles before texts, references as typed before all.
SEARCHED_FIELDS = "title_exact^12 title_fr^8 text_reference^10 text_exact^3 text_fr"
PHRASE_FIELDS = "title_exact^8 text_exact^2"
# Two words: both. Three to five: all but one. Beyond: three quarters of them.
WORDS_THAT_MUST_MATCH = "2<-1 5<75%"
FACET_VALUES = 50
# No name of a user, role, group or type may hold it: query.refuse_unfit and
# Reader see to it.
SEPARATOR = "\x1f"

_SORTS = {
    Sort.RELEVANCE: "score desc, modified desc, UID asc",
    Sort.NEWEST: "modified desc, UID asc",
    Sort.OLDEST: "modified asc, UID asc",
    Sort.EFFECTIVE: "effective desc, UID asc",
    Sort.TITLE: "sortable_title asc, UID asc",
}


@dataclass(frozen=True)
class Reader:
    """Who reads, as the server knows it.

    ``tokens`` are Plone's roles, users and groups (``user:jean``, ``Anonymous``);
    ``now`` is set when what is not yet, or no longer, in force is hidden.
    """

    tokens: tuple[str, ...]
    now: datetime | None

    def filters(self) -> list[str]:
        """Return the filter queries that hide what this reader may not see."""
        tokens = [token for token in self.tokens if SEPARATOR not in token]
        queries = [terms("allowedRolesAndUsers", tokens)]
        if self.now is not None:
            # By the minute, as the catalogue counts; so the filter stays cached.
            minute = self.now.astimezone(UTC).replace(second=0, microsecond=0)
            following = minute + timedelta(minutes=1)
            queries.append(f"effective:[* TO {_stamp(following)}}}")
            queries.append(f"expires:[{_stamp(minute)} TO *]")
        return queries


def terms(field: str, values: list[str]) -> str:
    """Return a filter query for any of ``values``, none of which is interpreted."""
    return f'{{!terms f={field} separator="{SEPARATOR}"}}{SEPARATOR.join(values)}'


def to_params(query: Query, reader: Reader) -> list[tuple[str, str]]:
    """Return the parameters of a ``/select`` request, in a stable order."""
    params = [
        ("q", " ".join(escape(word) for word in query.words) or "*:*"),
        ("start", str(query.start)),
        ("rows", str(query.size)),
        ("fl", ",".join(SHOWN_FIELDS)),
        ("sort", _SORTS[query.sort]),
        ("wt", "json"),
    ]
    if query.words:
        params += [
            ("defType", "edismax"),
            ("qf", SEARCHED_FIELDS),
            ("pf", PHRASE_FIELDS),
            ("mm", WORDS_THAT_MUST_MATCH),
            ("tie", "0.1"),
            # Each word for itself: fields may cut it differently.
            ("sow", "true"),
            ("uf", "-*"),
            ("lowercaseOperators", "false"),
        ]
    params += [("fq", each) for each in reader.filters()]
    params += [("fq", terms(each.field, list(each.values))) for each in query.filters]
    params += [("fq", _range(each)) for each in query.ranges]
    if query.path:
        params.append(("fq", terms("path_parents", [query.path])))
    if query.facets:
        params.append(("json.facet", _facets(query.facets)))
    return params


def _range(wanted: Range) -> str:
    first, end = "*", "*]"
    if wanted.first:
        first = f"{wanted.first.isoformat()}T00:00:00Z"
    if wanted.last:
        end = f"{(wanted.last + timedelta(days=1)).isoformat()}T00:00:00Z}}"
    return f"{wanted.field}:[{first} TO {end}"


def _facets(fields: tuple[str, ...]) -> str:
    return json.dumps(
        {
            name: {"type": "terms", "field": name, "limit": FACET_VALUES}
            for name in fields
        }
    )


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def to_results(answer: Mapping[str, Any]) -> Results:
    """Return what Solr answered as results, their ``url`` still empty.

    :raises KeyError: the answer is not one of ``/select``.
    """
    response = answer["response"]
    counted = answer.get("facets", {})
    return Results(
        hits=tuple(_hit(found) for found in response["docs"]),
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
            if name != "count"
        ),
    )


def _hit(found: Mapping[str, Any]) -> Hit:
    return Hit(
        uid=found["UID"],
        title=found.get("Title", ""),
        description=found.get("Description", ""),
        portal_type=found["portal_type"],
        review_state=found.get("review_state", ""),
        path=found["path"],
        modified=found.get("modified", ""),
        effective=found.get("effective", ""),
    )
