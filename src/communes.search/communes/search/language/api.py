"""The door to a commune's words: what a question means here, and what comes first."""

from collections.abc import Mapping
from communes.search.domain.text import words_of
from communes.search.language.domain.best_bets import bets_for
from communes.search.language.domain.narrowing import narrowed
from communes.search.language.domain.ranking import Param
from communes.search.language.domain.ranking import ranked
from communes.search.language.domain.references import join_references
from communes.search.language.domain.settings import BestBet
from communes.search.language.domain.settings import SearchSettings
from communes.search.language.domain.synonyms import base_groups
from communes.search.language.domain.synonyms import Concept
from communes.search.language.domain.synonyms import Thesaurus
from communes.search.language.domain.synonyms import thesaurus
from communes.search.language.settings_target import settings_of
from functools import lru_cache
from typing import Any


__all__ = [
    "BestBet",
    "Concept",
    "best_bets",
    "expand",
    "language_fields",
    "narrowing",
    "question",
]

GERMAN = "de"


def expand(site: Any, text: str) -> tuple[Concept, ...]:
    """Return the notions of ``text``: the words typed, and what else says the same.

    Synonyms are those of the commune of ``site`` and, unless it declines them, those
    that come with the search. No document is looked at, nothing is reindexed: a
    change of the settings holds from the next search on, in this site only.

    :raises TextTooLong: more than a question.
    """
    words = join_references(words_of(text))
    return _thesaurus_with(settings_of(site)).expand(words)


def question(site: Any, text: str, relaxed: bool = False) -> list[Param]:
    """Return the Solr parameters that look for ``text``, best answer first.

    They are ``q`` and what it refers to; rights, filters and sort are the caller's.
    Nothing in ``text`` is read as syntax. Empty for a text without any word.

    :param relaxed: texts that hold any of the notions will do, those with more of
        them first: for a question that found nothing.
    :raises TextTooLong: more than a question.
    """
    words = join_references(words_of(text))
    if not words:
        return []
    settings = settings_of(site)
    notions = _thesaurus_with(settings).expand(words)
    return ranked(words, notions, settings.languages, relaxed)


def narrowing(site: Any, text: str) -> list[Param]:
    """Return the Solr parameters that find what holds every notion of ``text``.

    For lists: each word may also be the beginning of one. Nothing in ``text`` is read
    as syntax. Empty for a text without any word.

    :raises TextTooLong: more than a question.
    """
    words = join_references(words_of(text))
    if not words:
        return []
    settings = settings_of(site)
    return narrowed(_thesaurus_with(settings).expand(words), settings.languages)


def best_bets(site: Any, text: str) -> tuple[BestBet, ...]:
    """Return the pages the commune wants first for ``text``, in its order.

    ``uid_or_path`` of each is a UID, or a path below the site that begins with "/".
    Whether the page exists, and whether the reader may see it, is the caller's to
    check.
    """
    return bets_for(text, settings_of(site).best_bets)


def language_fields(site: Any, document: Mapping[str, object]) -> dict[str, object]:
    """Return what a search document needs beside for the languages of ``site``.

    French is made by Solr itself; German is sent for the communes that write it.
    """
    if GERMAN not in settings_of(site).languages:
        return {}
    texts = [document.get(name) for name in ("Description", "SearchableText")]
    return {
        "title_de": document.get("Title") or None,
        "text_de": [text for text in texts if text] or None,
    }


def _thesaurus_with(settings: SearchSettings) -> Thesaurus:
    own = tuple(group.words for group in settings.synonyms)
    return _thesaurus(own, settings.base_synonyms)


@lru_cache(maxsize=64)
def _thesaurus(own: tuple[tuple[str, ...], ...], with_base: bool) -> Thesaurus:
    return thesaurus((*own, *base_groups()) if with_base else own)
