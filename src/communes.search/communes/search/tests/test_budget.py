"""What a search and a reindex cost, in requests and objects, however large the site.

Seconds depend on the machine (`make bench-search`); these numbers do not.
"""

from communes.search.api import search
from communes.search.clients import nodes
from communes.search.domain.query import Query
from communes.search.reindexing.api import reindex
from communes.search.reindexing.domain import PORTION
from communes.search.reindexing.record import forget
from communes.search.settings import client_of
from communes.search.testing import tools
from communes.search.testing import work_through
from plone import api
from plone.dexterity.content import DexterityContent
import pytest
import threading
import time
import transaction
from ZODB.Connection import Connection


EVERY_ROAD = [("q", "title_fr:voirie"), ("rows", "0")]


@pytest.fixture
def asked(monkeypatch):
    """The requests to Solr, by handler.

    Those of the thread that measures how long a change takes to be found are not
    meant: it asks too.
    """
    found = []
    talk, here = nodes.talk, threading.current_thread()

    def counted(method, url, *rest):
        handler = url.partition("?")[0].rpartition("/")[2]
        if handler != "select" or threading.current_thread() is here:
            found.append(handler)
        return talk(method, url, *rest)

    monkeypatch.setattr(nodes, "talk", counted)
    return found


@pytest.fixture
def woken(monkeypatch):
    """The contents that were loaded from the database."""
    found = []
    setstate = Connection.setstate

    def counted(connection, obj):
        setstate(connection, obj)
        if isinstance(obj, DexterityContent):
            found.append(obj.getId())

    monkeypatch.setattr(Connection, "setstate", counted)
    return found


def fill(site, count):
    for record in tools("bench_search_texts").records(count, "/plone"):
        api.content.create(site, "Document", title=f"Voirie {record['Title']}")
    work_through(site)


@pytest.mark.parametrize("count", [10, 60])
def test_a_search_is_one_request_and_wakes_nothing(site, asked, woken, count):
    fill(site, count)
    # As long as Solr has not opened what it got, the catalogue's part is counted too,
    # and the question asked in other words.
    ends = time.monotonic() + 10
    while client_of(site).select(EVERY_ROAD)["response"]["numFound"] < count:
        assert time.monotonic() < ends
    site._p_jar.cacheMinimize()
    asked.clear()
    woken.clear()
    found = search(site, Query(text="voirie", facets=("portal_type", "Subject")))
    assert (found.total, len(found.hits)) == (count, 20 if count > 20 else count)
    assert asked == ["select"]
    assert [name for name in woken if name != "plone"] == []


def test_a_reindex_asks_once_for_each_portion(site, asked):
    fill(site, 30)
    asked.clear()
    try:
        report = reindex(site, lambda line: None, grace=0)
        portions = -(-report.sent // PORTION)
        # Nothing of it is there; and once "make all of it safe".
        assert asked.count("get") == 0
        assert asked.count("update") == portions + 1
        assert report.sent == 31
    finally:
        forget(site)
        transaction.commit()


def test_the_generated_documents_are_the_same_each_time():
    texts = tools("bench_search_texts")
    first, second = (list(texts.records(50, "/bench")) for _ in range(2))
    assert first == second
    assert len({each["UID"] for each in first}) == 50
    words = [len(str(each["SearchableText"]).split()) for each in first]
    assert min(words) >= texts.WORDS
    tokens = {token for each in first for token in each["allowedRolesAndUsers"]}
    assert len(tokens) > 40
