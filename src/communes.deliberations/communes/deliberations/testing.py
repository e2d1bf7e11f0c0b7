"""The layers of the solution's tests: a bare site with the solution installed."""

from communes.core.testing import SolutionLayer
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting


FIXTURE = SolutionLayer("communes.deliberations")

INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="communes.deliberations:integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE,), name="communes.deliberations:functional"
)
