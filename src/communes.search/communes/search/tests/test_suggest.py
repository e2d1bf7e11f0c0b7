"""Completions and "did you mean" say what the reader may read anyway, and no more."""

from communes.search.api import search
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.settings import URL_VARIABLE
from communes.search.suggest.api import did_you_mean
from communes.search.suggest.api import suggest
from communes.search.testing import work_through
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
import pytest
import transaction


DEAD = "http://127.0.0.1:9/solr"


@pytest.fixture
def town(site):
    """Published pages of roads and schools, and a private one of an inquiry."""
    site.portal_workflow.setChainForPortalTypes(
        ["Document"], "simple_publication_workflow"
    )
    for title in ("Réfection des voiries", "Voiture de service", "École du Centre"):
        page = api.content.create(site, "Document", title=title)
        api.content.transition(page, "publish")
    api.content.create(
        site,
        "Document",
        "secret",
        title="Voisinage : enquête disciplinaire",
        subject=("Voltaire",),
    )
    work_through(site)
    return site


def test_the_last_word_goes_on_in_the_words_of_titles(town):
    logout()
    found = suggest(town, "voi")
    assert set(found.texts) == {"voiries", "voiture"}
    assert {hit.title for hit in found.hits} == {
        "Réfection des voiries",
        "Voiture de service",
    }
    assert found.hits[0].url.startswith("http://nohost/plone/")
    assert not found.degraded


def test_accents_need_not_be_typed(town):
    assert suggest(town, "eco").texts == ("école",)


def test_what_stands_before_narrows_and_stays(town):
    assert suggest(town, "réfection voi").texts == ("réfection voiries",)


def test_words_of_others_are_not_proposed(town):
    login(town, TEST_USER_NAME)
    assert {"voisinage", "voltaire"} <= {
        *suggest(town, "voi").texts,
        *suggest(town, "vol").texts,
    }
    logout()
    for begun in ("vois", "volt", "disc", "enq"):
        assert suggest(town, begun).texts == ()
        assert suggest(town, begun).hits == ()


def test_what_was_hidden_a_moment_ago_is_not_proposed(town):
    page = town["ecole-du-centre"]
    api.content.transition(page, "retract")
    transaction.commit()
    logout()
    assert suggest(town, "eco").texts == ()
    assert did_you_mean(town, Query(text="ecloe")) == ""


def test_types_narrow(town):
    assert suggest(town, "voi", ("File",)).texts == ()


@pytest.mark.parametrize(
    "text", ["", " ", "v", "*", '"', "{!func}", "vo\x00i", "a" * 9]
)
def test_any_text_is_harmless(town, text):
    assert suggest(town, text).texts in ((), ("voiries", "voiture"))


def test_without_solr_titles_are_still_proposed(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, DEAD)
    logout()
    found = suggest(town, "voi")
    assert (found.texts, found.degraded) == ((), True)
    assert {hit.title for hit in found.hits} == {
        "Réfection des voiries",
        "Voiture de service",
    }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vorieis", "voiries"),
        # No text holds both words: what finds nothing is not proposed.
        ("refection ovitures", ""),
        ("ecloe centre", "école centre"),
        ("réfection", ""),
        ("xylophone", ""),
        ("2023/05/12-3", ""),
    ],
)
def test_a_word_nobody_wrote_leads_to_the_nearest_one(town, typed, meant):
    logout()
    mended = did_you_mean(town, Query(text=typed))
    assert mended == meant
    if meant:
        assert search(town, Query(text=mended)).total == 1


def test_a_private_word_is_meant_for_its_reader_only(town):
    query = Query(text="discplinaire")
    login(town, TEST_USER_NAME)
    assert did_you_mean(town, query) == "disciplinaire"
    logout()
    assert did_you_mean(town, query) == ""


def test_a_mended_text_finds_something_with_the_filters_too(town):
    only_files = (Filter("portal_type", ("File",)),)
    assert did_you_mean(town, Query(text="vorieis", filters=only_files)) == ""


def test_without_solr_nothing_is_mended(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, DEAD)
    assert did_you_mean(town, Query(text="vorieis")) == ""
