"""Every page of a plan asks the same for ten elements as for a thousand."""

from communes.pst.tests import builders
from communes.pst.tests.test_browser_pages import shown
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction


COUNTS = (10, 1000)
SEARCHES = ("searchResults", "unrestrictedSearchResults")
#: Questions to the catalogue: what the rail counts (four numbers of one plan, twice:
#: once for its sum), the whole plan and what of it is seen, and the page's own.
PAGES = {"view": 20, "arbre": 14, "chronologie": 14, "budget": 14, "tableaux": 60}


@pytest.fixture(scope="module", params=COUNTS)
def count(request):
    return request.param


def counting(name: str, found: list):
    """Return the method of the catalogue that tells each question."""
    known = getattr(CatalogTool, name)

    def asked(self, *given, **query):
        found.append((given, query))
        return known(self, *given, **query)

    return asked


def test_a_page_of_the_plan_wakes_no_element_and_asks_the_same(
    town, count, monkeypatch
):
    builders.grown(count)
    plan = builders.plan()
    (goal,) = [one for one in plan.objectValues() if one.getId() == "os-1"]
    (objective,) = goal.objectValues()
    actions = list(objective.objectValues())
    assert len(actions) == count
    processQueue()
    transaction.savepoint()
    found: list = []
    for name in SEARCHES:
        monkeypatch.setattr(CatalogTool, name, counting(name, found))
    for name, most in PAGES.items():
        plan._p_jar.cacheMinimize()
        found.clear()
        page = shown(plan, name)
        assert builders.plan().title in page
        assert name != "arbre" or f">a{count - 1}<" in page
        assert [one for one in actions if one._p_changed is not None] == []
        assert len(found) <= most, (name, len(found))
