"""The layers of the solution as fixtures: ``integration``, ``functional``."""

from communes.web.testing import FIXTURES


globals().update(FIXTURES)
