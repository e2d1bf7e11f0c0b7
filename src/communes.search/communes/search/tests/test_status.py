"""The state of the search: true, for operators only, and never an error by itself."""

from communes.core.jobs.leases import job_store
from communes.core.jobs.storage import queue_of
from communes.core.metrics.page import TOKEN_VARIABLE
from communes.search.clients.solr import SolrClient
from communes.search.domain.schema_version import SCHEMA_VERSION
from communes.search.extraction.api import JOB
from communes.search.reindexing.domain import Progress
from communes.search.settings import client_of
from communes.search.settings import URL_VARIABLE
from communes.search.status import lag
from communes.search.status.api import status
from communes.search.status.domain import Index
from communes.search.testing import work_through
from DateTime import DateTime
from html import unescape
import json
from plone import api
from plone.testing.zope import Browser
import pytest
import time
import transaction


SILENT = "http://127.0.0.1:9/solr"
PASSWORD = "Un-mot-de-passe-2026"
PLACES = ("@@search-status", "@@search-metrics", "++api++/@communes-search-status")


@pytest.fixture
def town(site):
    for name, roles in (("agnes", ("Editor",)), ("ines", ("Site Administrator",))):
        api.user.create(f"{name}@valmont.example", name, PASSWORD)
        api.user.grant_roles(name, roles=list(roles))
    api.content.create(site, "Document", title="Règlement")
    work_through(site)
    return site


