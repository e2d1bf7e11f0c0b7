from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import Column
from communes.core.dashboards.interfaces import Filter
from communes.core.dashboards.interfaces import IListEngine
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.zcatalog import catalog_query
from communes.core.dashboards.zcatalog import CatalogSearch
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


SOURCE = ListSource(
    scope={"portal_type": "Document"},
    columns=(
        Column("title", "Titre", "Title", "sortable_title"),
        Column("created", "Créé", "created", "created"),
    ),
    filters=(Filter("state", "État", "review_state",
                    (("private", "Privé"), ("published", "Publié"))),
             Filter("kind", "Genre", "portal_type", (("Folder", "Dossier"),))),
)  # fmt: skip


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    return portal


def fill(site, number):
    for index in range(number):
        api.content.create(site, "Document", title=f"Point {index:04}")
    transaction.commit()


def loads(site, work):
    """Return what ``work`` gives and how many Documents it woke."""
    connection = site._p_jar
    connection.cacheMinimize()
    woken = []
    original = connection.setstate

    def counting(obj):
        if getattr(type(obj), "__name__", "") == "Document":
            woken.append(obj)
        return original(obj)

    connection.setstate = counting
    try:
        return work(), len(woken)
    finally:
        del connection.setstate


def test_a_list_wakes_none_of_the_objects_it_shows(site):
    fill(site, 10)
    engine = IListEngine(site)
    answer, woken = loads(site, lambda: engine.rows(SOURCE, ListQuery(size=100)))
    assert answer.total == 10
    assert woken == 0


def test_the_counter_of_loads_sees_an_object_that_wakes(site):
    fill(site, 1)
    _title, woken = loads(site, lambda: site["point-0000"].title)
    assert woken == 1


def test_a_page_holds_its_rows_in_the_order_asked(site):
    fill(site, 30)
    query = ListQuery(sort="title", descending=True, page=2)
    answer = IListEngine(site).rows(SOURCE, query)
    assert [row.title for row in answer.rows] == [
        f"Point {n:04}" for n in (4, 3, 2, 1, 0)
    ]
    assert answer.total == 30


def test_one_sees_ones_own_last_write(site):
    fill(site, 1)
    api.content.create(site, "Document", title="Zut")
    titles = [row.title for row in IListEngine(site).rows(SOURCE, ListQuery()).rows]
    assert "Zut" in titles


def test_counters_ignore_their_own_filter(site):
    fill(site, 3)
    query = ListQuery(filters={"state": ("published",)})
    found = {
        one.choice: one.count
        for one in IListEngine(site).counters(SOURCE, query, "state")
    }
    assert found == {"private": 3, "published": 0}


def test_a_filter_can_not_widen_the_scope_of_a_list():
    wanted = catalog_query(SOURCE, ListQuery(filters={"kind": ("Folder",)}))
    assert wanted["portal_type"] == []


def test_no_title_reaches_someone_without_the_right(site):
    fill(site, 2)
    api.user.create(username="autre", email="autre@example.org", password="Autre-1234")
    login(site, "autre")
    query = ListQuery(text="Point")
    assert IListEngine(site).rows(SOURCE, query).total == 0
    assert CatalogSearch(site, site.REQUEST).search(query).total == 0
    assert {
        one.count for one in IListEngine(site).counters(SOURCE, query, "state")
    } == {0}
    logout()


def test_the_search_of_the_kit_says_it_is_limited(site):
    fill(site, 2)
    answer = CatalogSearch(site, site.REQUEST).search(ListQuery(text="poi (*"))
    assert answer.degraded
    assert answer.total == 2
