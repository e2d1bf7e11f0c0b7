"""The door to suggestions: while one types, and when nothing was found.

Both are made of documents that the reader may see, by the filters of any search: there
is no dictionary of the whole index.
"""

from collections.abc import Mapping
from communes.search.clients.errors import SolrError
from communes.search.domain.params import Param
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.results import Hit
from communes.search.domain.text import escape
from communes.search.domain.text import words_of
from communes.search.language.domain.words import fold
from communes.search.reading.found import find
from communes.search.reading.found import located
from communes.search.reading.solr import Asking
from communes.search.storage import titles_with
from communes.search.suggest.domain import LEAST_LETTERS
from communes.search.suggest.domain import meant
from communes.search.suggest.domain import tail_of
from communes.search.suggest.domain import word_of
from communes.search.suggest.fields import WORDS_FIELD
from dataclasses import dataclass
from dataclasses import replace
import json
import logging
from typing import Any


LEAST_CHARACTERS = 2
MOST_SUGGESTIONS = 6
MOST_HITS = 5
# Words beginning alike that are compared with a word nobody wrote.
MOST_CANDIDATES = 1500
MOST_MENDED = 6
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Suggestions:
    """What may be meant: whole texts to search for, and things to go to.

    ``degraded`` says that the catalogue answered: then no texts are proposed.
    """

    texts: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    degraded: bool = False


def suggest(site: Any, text: str, types: tuple[str, ...] = ()) -> Suggestions:
    """Return how the last word of ``text`` may go on, and what has it in its title.

    :param types: portal types to look among; all without.
    :raises TextTooLong: more than a question.
    """
    before, last = tail_of(" ".join(words_of(text, "q")))
    prefix = fold(last)
    if len(prefix) < LEAST_CHARACTERS:
        return Suggestions()
    query = Query(text=before, filters=_only(types), size=MOST_HITS)
    begun = [("fq", f"{{!prefix f={WORDS_FIELD} v=$begun}}"), ("begun", prefix)]
    counted = _counted({"words": _words(prefix, MOST_SUGGESTIONS + 1)})
    try:
        found, answer = find(Asking(site, query), [*begun, counted])
    except (SolrError, KeyError) as error:
        logger.info("The catalogue answers a suggestion: %r", error)
        hits = titles_with(site, query, f"{before} {last}")
        return Suggestions(hits=located(site, hits), degraded=True)
    ends = [word_of(entry) for entry in _buckets(answer, "words")]
    texts = [f"{before} {end}".strip() for end in ends if fold(end) != prefix]
    return Suggestions(tuple(texts[:MOST_SUGGESTIONS]), located(site, found.hits))


def did_you_mean(site: Any, query: Query) -> str:
    """Return the text that someone meant who found nothing, or "".

    It is made of words that the reader may read, and finds something for this reader.
    """
    words = query.words
    doubtful = {
        f"w{number}": word
        for number, word in enumerate(words[:MOST_MENDED])
        if len(word) > LEAST_LETTERS and word.isalpha()
    }
    if not doubtful:
        return ""
    try:
        mended = _mended(site, query, doubtful)
        if not mended:
            return ""
        text = " ".join(
            mended.get(f"w{number}", word) for number, word in enumerate(words)
        )
        wanted = replace(query, text=text, page=1, size=0, facets=(), snippets=False)
        return text if find(Asking(site, wanted))[0].total else ""
    except (SolrError, KeyError) as error:
        logger.info("No other text is proposed: %r", error)
        return ""


def _mended(site: Any, query: Query, doubtful: Mapping[str, str]) -> dict[str, str]:
    """Return the words meant instead of those that stand in no text of the reader's."""
    everything = Query(filters=query.filters, path=query.path, size=0)
    asking = Asking(site, everything)
    unknown = _unknown(asking, doubtful)
    if not unknown:
        return {}
    asked: dict[str, object] = {}
    for name, word in unknown.items():
        folded = fold(word)
        asked[f"{name}like"] = _words(folded[0], MOST_CANDIDATES)
        asked[f"{name}swapped"] = _words(folded[1] + folded[0], MOST_CANDIDATES)
    _found, answer = find(asking, [_counted(asked)])
    mended = {}
    for name, word in unknown.items():
        near = {**_buckets(answer, f"{name}like"), **_buckets(answer, f"{name}swapped")}
        if found := meant(word, near):
            mended[name] = found
    return mended


def _unknown(asking: Asking, words: Mapping[str, str]) -> dict[str, str]:
    """Return the words that stand in no text of the reader's.

    Asked first: to look for the words near one counts those of every text.
    """
    params: list[Param] = [(name, escape(word)) for name, word in words.items()]
    asked = {
        name: {
            "type": "query",
            "q": f"{{!edismax qf='text_fr title_fr' uf=-* v=${name}}}",
        }
        for name in words
    }
    _found, answer = find(asking, [*params, _counted(asked)])
    counts = answer["facets"]
    return {
        name: word
        for name, word in words.items()
        if not counts.get(name, {}).get("count")
    }


def _only(types: tuple[str, ...]) -> tuple[Filter, ...]:
    return (Filter("portal_type", types),) if types else ()


def _words(prefix: str, most: int) -> dict[str, object]:
    return {"type": "terms", "field": WORDS_FIELD, "prefix": prefix, "limit": most}


def _counted(facets: Mapping[str, object]) -> Param:
    return ("json.facet", json.dumps(facets))


def _buckets(answer: Mapping[str, Any], name: str) -> dict[str, int]:
    buckets = answer["facets"].get(name, {}).get("buckets", [])
    return {bucket["val"]: bucket["count"] for bucket in buckets}
