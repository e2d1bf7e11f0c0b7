"""The layers of the kit as fixtures: ``integration``, ``functional``, ``portal``."""

from communes.core.testing import CORE_FUNCTIONAL_TESTING
from communes.core.testing import CORE_INTEGRATION_TESTING
from communes.core.testing.layers import layer_fixtures


globals().update(
    layer_fixtures(
        (
            (CORE_FUNCTIONAL_TESTING, "functional"),
            (CORE_INTEGRATION_TESTING, "integration"),
        )
    )
)
