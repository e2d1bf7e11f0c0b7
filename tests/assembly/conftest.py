"""Each profile is applied once; every test works on its own copy of the result."""

from communes.core.testing.layers import layer_fixtures
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
