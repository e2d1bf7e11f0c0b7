"""A German-speaking commune finds in German; others pay nothing for it."""

from communes.search.api import search
from communes.search.domain.query import Query
from communes.search.language.settings_target import SearchTarget
from communes.search.settings import client_of
from communes.search.testing import work_through
from plone import api
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME
import pytest


TEXTS = {
    "hund": ("Hundesteuer 2026", "Jeder Halter meldet seine Hunde bei der Gemeinde."),
    "muell": ("Müllgebühren", "Die Gebühr für die Müllsammlung beträgt 72 Euro."),
    "schule": ("Einschreibung in den Gemeindeschulen", "Ab dem 16. August."),
    "strasse": ("Straßenarbeiten in der Hauptstraße", "Die Straße bleibt gesperrt."),
    "artikel": ("Beschluss", "Aufgrund des Artikels L1122-30, Akte KB-2026/11/012."),
    "francais": ("Taxe sur les chiens", "Le conseil abroge la taxe."),
}


@pytest.fixture
def town(site):
    SearchTarget(site).write({"languages": ["de", "fr"]})
    for id_, (title, text) in TEXTS.items():
        api.content.create(site, "Document", id_, title=title, description=text)
    work_through(site)
    login(site, TEST_USER_NAME)
    return site


def found(site, text):
    results = search(site, Query(text=text))
    assert not results.degraded
    return {hit.path.rpartition("/")[2] for hit in results.hits}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Hund", {"hund"}),
        ("Hunde", {"hund"}),
        ("Steuer", {"hund"}),
        ("Steuern", {"hund"}),
        ("Müll", {"muell"}),
        ("Muell", {"muell"}),
        ("Gebühren", {"muell"}),
        ("Gebuhr", {"muell"}),
        ("Schule", {"schule"}),
        ("Strasse", {"strasse"}),
        ("die Straßen", {"strasse"}),
        ("L1122-30", {"artikel"}),
        ("KB-2026/11/012", {"artikel"}),
        ("taxes", {"francais"}),
        ("Flughafen", set()),
    ],
)
def test_german_forms_and_parts_find_each_other(town, typed, expected):
    assert found(town, typed) == expected


def test_the_exact_form_comes_first_in_german_too(town):
    hits = search(town, Query(text="Straße")).hits
    assert hits[0].path.endswith("/strasse")


def test_a_french_commune_sends_no_german(site):
    api.content.create(site, "Document", "hund", title="Hundesteuer")
    work_through(site)
    asked = [("q", "title_de:[* TO *] text_de:[* TO *]"), ("rows", "0")]
    assert client_of(site).select(asked)["response"]["numFound"] == 0


def test_another_language_has_everything_sent_again(site):
    api.content.create(site, "Document", "hund", title="Hundesteuer")
    work_through(site)
    assert found(site, "Steuer") == set()
    SearchTarget(site).write({"languages": ["de"]})
    work_through(site)
    assert found(site, "Steuer") == {"hund"}
