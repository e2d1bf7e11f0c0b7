"""A typed search and a reader's rights, written as parameters for Solr."""

from collections.abc import Sequence
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from communes.search.domain.snippet import BEGIN
from communes.search.domain.snippet import END
from communes.search.domain.text import escape
from communes.search.domain.unsettled import Unsettled
from communes.search.language.domain.words import is_function_word
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
import json


SHOWN_FIELDS = (
    "UID",
    "Title",
    "Description",
    "portal_type",
    "review_state",
    "path",
    "modified",
    "effective",
    "Creator",
)
FACET_VALUES = 50
# No name of a user, role, group or type may hold it: query.refuse_unfit and
# Reader see to it.
SEPARATOR = "\x1f"

Param = tuple[str, str]
SETTLED = Unsettled()
# Words are marked in what is stored of a document, whichever field found them.
HIGHLIGHTING = [
    ("hl", "true"),
    ("hl.method", "unified"),
    ("hl.fl", "Title,Description,SearchableText"),
    # The words alone: a phrase of the question would hide them.
    ("hl.q", "{!edismax qf=text_fr mm=0 sow=true uf=-* v=$marked}"),
    ("hl.requireFieldMatch", "false"),
    ("hl.tag.pre", BEGIN),
    ("hl.tag.post", END),
    ("hl.snippets", "2"),
    # Motivations of acts are one sentence of a page: parts are cut between words.
    ("hl.bs.type", "WORD"),
    ("hl.fragsize", "140"),
    ("hl.maxAnalyzedChars", "30000"),
]

_SORTS = {
    Sort.RELEVANCE: "score desc, modified desc, UID asc",
    Sort.NEWEST: "modified desc, UID asc",
    Sort.OLDEST: "modified asc, UID asc",
    Sort.CREATED: "created asc, UID asc",
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


def terms(field: str, values: list[str], tag: str = "") -> str:
    """Return a filter query for any of ``values``, none of which is interpreted.

    :param tag: the name by which a facet may count as if this filter were off.
    """
    tagged = f" tag={tag}" if tag else ""
    return (
        f'{{!terms f={field} separator="{SEPARATOR}"{tagged}}}{SEPARATOR.join(values)}'
    )


def to_params(
    query: Query,
    reader: Reader,
    question: Sequence[Param] = (),
    unsettled: Unsettled = SETTLED,
) -> list[Param]:
    """Return the parameters of a ``/select`` request, in a stable order.

    :param question: how the words of the query are looked for, as
        ``communes.search.language.api.question`` says it; without, everything is.
    :param unsettled: what is left out but for what it allows.
    """
    params = [
        *(question or [("q", "*:*")]),
        ("start", str(query.start)),
        ("rows", str(query.size)),
        ("fl", ",".join(SHOWN_FIELDS)),
        ("sort", _SORTS[query.sort]),
        ("wt", "json"),
    ]
    params += [("fq", each) for each in reader.filters()]
    params += settled_only(unsettled)
    params += narrowed_by(query)
    if query.facets:
        params.append(("json.facet", _facets(query.facets)))
    if query.cursor:
        params.append(("cursorMark", query.cursor))
    if query.snippets and query.words:
        params += highlighting(query.words)
    return params


def narrowed_by(query: Query) -> list[Param]:
    """Return the filter queries of what was chosen beside the words."""
    params = [("fq", _filter(each)) for each in query.filters]
    params += [("fq", _range(each)) for each in query.ranges]
    if query.path:
        params.append(("fq", terms("path_parents", [query.path])))
    return params


def highlighting(words: tuple[str, ...]) -> list[Param]:
    """Return the parameters that mark ``words``, in any of their forms, in the text."""
    telling = [word for word in words if not is_function_word(word)] or words
    marked = " ".join(escape(word) for word in telling)
    return [*HIGHLIGHTING, ("marked", marked)]


def settled_only(unsettled: Unsettled) -> list[Param]:
    """Return the filter that leaves out what may have changed, but what is allowed."""
    if not unsettled:
        return []
    kinds = {
        "places": ("path_parents", unsettled.places),
        "uids": ("UID", unsettled.uids),
    }
    named = {
        name: terms(field, list(values))
        for name, (field, values) in kinds.items()
        if values
    }
    left_out = " ".join(f"must_not=$unsettled.{name}" for name in named)
    settled = ("unsettled.not", f"{{!bool cache=false must='*:*' {left_out}}}")
    params = [(f"unsettled.{name}", query) for name, query in named.items()]
    if not unsettled.allowed:
        return [*params, ("fq", settled[1])]
    allowed = ("unsettled.allowed", terms("UID", list(unsettled.allowed)))
    either = "{!bool cache=false should=$unsettled.not should=$unsettled.allowed}"
    return [*params, settled, allowed, ("fq", either)]


def _filter(wanted: Filter) -> str:
    return terms(wanted.field, list(wanted.values), wanted.field)


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
            name: {
                "type": "terms",
                "field": name,
                "limit": FACET_VALUES,
                # The other values of a filter stay on offer, with their counts.
                "domain": {"excludeTags": name},
            }
            for name in fields
        }
    )


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
