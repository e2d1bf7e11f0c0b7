"""The authority of time of the tests: one process for all of them."""

from communes.core.stamping.tests.authority import authority
import pytest


@pytest.fixture(scope="session")
def time_authority(tmp_path_factory):
    """The (address, file of roots) of an authority that runs."""
    folder = tmp_path_factory.mktemp("authority")
    with authority(folder) as url:
        yield url, folder / "roots.pem"
