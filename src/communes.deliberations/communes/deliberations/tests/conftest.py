"""The fixtures of the solution's tests; the domain's tests ask for none of them."""

from communes.deliberations.testing import FUNCTIONAL_TESTING
from communes.deliberations.testing import INTEGRATION_TESTING
from communes.deliberations.testing import TOWN_INTEGRATION_TESTING
import pytest
from pytest_plone import fixtures_factory


globals().update(
    fixtures_factory(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
            (TOWN_INTEGRATION_TESTING, "town_integration"),
        ),
        keep_session=False,
    )
)


@pytest.fixture
def portal(integration_session, integration):
    """Return a site with the solution installed, as it was before each test.

    The session fixture is asked for here and not everywhere, so that a run of
    domain tests alone starts no site.
    """
    return integration["portal"]


@pytest.fixture
def town(town_integration_session, town_integration):
    """Return a site with the town of the builders, as it was before each test."""
    return town_integration["portal"]
