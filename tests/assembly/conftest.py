"""Each profile is applied once; every test works on its own copy of the result."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.storage import queue_of
from communes.core.testing.layers import layer_fixtures
from communes.exchange.inbox.apply import Apply
from communes.exchange.outbox.deliver import Deliver
from communes.policy.applying.sites import inside
from communes.policy.testing import assembly_testing
from pathlib import Path
import pytest
import shutil


PROFILES = Path(__file__).parents[2] / "profiles"
FOLDERS = tuple(sorted(path.parent for path in PROFILES.glob("*/commune.toml")))
ASSEMBLY = assembly_testing(FOLDERS, "communes.policy:assembly")

globals().update(layer_fixtures(((ASSEMBLY, "assembly"),)))


def pytest_generate_tests(metafunc):
    """Run what asks for a ``folder`` over every profile of the repository."""
    if "folder" in metafunc.fixturenames:
        names = [folder.name for folder in FOLDERS]
        metafunc.parametrize("folder", FOLDERS, ids=names)


@pytest.fixture
def app(assembly):
    """Return the root of an application in which every profile is applied."""
    return assembly["app"]


def work(site, handler, kind):
    """Run what waits of one kind, as the worker does."""
    with inside(site):
        taken = queue_of(site).take(kind, 200)
        handler.run(site, [Intent(one.kind, one.key, {}, "", 0.0) for one in taken])


@pytest.fixture
def bring():
    """Return what lets the exchange bring a commune's messages to the public site."""

    def brought(commune):
        work(commune.agents, Deliver(), "exchange.deliver")
        work(commune.www, Apply(), "exchange.apply")

    return brought


@pytest.fixture
def reports(app, assembly):
    """Return what the application of each profile told, by folder name."""
    return assembly["reports"]


@pytest.fixture
def demo(tmp_path):
    """Return a copy of the demo profile that a test may write in."""
    return shutil.copytree(PROFILES / "demo", tmp_path / "demo")


@pytest.fixture
def edit(demo):
    """Return a function that replaces a passage of the copied file."""

    def replace(old, new):
        source = demo / "commune.toml"
        text = source.read_text(encoding="utf-8")
        assert old in text
        source.write_text(text.replace(old, new), encoding="utf-8")

    return replace
