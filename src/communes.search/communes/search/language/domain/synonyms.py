"""A question made into notions: what was typed, and what else means the same."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.search.language.domain.words import key_of
from communes.search.language.domain.words import meaning
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


Key = tuple[str, ...]
MAX_ALTERNATIVES = 8
# Of a whole question: Solr bounds how many clauses a query may have.
MAX_OF_ALL = 40


@dataclass(frozen=True)
class Concept:
    """One notion of a question.

    ``words`` are those typed, in order (several for an expression); any of
    ``alternatives``, words or expressions, may stand for all of them.
    """

    words: tuple[str, ...]
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thesaurus:
    """Groups of words of the same meaning, ready to be looked up."""

    groups: Mapping[Key, tuple[str, ...]]
    longest: int

    def expand(self, words: tuple[str, ...]) -> tuple[Concept, ...]:
        """Return the notions of ``words``; function words are in none of them.

        The longest expression wins: "milieu d'accueil" is one notion. A question of
        function words only keeps them, one notion each.
        """
        telling = [(word, meaning(word)) for word in words]
        found = []
        left = MAX_OF_ALL
        rest = [each for each in telling if each[1]]
        while rest:
            length = self._length(rest)
            typed = tuple(word for word, _key in rest[:length])
            others = self._others(_joined(rest[:length]))[:left]
            found.append(Concept(typed, others))
            rest, left = rest[length:], left - len(others)
        return tuple(found) or tuple(Concept((word,)) for word in words)

    def _length(self, rest: list[tuple[str, Key]]) -> int:
        for length in range(min(self.longest, len(rest)), 1, -1):
            if _joined(rest[:length]) in self.groups:
                return length
        return 1

    def _others(self, key: Key) -> tuple[str, ...]:
        group = self.groups.get(key, ())
        return tuple(word for word in group if key_of(word) != key)[:MAX_ALTERNATIVES]


def thesaurus(groups: Iterable[tuple[str, ...]]) -> Thesaurus:
    """Return the groups made ready; a word in two groups has the words of both."""
    found: dict[Key, dict[str, None]] = {}
    for group in groups:
        for word in group:
            found.setdefault(key_of(word), {}).update(dict.fromkeys(group))
    return Thesaurus(
        {key: tuple(words) for key, words in found.items() if key},
        max((len(key) for key in found), default=1),
    )


@cache
def base_groups() -> tuple[tuple[str, ...], ...]:
    """Return the synonyms that come with the search: Walloon administration, French."""
    text = files(__package__).joinpath("synonyms_fr.txt").read_text(encoding="utf-8")
    return tuple(
        tuple(word.strip() for word in line.split(","))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


def _joined(words: list[tuple[str, Key]]) -> Key:
    return tuple(part for _word, key in words for part in key)
