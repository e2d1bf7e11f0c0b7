"""What every test of the house shares: the same tries each time, a folder of its own.

A clock or a fresh seed would make a test depend on luck and on the machine.
"""

from hypothesis import settings
import pytest


settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def data_folder(tmp_path_factory):
    """Keep journal, jobs and leases of the tests out of the data of the house."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("var")
        patch.setenv("COMMUNES_VAR", str(folder))
        yield folder
