"""The test layers of the solution: a bare site with it and the shared kit."""

from communes.core.testing import SolutionLayer
from communes.core.testing.layers import layer_fixtures
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.testing.zope import WSGI_SERVER_FIXTURE


FIXTURE = SolutionLayer("communes.publications")
INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="communes.publications:integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE,), name="communes.publications:functional"
)
#: The same behind a web server of its own: "host" and "port" of the layer.
SERVED_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="communes.publications:served"
)
FIXTURES = layer_fixtures(
    (
        (FUNCTIONAL_TESTING, "functional"),
        (INTEGRATION_TESTING, "integration"),
        (SERVED_TESTING, "served"),
    )
)
