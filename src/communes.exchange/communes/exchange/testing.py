"""The test layers of the solution: a bare site with it, and a pair of sites."""

from communes.core.testing import SolutionLayer
from communes.core.testing.layers import layer_fixtures
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from Products.CMFPlone.factory import addPloneSite
from typing import Any
from zope.component.hooks import getSite
from zope.component.hooks import setSite


FIXTURE = SolutionLayer("communes.exchange")
INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="communes.exchange:integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE,), name="communes.exchange:functional"
)


class PairLayer(PloneSandboxLayer):
    """Beside the site of the fixture, a second one: ``portail``, with the exchange."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal: Any) -> None:
        """Make the second site of the house."""
        here = getSite()
        setSite(None)
        other = addPloneSite(portal.getPhysicalRoot(), "portail", title="Portail")
        setSite(other)
        applyProfile(other, "communes.exchange:default")
        setSite(here)


PAIR_FIXTURE = PairLayer(name="communes.exchange:pair_fixture")
PAIR_INTEGRATION = IntegrationTesting(
    bases=(PAIR_FIXTURE,), name="communes.exchange:pair"
)
PAIR_FUNCTIONAL = FunctionalTesting(
    bases=(PAIR_FIXTURE,), name="communes.exchange:pair_functional"
)
FIXTURES = layer_fixtures(
    (
        (FUNCTIONAL_TESTING, "functional"),
        (INTEGRATION_TESTING, "integration"),
        (PAIR_INTEGRATION, "pair"),
        (PAIR_FUNCTIONAL, "pair_functional"),
    )
)
