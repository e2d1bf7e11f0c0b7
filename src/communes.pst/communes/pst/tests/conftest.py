"""The layers of the solution as fixtures: ``integration``, ``functional``."""

from communes.pst.testing import FIXTURES


globals().update(FIXTURES)
