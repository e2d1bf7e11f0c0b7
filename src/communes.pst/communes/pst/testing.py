"""The test layers of the solution: a bare site, and one with a town and a plan."""

from communes.core.testing import SolutionLayer
from communes.core.testing.layers import layer_fixtures
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer


FIXTURE = SolutionLayer("communes.pst")


class TownLayer(PloneSandboxLayer):
    """The town of the builders with its programme, made once for many tests."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """Make the town and its programme."""
        # Loaded here: the builders need the solution's components to be registered.
        from communes.pst.tests import builders

        builders.town()


TOWN_FIXTURE = TownLayer(name="communes.pst:town")
INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="communes.pst:integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(bases=(FIXTURE,), name="communes.pst:functional")
TOWN_INTEGRATION_TESTING = IntegrationTesting(
    bases=(TOWN_FIXTURE,), name="communes.pst:town-integration"
)
TOWN_FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(TOWN_FIXTURE,), name="communes.pst:town-functional"
)
FIXTURES = layer_fixtures(
    (
        (FUNCTIONAL_TESTING, "functional"),
        (INTEGRATION_TESTING, "integration"),
        (TOWN_FUNCTIONAL_TESTING, "town_functional"),
        (TOWN_INTEGRATION_TESTING, "town_integration"),
    )
)
