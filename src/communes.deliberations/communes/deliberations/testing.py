"""The layers of the solution's tests: a bare site, and one with a town in it."""

from communes.core.testing import SolutionLayer
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer


FIXTURE = SolutionLayer("communes.deliberations")


class TownLayer(PloneSandboxLayer):
    """The town of the builders, made once for all the tests that live in it."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """Make the town."""
        # Loaded here: the builders need the solution's components to be registered.
        from communes.deliberations.tests import builders

        builders.town()


TOWN_FIXTURE = TownLayer(name="communes.deliberations:town")

INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="communes.deliberations:integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE,), name="communes.deliberations:functional"
)
TOWN_INTEGRATION_TESTING = IntegrationTesting(
    bases=(TOWN_FIXTURE,), name="communes.deliberations:town-integration"
)
TOWN_FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(TOWN_FIXTURE,), name="communes.deliberations:town-functional"
)
