"""Rights on a large place reach all below by the worker, and nobody sees more."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.zcatalog import CatalogLists
from communes.core.dashboards.zcatalog import CatalogSearch
from communes.core.jobs.drain import Drainer
from communes.core.jobs.storage import path_of
from communes.core.jobs.storage import queue_of
from communes.core.jobs.tests.bare import registered
from communes.core.rights import handlers
from communes.core.rights import storage
from communes.core.rights.api import change_below
from communes.core.rights.api import pending_places
from communes.core.rights.api import visible
from communes.core.rights.interfaces import IRightsFollower
from communes.core.rights.interfaces import IRightsRule
from communes.core.rights.marks import PendingMarks
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
import pytest
import transaction
import ZODB
from ZODB.DemoStorage import DemoStorage
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite


PAGES = 7


@pytest.fixture
def place(functional, monkeypatch):
    """A container with pages that "agnes" alone may read, in steps of three."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    monkeypatch.setattr("communes.core.rights.handlers.SLICE", 3)
    portal.portal_workflow.setChainForPortalTypes(
        ["Document", "Folder"], "simple_publication_workflow"
    )
    api.user.create("agnes@valmont.example", "agnes", "Un-mot-de-passe-2026")
    info = portal.portal_types["Folder"]
    info.klass = "communes.core.rights.content.ConvergingContainer"
    place = api.content.create(portal, "Folder", "place")
    for number in range(PAGES):
        api.content.create(place, "Document", f"page-{number}")
    let(place, "agnes")
    place.reindexObjectSecurity()
    transaction.commit()
    yield place
    info.klass = "plone.app.contenttypes.content.Folder"
    transaction.commit()


def let(place, *readers):
    place.__ac_local_roles__ = {reader: ["Reader"] for reader in readers}


@pytest.fixture
def few(monkeypatch):
    """Have five objects be many."""
    monkeypatch.setattr(change_below, "__defaults__", ("", 5))


def work(portal, rounds=None):
    """Let the worker go on; all the way, or so many rounds."""
    transaction.commit()
    drainer = Drainer(portal.getPhysicalRoot(), lambda: False)
    done = 0
    while rounds is None or done < rounds:
        done += 1
        if not drainer.drain(path_of(portal)):
            break
    setSite(portal)
    login(portal, TEST_USER_NAME)


def listed(portal, place):
    """Return how many of the place the catalogue shows to agnes."""
    login(portal, "agnes")
    brains = api.portal.get_tool("portal_catalog").searchResults(path="/plone/place")
    seen = len(list(visible(portal, brains)))
    login(portal, TEST_USER_NAME)
    return len(brains), seen


def test_the_profile_gives_the_site_its_marks_and_takes_them_away(integration):
    portal = integration["portal"]
    assert storage.marks_of(portal) is not None
    applyProfile(portal, "communes.core:uninstall")
    assert storage.marks_of(portal) is None
    assert pending_places(portal) == ()


def test_few_objects_change_at_once(functional, place):
    let(place)
    place.reindexObjectSecurity()
    assert pending_places(functional["portal"]) == ()
    assert listed(functional["portal"], place) == (0, 0)


@pytest.mark.usefixtures("few")
def test_many_objects_change_after_the_commit_and_nobody_sees_more(functional, place):
    portal = functional["portal"]
    assert listed(portal, place) == (PAGES + 1, PAGES + 1)
    let(place)
    place.reindexObjectSecurity()
    transaction.commit()
    assert pending_places(portal) == ("/plone/place",)
    stale, seen = listed(portal, place)
    assert (stale, seen) == (PAGES, 0)
    work(portal)
    assert pending_places(portal) == ()
    assert listed(portal, place) == (0, 0)


@pytest.mark.usefixtures("few")
def test_lists_and_the_limited_search_show_nothing_that_was_closed(functional, place):
    portal = functional["portal"]
    source = ListSource({"portal_type": "Document"})
    words = ListQuery(text="page")
    let(place)
    place.reindexObjectSecurity()
    transaction.commit()
    login(portal, "agnes")
    assert len(api.portal.get_tool("portal_catalog")(portal_type="Document")) == PAGES
    assert CatalogLists(portal).rows(source, ListQuery()).total == 0
    assert CatalogSearch(portal, portal.REQUEST).search(words).total == 0
    login(portal, TEST_USER_NAME)
    assert CatalogLists(portal).rows(source, ListQuery()).total == PAGES


