"""A question of notions, written as Solr queries that put the best answer first."""

from collections.abc import Iterator
from collections.abc import Mapping
from communes.search.domain.text import escape
from communes.search.language.domain.references import is_reference
from communes.search.language.domain.synonyms import Concept
from communes.search.language.domain.words import is_function_word


Param = tuple[str, str]

# Exact forms before stems, titles before texts, references as typed before all.
EXACT_FIELDS = "title_exact^6 text_exact^1.5"
REFERENCE_FIELDS = "text_reference^10 text_compact^8"
STEMMED_FIELDS = {
    "fr": "title_fr^3 text_fr",
    "de": "title_de^3 text_de",
}
PHRASE_FIELDS = "title_exact^4 text_exact^1.5"
STEMMED_PHRASE_FIELDS = {"fr": "title_fr^3 text_fr", "de": "title_de^3 text_de"}
SYNONYM_WEIGHT = 0.35
PHRASE_SLOP = 3
TIE = 0.1


def ranked(
    typed: tuple[str, ...],
    concepts: tuple[Concept, ...],
    languages: tuple[str, ...],
    relaxed: bool = False,
) -> list[Param]:
    """Return the parameters ``q`` and those it refers to, for what was typed.

    Each notion is looked for in all fields, in each of its wordings; enough of them
    must be found (``needed``); what stands together as typed comes first. Every word
    is escaped: nothing typed is syntax.

    :param typed: the words as typed, function words included.
    :param concepts: their notions, at least one.
    :param relaxed: any notion will do, more of them come first. Numbers of files and
        articles are asked for all the same.
    """
    clauses = {f"c{number}": concept for number, concept in enumerate(concepts, 1)}
    params = [("q", "{!bool must=$words should=$near}")]
    params.append(("words", _enough(clauses, relaxed)))
    for name, concept in clauses.items():
        params += notion(name, concept)
    if sum(not is_function_word(word) for word in typed) > 1:
        params += [
            ("near", _quoted("$near_fields", "$typed")),
            ("typed", _phrase(typed)),
        ]
    else:
        # A clause that matches nothing: the query refers to it.
        params.append(("near", "-*:*"))
    return params + field_lists(languages)


def needed(notions: int) -> int:
    """Return how many of the notions of a question an answer must have.

    Up to two: all. Three to five: all but one. Beyond: three quarters of them.
    """
    if notions <= 2:
        return notions
    return notions - 1 if notions <= 5 else notions * 3 // 4


def _enough(clauses: Mapping[str, Concept], relaxed: bool) -> str:
    numbers = [name for name, one in clauses.items() if is_reference(one.words)]
    others = [name for name in clauses if name not in numbers]
    least = min(1, len(others)) if relaxed else needed(len(others))
    if relaxed and numbers:
        least = 0
    kind = "must" if least == len(others) else "should"
    wanted = [f"must=${name}" for name in numbers]
    wanted += [f"{kind}=${name}" for name in others]
    if kind == "should" and least:
        wanted.append(f"mm={least}")
    return f"{{!bool {' '.join(wanted)}}}"


def notion(name: str, concept: Concept) -> Iterator[Param]:
    """Yield the query called ``name`` for one notion, and those it refers to."""
    wordings = [f"{name}w"]
    if len(concept.words) == 1:
        yield f"{name}w", _plain("$word_fields", f"${name}t")
        yield f"{name}t", escape(concept.words[0])
    else:
        # An expression: all its words, better together.
        parts = [f"{name}w{part}" for part, _word in enumerate(concept.words)]
        must = " ".join(f"must=${part}" for part in parts)
        yield f"{name}w", f"{{!bool {must}}}"
        for part, word in zip(parts, concept.words, strict=True):
            yield part, _plain("$word_fields", f"${part}t")
            yield f"{part}t", escape(word)
    for number, other in enumerate(concept.alternatives):
        wording = f"{name}s{number}"
        wordings.append(wording)
        yield wording, _quoted("$synonym_fields", f"${wording}t")
        yield f"{wording}t", _phrase(tuple(other.split()))
    yield name, f"{{!bool {' '.join(f'should=${one}' for one in wordings)}}}"


def _plain(fields: str, text: str) -> str:
    return f"{{!edismax qf={fields} tie={TIE} sow=true uf=-* v={text}}}"


def _quoted(fields: str, text: str) -> str:
    return f"{{!edismax qf={fields} tie={TIE} qs={PHRASE_SLOP} uf=-* v={text}}}"


def _phrase(words: tuple[str, ...]) -> str:
    return f'"{" ".join(escape(word) for word in words)}"'


def field_lists(languages: tuple[str, ...]) -> list[Param]:
    """Return the fields that the queries of notions and phrases refer to."""
    stemmed = " ".join(STEMMED_FIELDS[one] for one in languages)
    near = " ".join(STEMMED_PHRASE_FIELDS[one] for one in languages)
    return [
        ("word_fields", f"{EXACT_FIELDS} {REFERENCE_FIELDS} {stemmed}"),
        ("synonym_fields", _lighter(f"{EXACT_FIELDS} {stemmed}")),
        ("near_fields", f"{PHRASE_FIELDS} {near}"),
    ]


def _lighter(fields: str) -> str:
    weighed = (field.partition("^") for field in fields.split())
    return " ".join(
        f"{name}^{round(float(weight or 1) * SYNONYM_WEIGHT, 3)}"
        for name, _sign, weight in weighed
    )
