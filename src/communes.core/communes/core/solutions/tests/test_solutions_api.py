"""The shell shows the solutions that are open, in an order that stays."""

from communes.core.solutions import api
from communes.core.solutions.interfaces import ISolution
from plone.testing.zca import popGlobalRegistry
from plone.testing.zca import pushGlobalRegistry
import pytest
from zope.component import provideUtility
from zope.interface import implementer


@implementer(ISolution)
class Solution:
    """A solution that is open or not."""

    home = profile = ""

    def __init__(self, is_open):
        self.title = "Solution"
        self.is_open = is_open

    def available(self, site):
        return self.is_open

    def waiting(self, site):
        return 0


@pytest.fixture
def registry():
    pushGlobalRegistry()
    yield
    popGlobalRegistry()


@pytest.mark.usefixtures("registry")
def test_only_open_solutions_are_shown_by_name():
    tech, courrier = Solution(True), Solution(True)
    provideUtility(tech, ISolution, "test-b")
    provideUtility(Solution(False), ISolution, "test-a")
    provideUtility(courrier, ISolution, "test-0")
    found = [pair for pair in api.available(None) if pair[0].startswith("test-")]
    assert found == [("test-0", courrier), ("test-b", tech)]
