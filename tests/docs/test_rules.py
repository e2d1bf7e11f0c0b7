"""Every rule of a solution is shown by a test that exists."""

from documentation import DOCS
from documentation import is_test
import pytest
import re


ROWS = [
    line
    for page in sorted(DOCS.glob("reference/*/rules.md"))
    for line in page.read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| rule ")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:60])
def test_a_rule_names_a_test_that_exists(row):
    named = re.findall(r"`([^`]+::[^`]+)`", row)
    assert named
    assert [one for one in named if not is_test(one)] == []