@pytest.mark.usefixtures("few")
def test_a_walk_goes_on_where_its_last_commit_stood(functional, place):
    portal = functional["portal"]
    let(place)
    place.reindexObjectSecurity()
    work(portal, rounds=1)
    assert pending_places(portal) == ("/plone/place",)
    left, seen = listed(portal, place)
    assert 0 < left < PAGES
    assert seen == 0
    # Another worker begins with nothing but the database.
    work(portal)
    assert listed(portal, place) == (0, 0)


@pytest.mark.usefixtures("few")
def test_a_step_that_is_killed_leaves_the_mark_and_its_intent(functional, place):
    portal = functional["portal"]
    let(place)
    place.reindexObjectSecurity()
    transaction.commit()
    queue = queue_of(portal)
    handlers.RightsWalker().run(portal, queue.take("rights", 10))
    transaction.abort()
    assert pending_places(portal) == ("/plone/place",)
    assert queue.pending("rights") == 1


@pytest.mark.usefixtures("few")
def test_a_second_change_is_done_after_the_first_and_the_last_one_wins(
    functional, place
):
    portal = functional["portal"]
    let(place)
    place.reindexObjectSecurity()
    work(portal, rounds=2)
    let(place, "agnes")
    place.reindexObjectSecurity()
    transaction.commit()
    assert pending_places(portal) == ("/plone/place",)
    work(portal)
    assert pending_places(portal) == ()
    assert listed(portal, place) == (PAGES + 1, PAGES + 1)


@pytest.mark.usefixtures("few")
def test_an_aborted_change_leaves_no_mark(functional, place):
    let(place)
    place.reindexObjectSecurity()
    transaction.abort()
    assert pending_places(functional["portal"]) == ()


class ReadersFromTitle:
    """Who may read an object stands in its title."""

    def apply(self, obj):
        let(obj, obj.title)


@pytest.mark.usefixtures("few")
def test_a_rule_of_a_solution_computes_the_rights_of_each(functional, place):
    portal = functional["portal"]
    let(place)
    for page in place.objectValues():
        page.title = "agnes"
    assert change_below(place, rule="title")
    with registered(ReadersFromTitle(), IRightsRule, "title"):
        work(portal)
    assert listed(portal, place) == (PAGES, PAGES)


class Follower:
    def follows(self, site):
        return True


@pytest.mark.usefixtures("few")
def test_the_mark_stands_until_the_other_index_has_followed(functional, place):
    portal = functional["portal"]
    let(place)
    place.reindexObjectSecurity()
    with registered(Follower(), IRightsFollower, "elsewhere"):
        work(portal)
    assert listed(portal, place) == (0, 0)
    assert pending_places(portal) == ("/plone/place",)
    (intent,) = queue_of(portal).take("elsewhere", 5)
    assert intent.payload["then"] == []
    assert handlers.stands(portal, handlers.mark_of(intent))


@pytest.fixture
def three():
    """Three requests of one database, each with its own sight of the marks."""
    database = ZODB.DB(DemoStorage())
    with database.transaction() as connection:
        connection.root.marks = PendingMarks()
    managers = [transaction.TransactionManager() for _ in range(3)]
    connections = [database.open(each) for each in managers]
    yield [
        (manager, connection.root.marks)
        for manager, connection in zip(managers, connections, strict=True)
    ]
    for manager, connection in zip(managers, connections, strict=True):
        manager.abort()
        connection.close()
    database.close()


def test_marks_of_concurrent_requests_never_conflict(three):
    for number, (_manager, marks) in enumerate(three):
        marks.put((f"/{number}", "", "t"), 1.0)
    for manager, _marks in three:
        manager.commit()
    for manager, marks in three:
        manager.begin()
        assert len(marks.standing) == 3


def test_two_walks_that_end_at_once_do_not_lift_each_other(three):
    (first, marks), (second, others) = three[:2]
    one, other = ("/a", "", "1"), ("/a", "", "2")
    marks.put(one, 1.0)
    marks.put(other, 2.0)
    first.commit()
    first.begin()
    second.begin()
    marks.lift(one)
    others.lift(other)
    first.commit()
    with pytest.raises(ConflictError):
        second.commit()
