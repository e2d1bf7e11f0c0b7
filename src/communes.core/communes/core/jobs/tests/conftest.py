"""A bare application, and a var folder of its own, for the tests of the room."""

from communes.core.jobs.tests.bare import bare_app
import pytest
from zope.component import getGlobalSiteManager


@pytest.fixture
def var(tmp_path, monkeypatch):
    """The folder of the files outside the database."""
    folder = tmp_path / "var"
    monkeypatch.setenv("COMMUNES_VAR", str(folder))
    return folder


@pytest.fixture
def app(var):
    """An application with the site ``/valmont/agents`` and nothing else."""
    with bare_app() as app:
        yield app


@pytest.fixture
def register():
    """Register a named utility for the length of a test."""
    made = []

    def _register(utility, interface, name):
        getGlobalSiteManager().registerUtility(utility, interface, name)
        made.append((utility, interface, name))
        return utility

    yield _register
    for each in made:
        getGlobalSiteManager().unregisterUtility(*each)
