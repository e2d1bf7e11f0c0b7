"""The words of a list as Solr queries: all of them, in any form, or as beginnings."""

from collections.abc import Iterator
from communes.search.domain.text import plain
from communes.search.language.domain.ranking import field_lists
from communes.search.language.domain.ranking import notion
from communes.search.language.domain.ranking import Param
from communes.search.language.domain.synonyms import Concept


# A beginning is compared with whole words and with stems: with accents and without.
BEGINNINGS = {
    "fr": "text_exact title_exact text_fr title_fr text_reference",
    "de": "text_de title_de",
}


def narrowed(concepts: tuple[Concept, ...], languages: tuple[str, ...]) -> list[Param]:
    """Return the parameters ``q`` and those it refers to; every notion must be found.

    What a list finds by the beginnings of words, as its catalogue does, is found here
    too, and its other forms and synonyms beside.

    :param concepts: the notions of what was typed, at least one.
    """
    names = [f"c{number}" for number in range(1, len(concepts) + 1)]
    must = " ".join(f"must=${name}e" for name in names)
    params = [("q", f"{{!bool {must}}}")]
    for name, concept in zip(names, concepts, strict=True):
        params += notion(name, concept)
        params += _either(name, concept)
    # Two languages may both have been chosen; French fields are always there.
    fields = dict.fromkeys(("fr", *languages))
    begin = " ".join(BEGINNINGS[one] for one in fields)
    return [*params, *field_lists(languages), ("begin_fields", begin)]


def _either(name: str, concept: Concept) -> Iterator[Param]:
    """Yield the notion ``name``, or the beginnings of all its words."""
    parts = plain(" ".join(concept.words)).split()
    begins = [f"{name}b{number}" for number, _part in enumerate(parts)]
    for begin, part in zip(begins, parts, strict=True):
        yield begin, f"{{!edismax qf=$begin_fields uf=-* v=${begin}t}}"
        yield f"{begin}t", f"{part}*"
    yield f"{name}b", f"{{!bool {' '.join(f'must=${one}' for one in begins)}}}"
    yield f"{name}e", f"{{!bool should=${name} should=${name}b}}"
