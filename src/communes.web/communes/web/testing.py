"""The test layers of the solution: a bare site with it and the shared kit."""

from communes.core.testing import SolutionLayer
from communes.core.testing.layers import layer_fixtures
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting


FIXTURE = SolutionLayer("communes.web")
INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="communes.web:integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(bases=(FIXTURE,), name="communes.web:functional")
FIXTURES = layer_fixtures(
    ((FUNCTIONAL_TESTING, "functional"), (INTEGRATION_TESTING, "integration"))
)
