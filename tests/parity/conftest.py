"""One town with its deliberations and the search, on a real Solr."""

from communes.core.testing import SolutionLayer
from communes.core.testing.layers import layer_fixtures
from communes.deliberations.testing import TOWN_FIXTURE
from communes.search.testing import SOLR
from plone.app.testing import FunctionalTesting


SEARCHED_TOWN = SolutionLayer("communes.search", bases=(TOWN_FIXTURE,))
PARITY = FunctionalTesting(bases=(SEARCHED_TOWN, SOLR), name="communes:parity")

globals().update(layer_fixtures(((PARITY, "parity"),)))
