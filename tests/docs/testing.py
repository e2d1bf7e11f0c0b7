"""A site in which every solution is loaded, for what is told of all of them."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import PloneSandboxLayer


class SuiteLayer(PloneSandboxLayer):
    """Every solution is there; the site has the deliberations only."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        """Load everything the policy can assemble."""
        import communes.policy

        self.loadZCML(package=communes.policy)

    def setUpPloneSite(self, portal):
        """Install one solution."""
        applyProfile(portal, "communes.deliberations:default")


SUITE = FunctionalTesting(bases=(SuiteLayer(name="docs:suite"),), name="docs:openapi")
