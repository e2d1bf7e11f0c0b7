"""The fixtures of the solution's tests; the domain's tests ask for none of them."""

from communes.core.testing.layers import layer_fixtures
from communes.deliberations.testing import FUNCTIONAL_TESTING
from communes.deliberations.testing import INTEGRATION_TESTING
from communes.deliberations.testing import TOWN_FUNCTIONAL_TESTING
from communes.deliberations.testing import TOWN_INTEGRATION_TESTING
import pytest


globals().update(
    layer_fixtures(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
            (TOWN_FUNCTIONAL_TESTING, "town_functional"),
            (TOWN_INTEGRATION_TESTING, "town_integration"),
        ),
    )
)


@pytest.fixture
def portal(integration):
    """Return a site with the solution installed, as it was before each test."""
    return integration["portal"]


@pytest.fixture
def town(town_integration):
    """Return a site with the town of the builders, as it was before each test."""
    return town_integration["portal"]


@pytest.fixture
def town_web(town_functional):
    """Return the town for what is asked over HTTP, as it was before each test."""
    return town_functional
