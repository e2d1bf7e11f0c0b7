"""Whatever the index says, a reader sees what the database allows at this instant."""

from communes.core.jobs.api import pending
from communes.core.rights.storage import marks_of
from communes.search.api import search
from communes.search.domain.errors import CursorInterrupted
from communes.search.domain.query import Query
from communes.search.domain.query import Sort
from communes.search.domain.results import Piece
from communes.search.indexing.processor import KIND
from communes.search.interfaces import IConfidentialTypes
from communes.search.language.settings_target import SearchTarget
from communes.search.settings import client_of
from communes.search.settings import URL_VARIABLE
from communes.search.testing import command
from communes.search.testing import work_through
from contextlib import contextmanager
from dataclasses import replace
import json
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
import pytest
import time
import transaction
from zope.component import getSiteManager


DEAD = "http://127.0.0.1:9/solr"
EVERY = Query(text="voirie", facets=("portal_type", "Subject"), snippets=True)


@pytest.fixture
def town(site):
    """A folder of two published pages of roads, and a third page beside it."""
    site.portal_workflow.setChainForPortalTypes(
        ["Document", "Folder"], "simple_publication_workflow"
    )
    api.user.create("bruno@valmont.example", "bruno", "Un-mot-de-passe-2026")
    folder = api.content.create(site, "Folder", "place", title="Dossier")
    api.content.transition(folder, "publish")
    for container, name in ((folder, "one"), (folder, "two"), (site, "other")):
        page = api.content.create(
            container, "Document", name, title=f"Voirie {name}", subject=(name,)
        )
        api.content.transition(page, "publish")
    work_through(site)
    return site


def seen(site, query=EVERY):
    """Return the ids of hits, the total, and all that facets count."""
    found = search(site, query)
    names = {hit.path.rpartition("/")[2] for hit in found.hits}
    counted = {
        each.value: each.count for facet in found.facets for each in facet.values
    }
    return names, found.total, counted


