"""The layers of the search as fixtures, and a site whose index is empty.

They stand here, not at the root of the distribution, so that the tests of the
domain start neither Plone nor Solr.
"""

from communes.core.testing.layers import layer_fixtures
from communes.search.testing import empty_index
from communes.search.testing import SEARCH_FUNCTIONAL_TESTING
from communes.search.testing import SEARCH_INTEGRATION_TESTING
from communes.search.testing import SOLR
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


globals().update(
    layer_fixtures(
        (
            (SOLR, "solr"),
            (SEARCH_FUNCTIONAL_TESTING, "functional"),
            (SEARCH_INTEGRATION_TESTING, "integration"),
        )
    )
)


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    empty_index(portal)
    return portal
