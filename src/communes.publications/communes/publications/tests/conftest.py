"""The layers of the solution as fixtures, and an authority of time."""

from communes.core.stamping import api as stamping
from communes.core.stamping.tests.authority import authority
from communes.publications.testing import FIXTURES
import pytest


globals().update(FIXTURES)


@pytest.fixture(scope="session")
def clock(tmp_path_factory):
    folder = tmp_path_factory.mktemp("authority")
    with authority(folder) as url:
        yield url, folder / "roots.pem"


@pytest.fixture
def sealing(clock, monkeypatch):
    monkeypatch.setenv(stamping.TSA, clock[0])
    monkeypatch.setenv(stamping.ROOTS, str(clock[1]))
