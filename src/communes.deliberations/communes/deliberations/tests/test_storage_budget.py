"""Lists and agendas wake no item, however long they are."""

from communes.deliberations import api as door
from communes.deliberations.domain.agenda import AgendaEntry
from communes.deliberations.domain.agenda import STEP
from communes.deliberations.domain.states import ItemState
from communes.deliberations.storage.agenda import write_agenda
from communes.deliberations.tests import builders
from communes.deliberations.workflow.arriving import arrive_in
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction


def long_agenda(count):
    """Return a meeting with ``count`` presented items, all put to sleep."""
    meeting = builders.meeting()
    items = []
    for number in range(count):
        item = builders.draft(title=f"Point {number}")
        item.meeting_uid = meeting.UID()
        arrive_in(item, ItemState.PRESENTED, "test")
        item.reindexObject()
        items.append(item)
    entries = [
        AgendaEntry(item.UID(), number=place * STEP)
        for place, item in enumerate(items, start=1)
    ]
    write_agenda(meeting, entries, "test")
    processQueue()
    transaction.savepoint()
    meeting._p_jar.cacheMinimize()
    return meeting, items


def awake(items):
    return [item for item in items if item._p_changed is not None]


def counting(name, asked):
    """Return the catalogue's own search, which also notes that it was asked."""
    search = getattr(CatalogTool, name)

    def noted(self, *args, **query):
        asked.append(name)
        return search(self, *args, **query)

    return noted


@pytest.mark.parametrize("count", [10, 60])
def test_reading_an_agenda_wakes_no_item_and_asks_twice(town, monkeypatch, count):
    meeting, items = long_agenda(count)
    asked = []
    for name in ("searchResults", "unrestrictedSearchResults"):
        monkeypatch.setattr(CatalogTool, name, counting(name, asked))
    with builders.as_user("directeur-general"):
        assert len(door.agenda(meeting).lines) == count
        assert asked == ["unrestrictedSearchResults", "searchResults"]
        assert awake(items) == []
        door.move_item(meeting, door.agenda(meeting).lines[-1].uid, None)
        assert awake(items) == []


def test_the_counters_wake_no_item(town):
    _meeting, items = long_agenda(10)
    with builders.as_user("directeur-general"):
        assert [one.count for one in door.waiting(town)] == [0, 0]
    assert awake(items) == []
