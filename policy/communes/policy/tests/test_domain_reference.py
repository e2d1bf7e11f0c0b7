"""The page of reference is what the code accepts; it can not lie silently."""

from communes.policy.domain.reference import reference
from communes.policy.solutions import TABLES
from pathlib import Path


def page():
    for folder in Path(__file__).resolve().parents:
        found = folder / "docs" / "reference" / "policy" / "commune-toml.md"
        if found.is_file():
            return found.read_text(encoding="utf-8")
    raise FileNotFoundError("docs/reference/policy/commune-toml.md")


def test_the_page_is_what_the_command_prints():
    # Make it anew: python -m communes.policy.commands.reference > the page.
    assert page() == reference(TABLES)


def test_every_key_says_what_it_means():
    rows = [line for line in page().splitlines() if line.startswith("| `")]
    assert len(rows) > 80
    silent = [row.split("|")[1].strip() for row in rows if row.endswith("|  |")]
    assert silent == []
