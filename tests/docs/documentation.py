"""The pages of the documentation, and what the code offers that they must tell."""

from pathlib import Path
import re


ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def pages() -> list[Path]:
    """Return every page a reader may land on."""
    readmes = [ROOT / "README.md", ROOT / "policy" / "README.md"]
    readmes += ROOT.glob("src/*/README.md")
    return sorted([*DOCS.rglob("*.md"), *readmes])


def sources(pattern: str) -> list[Path]:
    """Return the files of the suite that match, without those of its tests."""
    found = [*ROOT.glob(f"src/**/{pattern}"), *ROOT.glob(f"policy/**/{pattern}")]
    return sorted(path for path in found if "tests" not in path.parts)


def reference() -> str:
    """Return the reference pages as one text."""
    texts = (path.read_text("utf-8") for path in (DOCS / "reference").rglob("*.md"))
    return "\n".join(texts)


def is_test(name: str) -> bool:
    """Return whether ``room/tests/test_x.py::test_y`` exists in the suite."""
    path, function = name.split("::")
    places = [ROOT.glob(f"src/*/communes/{path}"), ROOT.glob(path)]
    return any(
        re.search(rf"^\s*def {re.escape(function)}\(", found.read_text("utf-8"), re.M)
        for place in places
        for found in place
    )
