"""What a French reader types finds what a French writer wrote, on the real Solr."""

from communes.search.clients.errors import SolrRefused
from communes.search.clients.solr import SolrClient
from communes.search.domain.answer import to_results
from communes.search.domain.params import Reader
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.domain.text import words_of
from communes.search.language.domain.ranking import ranked
from communes.search.language.domain.references import join_references
from communes.search.language.domain.references import numbers_of
from communes.search.language.domain.synonyms import thesaurus
from communes.search.testing import command
import json
import pytest


ANYONE = Reader(("Anonymous",), None)
TEXTS = {
    "deliberation": ("Délibération du collège", "La délibération est approuvée."),
    "deliberations": ("Délibérations du conseil", "Registre des actes."),
    "voirie": ("Réfection de la voirie", "Rue du Moulin, à l’entrée du village."),
    "achat": ("Achat d’un camion", "Le collège décide l'achat d'une benne."),
    "ecole": ("École communale", "Rentrée des élèves."),
    "travaux": ("Travaux au cimetière", "Allées et columbarium."),
    "reference": ("Procès-verbal", "Point 2023/05/12-3, dossier CC-2026/11/012."),
    "other_reference": ("Procès-verbal", "Point 2023/05/12-4, dossier CC-2026/11/013."),
    "article": ("Motivation", "Vu le Code, notamment l’article L1122-30, alinéa 1er."),
    "spaced": ("Convocation", "Conformément à l'article L 1122-13, § 1er."),
    "person": ("Registre", "Numéro national 85.07.30-033.61 rectifié."),
    "account": ("Versement", "Sur le compte BE12 3630 0000 0059 de la commune."),
    "payment": ("Paiement", "Communication +++123/4567/89012+++ à rappeler."),
}


@pytest.fixture
def client(solr):
    client = SolrClient(solr["solr_url"], "french", 10.0, 30.0)
    client.create_core()
    client.delete_indexed_before("NOW+1DAY")
    documents = [
        {
            "UID": uid,
            "path": f"/{uid}",
            "portal_type": "Document",
            "allowedRolesAndUsers": ["Anonymous"],
            "indexed_at": "2026-11-22T00:00:00Z",
            "Title": title,
            "SearchableText": text,
            "numbers": numbers_of([text]),
        }
        for uid, (title, text) in TEXTS.items()
    ]
    client.add(documents)
    command(client, json.dumps({"commit": {}}).encode())
    return client


def found(client, text):
    words = join_references(words_of(text))
    question = ranked(words, thesaurus(()).expand(words), ("fr",))
    params = to_params(Query(text=text), ANYONE, question)
    results = to_results(client.select(params))
    return [hit.uid for hit in results.hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("délibérations", {"deliberation", "deliberations"}),
        ("DELIBERATION", {"deliberation", "deliberations"}),
        ("voiries", {"voirie"}),
        ("l'achat", {"achat"}),
        ("l’achat", {"achat"}),
        ("achats", {"achat"}),
        ("ecole", {"ecole"}),
        ("écoles", {"ecole"}),
        ("travail", {"travaux"}),
        ("l'entree", {"voirie"}),
        ("2023/05/12-3", {"reference"}),
        ("CC-2026/11/012", {"reference"}),
        ("cc-2026/11/013", {"other_reference"}),
        ("L1122-30", {"article"}),
        ("article l1122-30", {"article"}),
        ("+++123/4567/89012+++", {"payment"}),
        ("123/4567/89012", {"payment"}),
        ("123456789012", {"payment"}),
        ("2026/11/012", {"reference"}),
        ("L1122-13", {"spaced"}),
        ("L 1122-13", {"spaced"}),
        ("l. 1122-13,", {"spaced"}),
        ("L 1122-30", {"article"}),
        ("85.07.30-033.61", {"person"}),
        ("85073003361", {"person"}),
        ("85 07 30 033 61", {"person"}),
        ("85.07.30-033.62", set()),
        ("BE12 3630 0000 0059", {"account"}),
        ("BE12363000000059", {"account"}),
        ("be12.3630.0000.0059", {"account"}),
        ("égouttage", set()),
    ],
)
def test_forms_find_each_other(client, typed, expected):
    assert set(found(client, typed)) == expected


@pytest.mark.parametrize(
    ("typed", "first"),
    [("délibération", "deliberation"), ("délibérations", "deliberations")],
)
def test_the_exact_form_comes_first(client, typed, first):
    assert found(client, typed)[0] == first


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '"délibération',
        "(((voirie",
        "voirie)",
        "*oirie",
        "?",
        "voirie\x00",
        "{!term f=portal_type}Document",
        "title_fr:voirie OR *:*",
        "_query_:x",
        "NOT NOT",
        "voirie AND",
        "a" * 500,
        "\\",
        "/.*/",
        "[* TO *]",
        "voirie^1000~2",
    ],
)
def test_hostile_text_is_only_text(client, typed):
    query = Query(text=typed)
    if not query.is_hopeless:
        hits = set(found(client, typed))
        assert hits <= {"voirie", "deliberation", "deliberations"}


def test_a_leading_wildcard_does_not_expand(client):
    assert found(client, "*oirie") == []


def test_nobody_is_a_reader_of_nothing(client):
    results = to_results(client.select(to_params(Query(), Reader((), None))))
    assert results.total == 0


def test_a_husk_is_refused_by_the_schema(client):
    with pytest.raises(SolrRefused):
        client.add([{"UID": "husk"}])
