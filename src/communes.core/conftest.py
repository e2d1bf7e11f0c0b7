"""The layers of the kit as fixtures: ``integration``, ``functional``, ``portal``."""

from communes.core.testing import CORE_FUNCTIONAL_TESTING
from communes.core.testing import CORE_INTEGRATION_TESTING
from pytest_plone import fixtures_factory


globals().update(
    fixtures_factory(
        (
            (CORE_FUNCTIONAL_TESTING, "functional"),
            (CORE_INTEGRATION_TESTING, "integration"),
        )
    )
)
