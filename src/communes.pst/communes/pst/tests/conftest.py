"""The layers of the solution as fixtures; the domain's tests ask for none of them."""

from communes.pst.interfaces import IPstLayer
from communes.pst.testing import FIXTURES
import pytest
from zope.interface import alsoProvides


globals().update(FIXTURES)


@pytest.fixture
def portal(integration):
    """Return a site with the solution installed, as it was before each test."""
    return integration["portal"]


@pytest.fixture
def town(town_integration):
    """Return a site with the town and its programme, as before each test."""
    site = town_integration["portal"]
    alsoProvides(site.REQUEST, IPstLayer)
    return site


@pytest.fixture
def town_web(town_functional):
    """Return the town for what is asked over HTTP, as it was before each test."""
    return town_functional
