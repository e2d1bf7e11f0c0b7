"""The testing kit: one layer stack and one fixture town for the whole suite."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer


class SolutionLayer(PloneSandboxLayer):
    """A site with one solution of the suite and what it declares to need.

    Name the distribution; its ``configure.zcml`` is loaded and its ``default``
    profile applied, as an integrator would do on a bare Plone.
    """

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def __init__(self, package: str, bases: tuple | None = None) -> None:
        self.package = package
        super().__init__(bases=bases, name=f"{package}:fixture")

    def setUpZope(self, app, configurationContext):
        from importlib import import_module

        self.loadZCML(package=import_module(self.package))

    def setUpPloneSite(self, portal):
        applyProfile(portal, f"{self.package}:default")


CORE_FIXTURE = SolutionLayer("communes.core")
CORE_INTEGRATION_TESTING = IntegrationTesting(
    bases=(CORE_FIXTURE,), name="communes.core:integration"
)
CORE_FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(CORE_FIXTURE,), name="communes.core:functional"
)
