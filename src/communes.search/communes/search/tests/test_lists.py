"""Agents' lists: Solr finds the words, the catalogue keeps rights, counts and order."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.engines import list_engine
from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.zcatalog import CatalogLists
from communes.search.lists import words
from communes.search.lists.engine import SolrLists
from communes.search.settings import URL_VARIABLE
from communes.search.testing import work_through
from plone import api
from plone.app.testing import login
from plone.browserlayer.layer import mark_layer
import pytest
import transaction
from zope.traversing.interfaces import BeforeTraverseEvent


SOURCE = ListSource(
    scope={"portal_type": "Document"},
    columns=(Column("title", "Titre", "Title", "sortable_title"),),
    filters=(
        Filter(
            "state",
            "État",
            "review_state",
            (("private", "Privé"), ("published", "Publié")),
        ),
    ),
)
TITLES = (
    "Travaux de voirie rue du Moulin",
    "Voirie : égouttage du Thier",
    "Budget de l'école communale",
    "Règlement 2023/05/12-3 sur les voiries",
    "Réunion du Collège",
    "Marché public de travaux",
)
# As people type them while they look: whole words, and beginnings.
TYPED = (
    "voirie",
    "voi",
    "trav",
    "ecole",
    "éco",
    "2023",
    "reunion",
    "rue mou",
    "marche",
)
USER = "agnes"


@pytest.fixture
def town(site):
    site.portal_workflow.setChainForPortalTypes(
        ["Document"], "simple_publication_workflow"
    )
    api.user.create(f"{USER}@valmont.example", USER, "Un-mot-de-passe-2026")
    for number, title in enumerate(TITLES):
        page = api.content.create(site, "Document", f"page-{number}", title=title)
        if number % 2:
            api.content.transition(page, "publish")
    api.content.create(site, "Folder", title="Voirie, un dossier")
    work_through(site)
    return site


def engines(site):
    mark_layer(site, BeforeTraverseEvent(site, site.REQUEST))
    return CatalogLists(site), list_engine(site, site.REQUEST)


def titles(engine, text="", **more):
    answer = engine.rows(SOURCE, ListQuery(text=text, size=100, **more))
    return sorted(row.title for row in answer.rows)


def test_it_answers_where_the_search_is_installed(town):
    assert isinstance(engines(town)[1], SolrLists)


@pytest.mark.parametrize("reader", [None, USER])
def test_both_engines_find_the_same(town, reader):
    if reader:
        login(town, reader)
    catalogue, solr = engines(town)
    for text in ("", *TYPED):
        wanted = titles(catalogue, text)
        assert set(wanted) <= set(titles(solr, text)), text
    # No word has another form here: nothing more is found either.
    for text in ("", "voi", "trav", "2023", "rue mou"):
        assert titles(solr, text) == titles(catalogue, text)
        for name in ("state",):
            query = ListQuery(text=text)
            assert solr.counters(SOURCE, query, name) == catalogue.counters(
                SOURCE, query, name
            )


def test_other_forms_and_synonyms_are_found_beside(town):
    catalogue, solr = engines(town)
    assert titles(catalogue, "écoles") == []
    assert titles(solr, "écoles") == ["Budget de l'école communale"]
    assert titles(solr, "écoles égouttage") == []


def test_filters_order_and_pages_are_those_of_the_catalogue(town):
    _catalogue, solr = engines(town)
    query = ListQuery(text="voirie", sort="title", descending=True, size=2)
    first, second = (solr.rows(SOURCE, query.on_page(page)) for page in (1, 2))
    assert [row.title for row in (*first.rows, *second.rows)] == [
        "Voirie : égouttage du Thier",
        "Travaux de voirie rue du Moulin",
        "Règlement 2023/05/12-3 sur les voiries",
    ]
    assert (first.total, first.query, first.degraded) == (3, query, False)
    only = titles(solr, "voirie", filters={"state": ("private",)})
    assert only == ["Travaux de voirie rue du Moulin"]
    total, rows = solr.every(SOURCE, query, 2)
    assert (total, len(list(rows))) == (3, 2)


def test_ones_own_write_of_a_moment_ago_is_there(town):
    _catalogue, solr = engines(town)
    api.content.create(town, "Document", title="Voirie nouvelle")
    town["page-0"].title = "Travaux d'égouttage"
    town["page-0"].reindexObject()
    api.content.delete(town["page-1"])
    transaction.commit()
    assert titles(solr, "voirie") == [
        "Règlement 2023/05/12-3 sur les voiries",
        "Voirie nouvelle",
    ]


def test_what_one_may_not_see_is_neither_listed_nor_counted(town):
    login(town, USER)
    _catalogue, solr = engines(town)
    assert titles(solr, "voirie") == [
        "Règlement 2023/05/12-3 sur les voiries",
        "Voirie : égouttage du Thier",
    ]
    counted = solr.counters(SOURCE, ListQuery(text="voirie"), "state")
    assert [one.count for one in counted] == [0, 2]


def test_a_silent_solr_leaves_the_words_to_the_catalogue_and_says_so(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/solr")
    catalogue, solr = engines(town)
    answer = solr.rows(SOURCE, ListQuery(text="voirie"))
    assert answer.degraded
    assert titles(solr, "voirie") == titles(catalogue, "voirie")
    assert not solr.rows(SOURCE, ListQuery()).degraded


def test_more_than_a_list_shows_is_left_to_the_catalogue(town, monkeypatch):
    monkeypatch.setattr(words, "MOST", 2)
    catalogue, solr = engines(town)
    assert titles(solr, "voirie") == titles(catalogue, "voirie")
    assert titles(solr, "écoles") == ["Budget de l'école communale"]


def test_a_page_asks_solr_once_and_not_at_all_without_words(town, monkeypatch):
    asked = []
    select = words.Asking.select

    def counted(asking, params):
        asked.append(params)
        return select(asking, params)

    monkeypatch.setattr(words.Asking, "select", counted)
    _catalogue, solr = engines(town)
    solr.rows(SOURCE, ListQuery())
    solr.counters(SOURCE, ListQuery(text=" – "), "state")
    assert asked == []
    solr.rows(SOURCE, ListQuery(text="voirie"))
    solr.counters(SOURCE, ListQuery(text="voirie"), "state")
    assert len(asked) == 1


@pytest.mark.parametrize(
    "text", ["{!lucene}*:*", '"', "a" * 200, "x " * 90, "*", "\x00"]
)
def test_nothing_typed_is_syntax(town, text):
    catalogue, solr = engines(town)
    assert set(titles(catalogue, text)) <= set(titles(solr, text))
