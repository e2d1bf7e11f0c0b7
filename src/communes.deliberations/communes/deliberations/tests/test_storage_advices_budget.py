"""Lists and counters of advices ask the catalogue and wake nothing."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.interfaces import IListEngine
from communes.deliberations.api.advice_list import advices_list
from communes.deliberations.api.advice_list import counts
from communes.deliberations.api.advice_list import rows_to_give
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_storage_budget import awake
from communes.deliberations.tests.test_storage_budget import counting
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction
from zope.component import getAdapter


def asleep(count):
    """Return so many items with an advice to give, and the advices, put to sleep."""
    advising.found()
    items = [advising.proposed(title=f"Point {n}") for n in range(count)]
    held = [advice for item in items for advice in advices_of(item)]
    processQueue()
    transaction.savepoint()
    items[0]._p_jar.cacheMinimize()
    return [*items, *held]


@pytest.mark.parametrize("count", [3, 15])
def test_what_waits_is_counted_and_listed_without_waking(town, monkeypatch, count):
    sleepers = asleep(count)
    asked = []
    monkeypatch.setattr(CatalogTool, "searchResults", counting("searchResults", asked))
    with builders.as_user("directeur-financier"):
        assert counts().to_give == count
        assert len(rows_to_give()) == min(count, 12)
        engine = getAdapter(town, IListEngine)
        assert engine.rows(advices_list(town), ListQuery()).total == count
    # Two counters, the rows of the dashboard, the list: whatever their number.
    assert len(asked) <= 5
    assert awake(sleepers) == []


def test_whoever_neither_advises_nor_writes_asks_nothing(town, monkeypatch):
    asked = []
    monkeypatch.setattr(CatalogTool, "searchResults", counting("searchResults", asked))
    with builders.as_user("conseiller"):
        assert (counts().to_give, rows_to_give()) == (0, [])
    assert asked == []
