"""Every rule of the session and of the law is shown by a test that exists."""

from documentation import DOCS
from documentation import is_test
import pytest
import re


TEXT = (DOCS / "reference/deliberations/rules.md").read_text("utf-8")
ROWS = [
    line
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith("| rule ")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:60])
def test_a_rule_names_a_test_that_exists(row):
    named = re.findall(r"`([^`]+::[^`]+)`", row)
    assert named
    assert [one for one in named if not is_test(one)] == []
