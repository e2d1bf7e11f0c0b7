"""Every row of the domain sheet is shown by a test that exists, or says why not yet."""

from documentation import DOCS
from documentation import is_test
import pytest
import re


# The rows of the sheet of the deliberations that are the portal's too.
PORTAL = (50, 51, 52, 54, 55, 56, 57, 58, 59, 60, 61, 64, 68)
SHEETS = {
    "deliberations": tuple(range(1, 69)),
    "publications": PORTAL,
    "exchange": tuple(range(1, 47)),
    "pst": tuple(range(1, 33)),
    "web": tuple(range(1, 64)),
}
# The rows the first issue asks for: these may not wait.
ASKED = {
    "deliberations": {
        *(1, 4, 5, 15, 16, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 33, 39, 49, 67)
    },
    "pst": {*range(1, 24), 25, 26, 27, 29, 31, 32},
    "exchange": set(range(1, 47)),
    "publications": {50, 51, 52, 54, 55, 56, 57, 58, 60, 61, 64, 68},
    "web": set(range(1, 64)) - {11, 12, 28, 30, 33, 34, 36, 37, 38},
}


def rows(solution: str) -> dict[int, tuple[str, str]]:
    """Return (tests, reason) of each row by its number."""
    text = (DOCS / "reference" / solution / "features.md").read_text("utf-8")
    lines = re.findall(r"^\| (\d+) \| [^|]+ \|([^|]*)\|([^|]*)\|?$", text, re.MULTILINE)
    return {int(number): (tests, reason.strip()) for number, tests, reason in lines}


@pytest.fixture(params=SHEETS)
def solution(request):
    return request.param


def test_every_row_of_the_sheet_is_there_once(solution):
    assert tuple(rows(solution)) == SHEETS[solution]


def test_a_row_has_a_test_or_a_reason(solution):
    silent = [
        number
        for number, (tests, reason) in rows(solution).items()
        if not re.search(r"`[^`]+::[^`]+`", tests)
        and not re.fullmatch(r"not yet: .{10,}", reason)
    ]
    assert silent == []


def test_the_tests_of_a_row_exist(solution):
    missing = [
        (number, name)
        for number, (tests, _) in rows(solution).items()
        for name in re.findall(r"`([^`]+)`", tests)
        if not is_test(name)
    ]
    assert missing == []


def test_what_was_asked_for_does_not_wait(solution):
    found = rows(solution)
    waiting = [number for number in sorted(ASKED[solution]) if found[number][1]]
    assert waiting == []
