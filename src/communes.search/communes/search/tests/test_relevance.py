"""The best answer comes first: ours beside stock collective.solr and ZCatalog.

One run over judged questions prints nDCG@10 of each, for the questions the weights
were chosen on and for those held back. ``COMMUNES_WRITE_RELEVANCE`` (a path) keeps
the table.
"""

from communes.search.clients.solr import SolrClient
from communes.search.domain.params import Reader
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.domain.text import words_of
from communes.search.language.domain.ranking import ranked
from communes.search.language.domain.references import join_references
from communes.search.language.domain.references import numbers_of
from communes.search.language.domain.synonyms import base_groups
from communes.search.language.domain.synonyms import thesaurus
from communes.search.relevance.domain import mean
from communes.search.relevance.domain import ndcg
from communes.search.relevance.domain import questions
from communes.search.relevance.domain import texts
from communes.search.relevance.tests.stock import forget
from communes.search.relevance.tests.stock import searchable
from communes.search.relevance.tests.stock import stock
from communes.search.testing import command
import json
import os
from pathlib import Path
from plone.base.utils import munge_search_term
from Products.ZCTextIndex.ParseTree import ParseError
import pytest
from types import SimpleNamespace


ANYONE = Reader(("Anonymous",), None)
# What ours reaches today, less two hundredths: a change that loses more is seen.
FLOOR = {"train": 0.86, "held": 0.83}


class Ours:
    """The ranking of this search, with the synonyms that come with it or without."""

    def __init__(self, client, groups):
        self.client = client
        self.thesaurus = thesaurus(groups)

    def ranking(self, text):
        words = join_references(words_of(text))
        notions = self.thesaurus.expand(words)
        for relaxed in (False, True):
            question = ranked(words, notions, ("fr",), relaxed)
            params = to_params(Query(text=text, size=10), ANYONE, question)
            found = self.client.select(params)["response"]["docs"]
            if found:
                break
        return [each["UID"] for each in found]


class Catalogue:
    """The ranking of the text index of a stock Plone."""

    def __init__(self, catalog):
        self.catalog = catalog

    def ranking(self, text, munged=True):
        wanted = munge_search_term(text) if munged else text
        try:
            brains = self.catalog.unrestrictedSearchResults(
                SearchableText=wanted, Type="judged"
            )
        except ParseError:
            return []
        return [brain.getPath().rpartition("/")[2] for brain in brains[:10]]


@pytest.fixture
def ours(solr):
    client = SolrClient(solr["solr_url"], "judged", 10.0, 30.0)
    client.create_core()
    client.add(
        [
            {
                "UID": text.id,
                "path": f"/{text.id}",
                "portal_type": "Document",
                "allowedRolesAndUsers": ["Anonymous"],
                "indexed_at": "2026-11-22T00:00:00Z",
                "Title": text.title,
                "SearchableText": searchable(text),
                "numbers": numbers_of([searchable(text)]),
            }
            for text in texts()
        ]
    )
    command(client, json.dumps({"commit": {}}).encode())
    return client


@pytest.fixture
def catalogue(site):
    """The catalogue of a stock site, told of the texts and of nothing else."""
    catalog = site.portal_catalog
    for text in texts():
        record = SimpleNamespace(
            SearchableText=searchable(text), Title=text.title, Type="judged"
        )
        catalog._catalog.catalogObject(record, f"/judged/{text.id}")
    return Catalogue(catalog)


@pytest.fixture
def others(solr, site):
    engine = stock(solr, texts())
    yield engine
    forget(solr)


def measured(ranking):
    """nDCG@10 of a ranking, of each half of the questions."""
    halves = {"train": [], "held": []}
    for question in questions():
        found = ndcg(ranking(question.text), question.grades)
        halves["held" if question.held else "train"].append(found)
    return {half: mean(values) for half, values in halves.items()}


def table(rows):
    lines = ["| | chosen on | held back |", "|---|---:|---:|"]
    lines += [
        f"| {name} | {one['train']:.3f} | {one['held']:.3f} |"
        for name, one in rows.items()
    ]
    return "\n".join(lines)


def test_ours_answers_better_than_the_stock_engines(ours, catalogue, others, capsys):
    rows = {
        "communes.search": measured(Ours(ours, base_groups()).ranking),
        "communes.search, without synonyms": measured(Ours(ours, ()).ranking),
        "collective.solr 10.1.1, its search page": measured(others.ranking),
        "collective.solr 10.1.1, words as typed": measured(
            lambda text: others.ranking(text, munged=False)
        ),
        "ZCatalog, the search page of Plone": measured(catalogue.ranking),
        "ZCatalog, words as typed": measured(
            lambda text: catalogue.ranking(text, munged=False)
        ),
    }
    with capsys.disabled():
        print(f"\nnDCG@10, {len(questions())} questions, {len(texts())} texts")
        print(table(rows))
    if kept := os.environ.get("COMMUNES_WRITE_RELEVANCE"):
        Path(kept).write_text(f"{table(rows)}\n", encoding="utf-8")
    first, *rest = rows.values()
    for half, floor in FLOOR.items():
        assert first[half] >= floor
        assert all(first[half] >= other[half] for other in rest)
