"""The kit's page « Recherche », answered by Solr on a site that has it."""

from communes.core.dashboards.domain import BadQuery
from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import Choice
from communes.core.dashboards.interfaces import ISearchEngine
from communes.core.parts.domain.values import Piece
from communes.search.domain.errors import TextTooLong
from communes.search.engine import SolrSearch
from communes.search.settings import URL_VARIABLE
from communes.search.testing import work_through
from communes.search.words import Words
from datetime import date
from html import unescape
from plone import api
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_NAME
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
        "state": row.cells["state"],
        "description": "Rue du Moulin",
        "modified": date.today(),
        "who": TEST_USER_NAME,
        "place": "",
        "title": (Piece("Voirie", found=True), Piece(row.title[6:])),
        "text": row.cells["text"],
    }


def test_a_state_is_called_as_its_workflow_calls_it(site):
    words = Words(site)
    site.portal_workflow.setDefaultChain("simple_publication_workflow")
    assert words.state("private", "Document") == "Private"
    assert words.state("private") == "Private"
    assert words.state("unheard_of") == "unheard_of"


def test_a_state_named_like_a_method_of_the_site_is_no_method(site):
    assert callable(site.created)
    assert Words(site).state("created") == "created"


def test_facets_have_words_and_count_what_other_choices_would_leave(engine):
    answer = engine.search(ListQuery(text="voirie", filters={"type": ("Document",)}))
    (facet,) = [one for one in answer.facets if one.name == "type"]
    assert facet.choices == (Choice("Document", "Page", 30),)
    nothing = engine.search(ListQuery(text="voirie", filters={"type": ("File",)}))
    assert (nothing.total, nothing.facets[0].choices) == (0, facet.choices)


def test_a_type_nobody_searches_is_not_found_by_naming_it(engine):
    api.portal.set_registry_record("plone.types_not_searched", ("Document",))
    answer = engine.search(ListQuery(text="voirie", filters={"type": ("Document",)}))
    assert (answer.total, answer.facets[0].choices) == (0, ())


def test_the_last_change_narrows(engine):
    recent = ListQuery(text="voirie", filters={"when": ("7",)})
    assert engine.search(recent).total == 30
    with pytest.raises(BadQuery):
        engine.search(ListQuery(text="voirie", filters={"when": ("hier",)}))


def test_what_was_meant_is_offered_when_nothing_is_found(engine):
    assert engine.search(ListQuery(text="vorie")).meant == "voirie"
    assert engine.search(ListQuery(text="voirie")).meant == ""


def test_places_are_named_to_who_may_see_them(site):
    folder = api.content.create(site, "Folder", "f", title="Dossier public")
    closed = api.content.create(folder, "Folder", "g", title="Dossier fermé")
    api.content.transition(folder, "publish")
    assert Words(site).place("/plone/f/g/p") == "Dossier public › Dossier fermé"
    closed.manage_permission("View", ["Owner"], acquire=0)
    closed.reindexObjectSecurity()
    logout()
    assert Words(site).place("/plone/f/g/p") == "Dossier public"
    assert Words(site).person(TEST_USER_NAME) == ""


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


def test_the_page_says_that_nothing_holds_all_of_the_words(engine, functional):
    browser = Browser(functional["app"])
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.open("http://nohost/plone/@@search?SearchableText=voiries+aqueduc")
    text = unescape(browser.contents)
    assert "Rien ne contient tous ces mots ; 30 avec une partie" in text
    assert "http://nohost/plone/voirie-" in text
