"""The walls hold, and a broken one is seen."""

from pathlib import Path
import pytest
import re
import shutil
import subprocess
import sys


ROOT = Path(__file__).resolve().parents[2]
SOLUTIONS = ("deliberations",)


def sources() -> list[Path]:
    return [
        path
        for base in ("src", "policy")
        for path in sorted((ROOT / base).rglob("*.py"))
        if path.name != "setup.py"
    ]


def imports_of(text: str) -> set[str]:
    pattern = r"^\s*(?:from ([\w.]+) import|import ([\w.]+))"
    return {a or b for a, b in re.findall(pattern, text, re.MULTILINE)}


FOREIGN = re.compile(
    r"^(AccessControl|Acquisition|App|BTrees|OFS|Products|ZODB|ZPublisher|collective"
    r"|persistent|plone|transaction|z3c|zExceptions|zope)(\.|$)"
)


def is_domain(path: Path) -> bool:
    return "tests" not in path.parts and (
        "domain" in path.parts or path.name == "domain.py"
    )


def test_no_rule_of_the_trade_imports_plone():
    guilty = {
        str(path.relative_to(ROOT)): sorted(found)
        for path in sources()
        if is_domain(path)
        for found in [set(filter(FOREIGN.match, imports_of(path.read_text())))]
        if found
    }
    assert guilty == {}


def test_files_fit_in_mind():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        for lines in [len(path.read_text().splitlines())]
        if lines > 400
    }
    assert long == {}


def test_no_file_of_zcml_is_over_one_hundred_lines():
    long = [
        str(path.relative_to(ROOT))
        for base in ("src", "policy")
        for path in (ROOT / base).rglob("*.zcml")
        if len(path.read_text().splitlines()) > 100
    ]
    assert long == []


def test_no_attic_is_built():
    attic = {"utils", "helpers", "misc", "common", "manager", "base2"}
    assert [str(p.relative_to(ROOT)) for p in sources() if p.stem in attic] == []


def test_the_namespace_stays_native():
    found = [*ROOT.glob("src/*/communes/__init__.py")]
    found += ROOT.glob("policy/communes/__init__.py")
    assert found == []


def test_every_package_says_why_it_exists():
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.name == "__init__.py"
        and "tests" not in path.parts
        and not path.read_text().lstrip().startswith(('"""', 'r"""'))
    ]
    assert silent == []


@pytest.fixture
def copied_house(tmp_path: Path) -> Path:
    """The sources only, in a place where a wall may be broken."""
    for name in ("src", "policy"):
        ignore = shutil.ignore_patterns("tests", "locales", "*.egg-info", "static")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignore)
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def check_walls(house: Path) -> subprocess.CompletedProcess:
    linter = ROOT / ".build/venv/bin/lint-imports"
    if not linter.exists():
        pytest.skip("the checks are not installed: make lint")
    script = ROOT / "tools" / "check_walls.py"
    command = [sys.executable, str(script), str(house)]
    return subprocess.run(command, capture_output=True, text=True, cwd=house)


def test_the_contracts_hold_and_a_broken_one_fails(copied_house: Path):
    whole = check_walls(copied_house)
    assert whole.returncode == 0, whole.stdout
    room = copied_house / "src/communes.core/communes/core/deadlines"
    (room / "shortcut.py").write_text("from communes.deliberations import api\n")
    broken = check_walls(copied_house)
    assert broken.returncode == 1
    assert "The kit knows no solution and no policy BROKEN" in broken.stdout
