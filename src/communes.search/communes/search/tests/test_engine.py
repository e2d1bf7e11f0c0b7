"""The kit's page « Recherche », answered by Solr on a site that has it."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import ISearchEngine
from communes.search.domain.errors import TextTooLong
from communes.search.engine import SolrSearch
from communes.search.settings import URL_VARIABLE
from communes.search.testing import work_through
from datetime import date
from html import unescape
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.browserlayer.layer import mark_layer
from plone.testing.zope import Browser
import pytest
from zope.component import getMultiAdapter
from zope.traversing.interfaces import BeforeTraverseEvent


@pytest.fixture
def engine(site):
    for number in range(30):
        api.content.create(
            site, "Document", title=f"Voirie {number}", description="Rue du Moulin"
        )
    work_through(site)
    return SolrSearch(site, site.REQUEST)


def test_it_answers_for_the_kit_where_it_is_installed(site):
    request = site.REQUEST
    mark_layer(site, BeforeTraverseEvent(site, request))
    assert isinstance(getMultiAdapter((site, request), ISearchEngine), SolrSearch)


def test_a_page_of_rows_with_words_for_the_reader(engine):
    answer = engine.search(ListQuery(text="voiries", page=2))
    assert (answer.total, len(answer.rows), answer.degraded) == (30, 5, False)
    row = answer.rows[0]
    assert row.title.startswith("Voirie ")
    assert row.url.startswith("http://nohost/plone/voirie-")
    assert row.cells == {
        "type": "Page",
        "description": "Rue du Moulin",
        "modified": date.today(),
    }


def test_no_words_find_nothing_and_that_is_no_limit(engine):
    answer = engine.search(ListQuery(text="  "))
    assert (answer.total, answer.degraded) == (0, False)


def test_a_type_left_out_of_the_search_is_not_found(engine):
    api.portal.set_registry_record("plone.types_not_searched", ("Document",))
    assert engine.search(ListQuery(text="voirie")).total == 0


def test_without_solr_the_answer_says_it_is_limited(engine, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    answer = engine.search(ListQuery(text="voirie"))
    assert (answer.total, answer.degraded) == (30, True)


def test_a_whole_text_is_no_question(engine):
    with pytest.raises(TextTooLong):
        engine.search(ListQuery(text="a " * 100))


def test_the_page_shows_what_solr_found(engine, functional):
    browser = Browser(functional["app"])
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.open("http://nohost/plone/@@search?SearchableText=voiries")
    assert "30 résultats" in unescape(browser.contents)
    assert "http://nohost/plone/voirie-" in browser.contents
