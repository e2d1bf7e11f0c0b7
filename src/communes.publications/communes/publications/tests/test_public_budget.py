"""A list of the portal costs the same for two meetings and for many, and wakes none."""

from communes.core.dashboards.domain import ListQuery
from communes.publications.browser.public.institution import AssemblyPage
from communes.publications.browser.public.institution import InstitutionPage
from communes.publications.browser.public.portal import PortalPage
from communes.publications.searching.find import find
from communes.publications.tests.portal import make_institution
from communes.publications.tests.test_formats_budget import awake
from communes.publications.tests.test_formats_budget import published
from plone.app.testing import logout
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest


FEW, MANY = 2, 12


@pytest.fixture
def visible(monkeypatch):
    """Count the questions to the catalogue in the rights of who reads."""
    found = []
    search = CatalogTool.searchResults

    def noted(self, *args, **query):
        found.append(query)
        return search(self, *args, **query)

    monkeypatch.setattr(CatalogTool, "searchResults", noted)
    monkeypatch.setattr(CatalogTool, "__call__", noted)
    return found


def cost(portal, view, visible, meetings):
    """Return how many questions the lines of a page ask; no meeting wakes."""
    before = len(visible)
    lines = [*view.coming, *view.latest]
    assert awake(meetings) == []
    assert lines
    return len(visible) - before


@pytest.mark.parametrize("count", [FEW, MANY])
def test_first_pages_ask_three_questions(portal, visible, count):
    make_institution(portal)
    meetings = published(portal, count)
    logout()
    request = portal.REQUEST
    for view in (
        PortalPage(portal, request),
        InstitutionPage(portal["99901"], request),
    ):
        assert cost(portal, view, visible, meetings) <= 3


@pytest.mark.parametrize("count", [FEW, MANY])
def test_an_organ_lists_its_meetings_with_one_question(portal, visible, count):
    make_institution(portal)
    meetings = published(portal, count)
    logout()
    page = AssemblyPage(portal["99901"]["conseil"], portal.REQUEST)
    before = len(visible)
    assert sum(len(group["lines"]) for group in page.years) == count
    assert len(visible) - before <= 2 and awake(meetings) == []


@pytest.mark.parametrize("count", [FEW, MANY])
def test_a_search_wakes_nothing_it_finds(portal, visible, count):
    make_institution(portal)
    meetings = published(portal, count)
    logout()
    before = len(visible)
    found = find(portal, ListQuery("moulin"))
    assert found.total == count and awake(meetings) == []
    # One for the page, two for its words, and one for each value of each filter.
    values = sum(len(one.choices) for one in found.facets)
    assert len(visible) - before <= 4 + values + 4
