"""The layers of the solution as fixtures: ``integration``, ``functional``."""

from communes.publications.testing import FIXTURES


globals().update(FIXTURES)