@contextmanager
def without_index(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setenv(URL_VARIABLE, DEAD)
        yield


def hide(obj):
    """Take a page back and commit; no worker runs."""
    login(api.portal.get(), TEST_USER_NAME)
    api.content.transition(obj, "retract")
    transaction.commit()


def test_what_was_hidden_a_moment_ago_is_neither_shown_nor_counted(town):
    hide(town.place.one)
    logout()
    names, total, counted = seen(town)
    assert (names, total) == ({"two", "other"}, 2)
    assert counted == {"Document": 2, "two": 1, "other": 1}


def test_who_may_still_see_it_finds_and_counts_it(town):
    hide(town.place.one)
    names, total, counted = seen(town)
    assert (names, total, counted["one"]) == ({"one", "two", "other"}, 3, 1)


def test_a_text_of_before_is_not_quoted(town):
    page = town.other
    page.title = "Travaux de voirie"
    page.reindexObject()
    transaction.commit()
    hit = next(hit for hit in search(town, EVERY).hits if hit.uid == page.UID())
    assert (hit.title, hit.title_pieces, hit.snippet) == ("Travaux de voirie", (), ())


def test_when_the_index_is_far_behind_the_catalogue_answers(town, monkeypatch):
    monkeypatch.setattr("communes.search.reading.solr.MOST_UNSENT", 0)
    hide(town.place.one)
    logout()
    results = search(town, EVERY)
    assert (results.total, results.degraded) == (2, True)


def test_what_is_gone_is_left_out_and_taken_away_by_the_worker(town):
    stranger = {
        "UID": "f" * 32,
        "path": "/plone/vanished",
        "path_parents": ["/plone", "/plone/vanished"],
        "portal_type": "Document",
        "allowedRolesAndUsers": ["Anonymous"],
        "Title": "Voirie disparue",
        "effective": "1000-01-01T00:00:00Z",
        "expires": "9999-12-31T00:00:00Z",
    }
    _put(town, stranger)
    assert pending(town, KIND) == 0
    assert seen(town)[:2] == ({"one", "two", "other"}, 3)
    assert pending(town, KIND) == 1
    work_through(town)
    assert search(town, Query(text="disparue")).total == 0
    assert pending(town, KIND) == 0


def _put(site, document):
    client = client_of(site)
    command(client, json.dumps([document]).encode())
    command(client, b'{"commit": {}}')


@pytest.fixture
def revoked(town):
    """The folder is closed to all but its owner; neither index has heard of it."""
    folder = town.place
    login(town, TEST_USER_NAME)
    for page in (folder.one, folder.two):
        page.manage_permission("View", ["Owner", "Manager"], acquire=0)
    marks_of(town).put(("/plone/place", "", "t1"), time.time())
    transaction.commit()
    return town


@pytest.mark.parametrize("degraded", [False, True])
def test_below_a_pending_place_each_object_is_asked(revoked, monkeypatch, degraded):
    login(revoked, "bruno")
    if degraded:
        monkeypatch.setenv(URL_VARIABLE, DEAD)
    names, total, counted = seen(revoked)
    assert (names, total) == ({"other"}, 1)
    assert set(counted) <= {"Document", "other"}


@pytest.mark.parametrize("degraded", [False, True])
def test_who_keeps_the_right_below_a_pending_place_keeps_the_hits(
    revoked, monkeypatch, degraded
):
    if degraded:
        monkeypatch.setenv(URL_VARIABLE, DEAD)
    names, total, _counted = seen(revoked)
    assert (names, total) == ({"one", "two", "other"}, 3)


def test_too_many_below_a_pending_place_wait_and_are_not_counted(revoked, monkeypatch):
    monkeypatch.setattr("communes.search.reading.truth.MOST_DOUBTFUL", 1)
    assert seen(revoked)[1] == 2
    with without_index(monkeypatch):
        assert seen(revoked)[1] == 2


@pytest.fixture
def confidential():
    class Types:
        portal_types = frozenset({"Document"})

    manager, types = getSiteManager(), Types()
    manager.registerUtility(types, IConfidentialTypes, name="test")
    yield
    manager.unregisterUtility(types, IConfidentialTypes, name="test")


@pytest.mark.usefixtures("confidential")
@pytest.mark.parametrize("degraded", [False, True])
def test_a_confidential_hit_is_asked_even_where_both_indexes_agree(
    town, monkeypatch, degraded
):
    town.place.one.manage_permission("View", ["Owner"], acquire=0)
    transaction.commit()
    login(town, "bruno")
    if degraded:
        monkeypatch.setenv(URL_VARIABLE, DEAD)
    names, total, _counted = seen(town)
    assert (names, total) == ({"two", "other"}, 2)


def test_hits_of_other_types_wake_no_object(town):
    login(town, "bruno")
    pages = [town.place.one, town.place.two, town.other]
    for page in pages:
        page._p_deactivate()
    assert seen(town)[1] == 3
    assert [page._p_changed for page in pages] == [None] * 3


def test_a_hit_says_where_its_words_stand(town):
    page = town.other
    page.description = "Les voiries <b>communales</b> du centre"
    page.reindexObject()
    work_through(town)
    hit = next(hit for hit in search(town, EVERY).hits if hit.uid == page.UID())
    assert hit.title_pieces == (Piece("Voirie", found=True), Piece(" other"))
    assert Piece("voiries", found=True) in hit.snippet
    assert "<b>" in "".join(piece.text for piece in hit.snippet)


def test_without_solr_the_very_words_are_marked(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, DEAD)
    assert search(town, EVERY).hits[0].title_pieces[0] == Piece("Voirie", found=True)


def test_pages_by_cursor_neither_repeat_nor_skip_while_things_change(town):
    one = Query(text="voirie", size=1, cursor="*", sort=Sort.CREATED)
    first = search(town, one)
    met, cursor = [hit.title for hit in first.hits], first.cursor
    newcomer = api.content.create(town, "Document", "new", title="Voirie new")
    api.content.transition(newcomer, "publish")
    api.content.delete(town.place.one)
    town.other.reindexObject()
    work_through(town)
    while cursor:
        page = search(town, replace(one, cursor=cursor))
        met += [hit.title for hit in page.hits]
        cursor = page.cursor
    assert len(met) == len(set(met))
    assert {"Voirie one", "Voirie two", "Voirie other"} <= set(met)


def test_a_cursor_is_not_continued_by_the_other_engine(town, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, DEAD)
    with pytest.raises(CursorInterrupted):
        search(town, Query(text="voirie", cursor="*", sort=Sort.CREATED))


def bets(site, target):
    SearchTarget(site).write({"best_bets": [{"words": ["routes"], "target": target}]})


@pytest.mark.parametrize("degraded", [False, True])
def test_the_best_bet_comes_first_for_who_may_see_it(town, monkeypatch, degraded):
    bets(town, "/place/one")
    transaction.commit()
    if degraded:
        monkeypatch.setenv(URL_VARIABLE, DEAD)
    assert [hit.title for hit in search(town, Query(text="routes")).best] == [
        "Voirie one"
    ]
    hide(town.place.one)
    logout()
    assert search(town, Query(text="routes")).best == ()
