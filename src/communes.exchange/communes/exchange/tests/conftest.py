"""The layers of the solution as fixtures: ``integration``, ``functional``."""

from communes.exchange.testing import FIXTURES


globals().update(FIXTURES)
