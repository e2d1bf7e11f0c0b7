"""Who asks gets what he may see, from Solr, or from the catalogue when it is gone."""

from communes.search.api import search
from communes.search.domain.query import Filter
from communes.search.domain.query import Query
from communes.search.domain.query import Range
from communes.search.domain.query import Sort
from communes.search.settings import URL_VARIABLE
from communes.search.testing import work_through
from contextlib import closing
from DateTime import DateTime
from datetime import date
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
import pytest
import socket


@pytest.fixture
def town(site):
    """A published page, a private one of "agnes", and one not yet in force."""
    site.portal_workflow.setChainForPortalTypes(
        ["Document", "Folder"], "simple_publication_workflow"
    )
    for name in ("agnes", "bruno"):
        api.user.create(f"{name}@valmont.example", name, "Un-mot-de-passe-2026")
    public = api.content.create(site, "Document", "public", title="Voirie publique")
    api.content.transition(public, "publish")
    private = api.content.create(
        site, "Document", "private", title="Voirie privée", subject=("Secret",)
    )
    private.manage_setLocalRoles("agnes", ["Reader"])
    private.reindexObjectSecurity()
    coming = api.content.create(site, "Document", "coming", title="Voirie à venir")
    api.content.transition(coming, "publish")
    coming.setEffectiveDate(DateTime() + 7)
    coming.reindexObject()
    work_through(site)
    return site


def found(site, query=None):
    results = search(site, query or Query(text="voiries"))
    assert not results.degraded
    return {hit.path.rpartition("/")[2] for hit in results.hits}


def test_everyone_finds_what_is_public(town):
    logout()
    assert found(town) == {"public"}


def test_a_private_page_is_found_by_who_may_read_it(town):
    login(town, "agnes")
    assert found(town) == {"public", "private"}


def test_a_private_page_is_not_found_by_another(town):
    login(town, "bruno")
    assert found(town) == {"public"}


def test_who_manages_finds_what_is_not_yet_in_force(town):
    login(town, TEST_USER_NAME)
    assert found(town) == {"public", "private", "coming"}


def test_facets_and_totals_count_only_what_the_reader_may_see(town):
    login(town, "bruno")
    results = search(town, Query(text="voirie", facets=("Subject", "portal_type")))
    counts = {
        facet.field: {each.value: each.count for each in facet.values}
        for facet in results.facets
    }
    assert counts == {"Subject": {}, "portal_type": {"Document": 1}}
    assert results.total == 1


@pytest.mark.parametrize("name", ["agnes", "bruno", TEST_USER_NAME, None])
def test_both_engines_show_a_reader_the_same(town, monkeypatch, name):
    login(town, name) if name else logout()
    query = Query(size=200)
    by_solr = found(town, query)
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    results = search(town, query)
    assert results.degraded
    assert {hit.path.rpartition("/")[2] for hit in results.hits} == by_solr


def test_a_search_wakes_no_object(town):
    login(town, "agnes")
    found(town)
    page = town._getOb("public")
    page._p_deactivate()
    hits = search(town, Query(text="voirie", sort=Sort.TITLE)).hits
    assert [hit.title for hit in hits] == ["Voirie privée", "Voirie publique"]
    assert hits[1].url == "http://nohost/plone/public"
    assert page._p_changed is None


def test_filters_ranges_and_place_narrow(town):
    today = DateTime().toZone("UTC").asdatetime().date()
    public = Filter("review_state", ("published",))
    assert found(town, Query(filters=(public,))) >= {"public", "coming"}
    assert "private" not in found(town, Query(filters=(public,)))
    assert "public" in found(town, Query(ranges=(Range("modified", today),)))
    past = Range("modified", None, date(2020, 1, 1))
    assert found(town, Query(ranges=(past,))) == set()
    assert found(town, Query(text="voirie", path="/plone/public")) == {"public"}
    assert found(town, Query(text="voirie", path="/plone/publ")) == set()


def test_signs_only_find_nothing_without_asking(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    assert search(town, Query(text="*")).total == 0


def test_a_stopped_solr_is_a_limited_answer_not_zero_results(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    results = search(town, Query(text="voirie"))
    assert results.degraded
    assert results.total == 3


def test_a_solr_that_accepts_and_never_answers_is_left_after_its_time(
    town, monkeypatch
):
    town.portal_registry["communes.search.search_timeout_seconds"] = 1
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        port = silent.getsockname()[1]
        monkeypatch.setenv(URL_VARIABLE, f"http://127.0.0.1:{port}/solr")
        results = search(town, Query(text="voirie"))
    assert results.degraded
    assert results.total == 3


@pytest.mark.parametrize(
    "text",
    ['"', "(voirie", "voirie*", "voirie AND", "NOT voirie", "de la", "voirie\x00"],
)
def test_the_catalogue_takes_any_text_too(town, monkeypatch, text):
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    assert search(town, Query(text=text)).total in (0, 3)


def test_a_filter_the_catalogue_does_not_know_never_widens(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    results = search(town, Query(filters=(Filter("seance_s", ("2026",)),)))
    assert (results.total, results.degraded) == (0, True)


def test_a_missing_index_is_a_limited_answer(town):
    town.portal_registry["communes.search.core"] = "never-made"
    results = search(town, Query(text="voirie"))
    assert (results.total, results.degraded) == (3, True)
