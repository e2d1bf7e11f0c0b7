"""Every rule of a solution is shown by a test that exists."""

from documentation import DOCS
from documentation import is_test
import pytest
import re


def rules(page):
    """Yield the rows of the tables of rules; a page may hold other tables."""
    inside = False
    for line in page.read_text("utf-8").splitlines():
        if inside and line.startswith("| "):
            yield line
        inside = line.startswith("| rule ") or (inside and line.startswith("|"))


ROWS = [
    row for page in sorted(DOCS.glob("reference/*/rules.md")) for row in rules(page)
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:60])
def test_a_rule_names_a_test_that_exists(row):
    named = re.findall(r"`([^`]+::[^`]+)`", row)
    assert named
    assert [one for one in named if not is_test(one)] == []
