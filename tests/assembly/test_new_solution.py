"""``make new-solution`` makes a distribution that is in order as it stands."""

import ast
import communes
from importlib import import_module
from pathlib import Path
import pytest
import shutil
import subprocess
import sys
from xml.etree import ElementTree


ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools" / "new_solution.py"


def new_solution(sources, *arguments):
    command = [sys.executable, str(TOOL), *arguments, "--sources", str(sources)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def distribution(tmp_path):
    done = new_solution(tmp_path, "brocante")
    assert done.returncode == 0, done.stderr
    return tmp_path / "communes.brocante"


def test_the_rooms_of_the_second_step_are_there(distribution):
    package = distribution / "communes" / "brocante"
    for name in (
        "configure.zcml",
        "interfaces.py",
        "testing.py",
        "tests/test_setup.py",
        "profiles/default/metadata.xml",
        "profiles/uninstall/browserlayer.xml",
    ):
        assert (package / name).is_file(), name
    assert not (distribution / "communes" / "__init__.py").exists()


def test_every_place_of_the_template_is_filled(distribution):
    for path in distribution.rglob("*"):
        assert "@" not in path.name
        if path.is_file():
            assert "@name@" not in path.read_text(encoding="utf-8"), path
            assert "@title@" not in path.read_text(encoding="utf-8"), path


def test_it_passes_the_lint_of_the_house(distribution):
    beside = Path(sys.executable).with_name("ruff")
    ruff = str(beside) if beside.exists() else shutil.which("ruff")
    if ruff is None:
        pytest.skip("ruff is not installed: make lint installs it")
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    for verb in (["check"], ["format", "--check"]):
        command = [ruff, *verb, *config, str(distribution)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_python_and_xml_can_be_read(distribution):
    for path in distribution.rglob("*.py"):
        ast.parse(path.read_text(encoding="utf-8"))
    for path in [*distribution.rglob("*.xml"), *distribution.rglob("*.zcml")]:
        ElementTree.parse(path)


def test_it_can_be_imported_beside_the_kit(distribution, monkeypatch):
    folder = str(distribution / "communes")
    monkeypatch.setattr(communes, "__path__", [*communes.__path__, folder])
    try:
        interfaces = import_module("communes.brocante.interfaces")
        core = import_module("communes.core.interfaces")
        assert interfaces.IBrocanteLayer.extends(core.ICoreLayer)
    finally:
        for name in [name for name in sys.modules if name.endswith("brocante")]:
            del sys.modules[name]
        sys.modules.pop("communes.brocante.interfaces", None)


def test_the_name_may_carry_the_namespace(tmp_path):
    assert new_solution(tmp_path, "communes.brocante").returncode == 0
    assert (tmp_path / "communes.brocante").is_dir()


@pytest.mark.parametrize(
    "name", ["Brocante", "bro-cante", "utils", "class", "b", "../b"]
)
def test_a_bad_name_is_refused_and_nothing_is_made(tmp_path, name):
    done = new_solution(tmp_path, name)

    assert done.returncode == 1
    assert "ne convient pas" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_existing_solution_is_left_as_it_is(distribution):
    done = new_solution(distribution.parent, "brocante")

    assert done.returncode == 1
    assert "existe déjà" in done.stderr
