"""A bare application, and a var folder of its own, for the tests of the room."""

from communes.core.jobs.tests.bare import bare_app
from communes.core.jobs.tests.bare import registered
from contextlib import ExitStack
import pytest


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
    with ExitStack() as stack:
        yield lambda *what: stack.enter_context(registered(*what))
