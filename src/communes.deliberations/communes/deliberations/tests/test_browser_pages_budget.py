"""Every page of work asks the same for ten items as for a hundred and fifty."""

from communes.deliberations.domain.states import ItemState
from communes.deliberations.interfaces import IDeliberationsLayer
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_storage_budget import awake
from communes.deliberations.tests.test_storage_budget import counting
from communes.deliberations.tests.test_storage_budget import long_agenda
from communes.deliberations.workflow.arriving import arrive_in
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction
from zope.interface import alsoProvides


COUNTS = (10, 150)
SEARCHES = ("searchResults", "unrestrictedSearchResults")
# What the rail counts (three numbers of the secretariat in each of two assemblies),
# the terms of its meetings, and the page's own: its rows; for the list also how many
# rows each choice would leave that something has at all, for every page whether a
# template is offered, in session what every step of the item in hand needs.
DASHBOARD_SEARCHES = 14
LIST_SEARCHES = 14
ATTENDANCE_SEARCHES = 7
SESSION_SEARCHES = 20


@pytest.fixture
def asked(town, monkeypatch):
    """Return the list that every question to the catalogue is added to."""
    found = []
    for name in SEARCHES:
        monkeypatch.setattr(CatalogTool, name, counting(name, found))
    alsoProvides(town.REQUEST, IDeliberationsLayer)
    return found


def shown(context, name: str, asked: list) -> str:
    """Return a page as the general director sees it, its questions counted anew."""
    asked.clear()
    with builders.as_user("directeur-general"):
        return api.content.get_view(name, context, context.REQUEST)()


def waiting_items(count: int) -> list:
    """Return items that wait to be presented, all put to sleep."""
    items = [builders.draft(title=f"Point {number}") for number in range(count)]
    for item in items:
        arrive_in(item, ItemState.VALIDATED, "test")
        item.reindexObject()
    processQueue()
    transaction.savepoint()
    items[0]._p_jar.cacheMinimize()
    return items


@pytest.mark.parametrize("count", COUNTS)
def test_the_dashboard_wakes_no_item_and_asks_the_same(town, asked, count):
    items = waiting_items(count)
    page = shown(town, "tableau-de-bord", asked)
    assert "Point 0" in page
    assert awake(items) == []
    assert len(asked) <= DASHBOARD_SEARCHES


@pytest.mark.parametrize("count", COUNTS)
def test_the_list_wakes_no_item_and_asks_the_same(town, asked, count):
    items = waiting_items(count)
    page = shown(builders.assembly(), "view", asked)
    assert f"{count} points" in page
    assert awake(items) == []
    assert len(asked) <= LIST_SEARCHES


@pytest.mark.parametrize("count", COUNTS)
def test_the_attendance_wakes_no_item_and_asks_the_same(town, asked, count):
    meeting, items = long_agenda(count)
    page = shown(meeting, "presences", asked)
    assert f"Point {count - 1}" in page
    assert awake(items) == []
    assert len(asked) <= ATTENDANCE_SEARCHES


@pytest.mark.parametrize("count", COUNTS)
def test_the_session_wakes_the_item_in_hand_only(town, asked, count):
    meeting, items = long_agenda(count)
    meeting.REQUEST.form["point"] = items[0].UID()
    meeting._p_jar.cacheMinimize()
    page = shown(meeting, "scrutins", asked)
    assert f"Point {count - 1}" in page
    assert awake(items) == items[:1]
    assert len(asked) <= SESSION_SEARCHES
