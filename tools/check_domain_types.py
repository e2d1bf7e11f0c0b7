"""Check the types of every rule of the trade with mypy in its strict mode."""

from pathlib import Path
import subprocess
import sys


ROOT = Path(__file__).resolve().parent.parent


def domain_sources() -> list[str]:
    """Return the domain modules and folders of every distribution."""
    found = [
        path
        for base in ("src", "policy")
        for path in (ROOT / base).rglob("domain*")
        if path.name in ("domain", "domain.py") and "tests" not in path.parts
    ]
    return [str(path.relative_to(ROOT)) for path in sorted(found)]


if __name__ == "__main__":
    mypy = [str(Path(sys.executable).with_name("mypy")), "--no-error-summary"]
    mypy += ["--exclude", "/tests/"]
    sys.exit(subprocess.call([*mypy, *domain_sources()], cwd=ROOT))
