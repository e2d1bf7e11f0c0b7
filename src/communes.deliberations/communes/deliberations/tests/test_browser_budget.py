"""The agenda page asks and loads the same for ten items as for a hundred and fifty."""

from communes.deliberations.interfaces import IDeliberationsLayer
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_storage_budget import awake
from communes.deliberations.tests.test_storage_budget import counting
from communes.deliberations.tests.test_storage_budget import long_agenda
from plone import api
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
from zope.interface import alsoProvides


SEARCHES = ("searchResults", "unrestrictedSearchResults")
# The agenda and what of it may be seen, what waits to be presented, and what the
# rail counts: three numbers of the secretariat in each of two assemblies.
MOST_SEARCHES = 12


@pytest.mark.parametrize("count", [10, 150])
def test_the_agenda_wakes_no_item_and_asks_the_same(town, monkeypatch, count):
    meeting, items = long_agenda(count)
    asked = []
    for name in SEARCHES:
        monkeypatch.setattr(CatalogTool, name, counting(name, asked))
    alsoProvides(meeting.REQUEST, IDeliberationsLayer)
    with builders.as_user("directeur-general"):
        page = api.content.get_view("view", meeting, meeting.REQUEST)()
    assert page.count("data-item=") == count
    assert awake(items) == []
    assert len(asked) <= MOST_SEARCHES