@pytest.fixture
def browse(functional):
    def opened(place, account=None, **headers):
        browser = Browser(functional["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        if account:
            browser.addHeader("Authorization", f"Basic {account}:{PASSWORD}")
        for name, value in headers.items():
            browser.addHeader(name, value)
        if "api" in place:
            browser.addHeader("Accept", "application/json")
        browser.open(f"http://nohost/plone/{place}")
        contents = browser.contents
        text = contents if isinstance(contents, str) else contents.decode()
        return browser.headers, unescape(text)

    return opened


def test_it_counts_both_sides(town):
    found = status(town)
    assert found.index is Index.READY
    assert found.schema == found.schema_wanted == SCHEMA_VERSION
    assert found.documents == found.catalogued == 2
    assert (found.waiting, found.oldest_wait, found.dead) == (0, 0.0, ())


def test_what_waits_is_counted_with_its_age(town):
    town["reglement"].reindexObject()
    transaction.commit()
    found = status(town)
    assert found.waiting == 1
    assert found.oldest_wait > 0


def test_a_silent_solr_is_part_of_the_answer(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, SILENT)
    found = status(town)
    assert (found.index, found.documents, found.schema) == (Index.SILENT, None, None)
    assert found.catalogued == 2


def test_a_missing_index_is_told(town):
    town.portal_registry["communes.search.core"] = "never-made"
    assert status(town).index is Index.MISSING


def test_what_was_given_up_is_told_with_its_reason(town):
    queue = queue_of(town)
    town["reglement"].reindexObject()
    transaction.commit()
    intent = queue.take("search.index", 1)[0]
    queue.shelf.bury(intent, 8, "le champ x")
    assert [each.reason for each in status(town).dead] == ["le champ x"]


def test_the_worker_measures_how_long_a_change_takes(town, monkeypatch):
    monkeypatch.setattr(lag, "_last", {})
    client, uid = client_of(town), town["reglement"].UID()
    lag.watch("/plone", client, uid, 1, time.time() - 1.5).join(30)
    measured = lag.measured("/plone")
    assert measured.samples >= 1
    assert measured.p95 >= 1.5
    # A moment later nothing more is measured.
    assert lag.watch("/plone", client, uid, 1, time.time()) is None


def test_no_measure_comes_from_a_solr_in_trouble(town, monkeypatch):
    monkeypatch.setattr(lag, "_last", {})
    silent = SolrClient(SILENT, "x")
    lag.watch("/other", silent, "x", 1, time.time()).join(30)
    assert lag.measured("/other") is None


def test_the_page_says_what_to_do(town, browse):
    town.creation_date = DateTime("2026/01/01")
    transaction.commit()
    _headers, text = browse("@@search-status", "ines")
    assert "État de la recherche" in text
    assert "n'a pas été comparé à la base depuis trois jours" in text
    assert "bin/instance search_sweep /plone" in text


def test_a_site_of_today_is_not_blamed_for_what_it_had_no_time_for(town, browse):
    _headers, text = browse("@@search-status", "ines")
    assert "n'a pas été comparé" not in text
    assert "pas encore" in text
    assert 'href="http://nohost/plone/@@search-status"' in text
    assert "aucune : rempli au fil de l'eau" in text


def test_the_files_that_were_read_are_counted(town, browse, monkeypatch):
    monkeypatch.setattr(
        "communes.search.status.api.readings", lambda: {"read": 1812, "encrypted": 3}
    )
    monkeypatch.setattr("communes.search.status.api.unread", lambda site: 7)
    _headers, text = browse("@@search-status", "ines")
    assert "Fichiers lus (toute la maison)" in text
    assert "1\N{NO-BREAK SPACE}812" in text
    assert "Protégés par un mot de passe" in text
    assert "Abîmés" not in text
    found = json.loads(browse("++api++/@communes-search-status", "ines")[1])
    assert (found["files"], found["files_waiting"]) == (
        {"read": 1812, "encrypted": 3},
        7,
    )


def test_a_file_that_waits_to_be_read_is_counted(town):
    site = "/".join(town.getPhysicalPath())
    before = status(town).files_waiting
    job_store().enqueue(site, JOB, {"uid": "uid-1"}, "uid-1")
    assert status(town).files_waiting == before + 1


def test_the_page_opens_without_solr(town, browse, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, SILENT)
    _headers, text = browse("@@search-status", "ines")
    assert "Solr ne répond pas" in text


def test_the_page_shows_a_reindex_under_way(town, browse, monkeypatch):
    under_way = Progress(4000, 1000, 1000, 0, time.time() - 10, "plone--x")
    monkeypatch.setattr("communes.search.status.api.progress", lambda site: under_way)
    _headers, text = browse("@@search-status", "ines")
    assert "Réindexation en cours : 1000 / 4000" in text
    assert 'aria-valuenow="1000"' in text


def test_programs_get_the_same_numbers(town, browse):
    _headers, text = browse("++api++/@communes-search-status", "ines")
    found = json.loads(text)
    assert found["documents"] == found["catalogued"] == 2
    assert "never_swept" not in found["troubles"]
    assert found["index"] == "ready"


def test_prometheus_shows_its_token(town, browse, monkeypatch):
    monkeypatch.setenv(TOKEN_VARIABLE, "un-jeton-long")
    headers, text = browse("@@search-metrics", Authorization="Bearer un-jeton-long")
    assert headers["Content-Type"].startswith("text/plain")
    assert 'communes_search_documents{site="/plone"} 2' in text


@pytest.mark.parametrize("place", PLACES)
def test_an_operator_may_see_it(town, browse, place):
    assert browse(place, "ines")[0]["Status"].startswith("200")


@pytest.mark.parametrize("account", ["agnes", None])
@pytest.mark.parametrize("place", PLACES)
def test_others_may_not_see_it(town, browse, place, account):
    headers, text = browse(place, account)
    assert "catalogued" not in text
    assert "Objets dans le catalogue" not in text
    if "api" in place:
        assert headers["Status"].startswith(("401", "403"))


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("un-jeton-long", "Bearer un-autre"),
        ("un-jeton-long", "Bearer "),
        ("un-jeton-long", "un-jeton-long"),
        ("", "Bearer "),
        ("", "Bearer x"),
    ],
)
def test_another_token_opens_nothing(town, browse, monkeypatch, wanted, given):
    monkeypatch.setenv(TOKEN_VARIABLE, wanted)
    _headers, text = browse("@@search-metrics", Authorization=given)
    assert "communes_search_" not in text
