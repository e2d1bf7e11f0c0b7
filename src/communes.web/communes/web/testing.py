"""The test layers of the solution: a bare site with it, and one with the specimen."""

from communes.core.testing import SolutionLayer
from communes.core.testing.layers import layer_fixtures
from communes.web.specimen.planting import plant
from communes.web.specimen.planting import Size
from datetime import date
from plone import api
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE


FIXTURE = SolutionLayer("communes.web")
INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="communes.web:integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(bases=(FIXTURE,), name="communes.web:functional")
AUDIENCE = "communes.core.shell.interfaces.IShellSettings.audience"
#: One of each kind and a few more: pages are told apart, tests stay cheap.
FEW = Size(pages=60, entries=30, singles=6, news=6, albums=1, pictures=2, wide=480)


class PlantedLayer(PloneSandboxLayer):
    """A public site with a part of the specimen, planted once for all its tests."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal):
        api.portal.set_registry_record(AUDIENCE, "public")
        api.portal.set_registry_record("plone.available_languages", ["fr"])
        api.portal.set_registry_record("plone.default_language", "fr")
        api.portal.set_registry_record("communes.core.slug", "valmont")
        with api.env.adopt_roles(["Manager"]):
            plant(portal, date.today(), FEW)
        portal.setLayout("accueil-du-site")


PLANTED_FIXTURE = PlantedLayer(name="communes.web:planted-fixture")
PLANTED_TESTING = FunctionalTesting(
    bases=(PLANTED_FIXTURE, WSGI_SERVER_FIXTURE), name="communes.web:planted"
)
FIXTURES = layer_fixtures(
    (
        (FUNCTIONAL_TESTING, "functional"),
        (INTEGRATION_TESTING, "integration"),
        (PLANTED_TESTING, "planted"),
    )
)
