"""An import is all or nothing, and says why row by row."""

from communes.core.errors.domain import Reason
from communes.core.importing import api
from communes.core.importing.domain import Fate
from communes.core.importing.domain import ImportRefused
from communes.core.importing.domain import refused
from communes.core.importing.domain import Row
import pytest


GOOD = (Row(1, "point 1", Fate.CREATED), Row(2, "point 2", Fate.UNCHANGED))
BAD = (
    refused(2, "point 2", Reason("unknown_seat", "Siège « ${i} » inconnu.", {"i": 9})),
    Row(1, "point 1", Fate.CREATED),
)


def imported(rows, dry_run):
    written = []
    return written, api.run(lambda: rows, lambda: written.append(True), dry_run)


def test_good_rows_are_written():
    written, report = imported(GOOD, dry_run=False)
    assert written == [True]
    assert report.written
    assert report.counts == {"created": 1, "unchanged": 1}


@pytest.mark.parametrize("rows", [GOOD, BAD])
def test_a_dry_run_writes_nothing_and_says_everything(rows):
    written, report = imported(rows, dry_run=True)
    assert written == []
    assert not report.written
    assert [row.number for row in report.rows] == [1, 2]


def test_one_refused_row_refuses_the_import():
    written = []
    with pytest.raises(ImportRefused, match="1 ligne") as refusal:
        api.run(lambda: BAD, lambda: written.append(True), dry_run=False)
    assert written == []
    assert refusal.value.rows == (
        {
            "number": 2,
            "key": "point 2",
            "fate": "refused",
            "reasons": [{"code": "unknown_seat", "message": "Siège « 9 » inconnu."}],
        },
    )


def test_a_report_is_plain_values():
    _, report = imported(GOOD, dry_run=True)
    assert report.as_dict() == {
        "dry_run": True,
        "written": False,
        "counts": {"created": 1, "unchanged": 1},
        "rows": [
            {"number": 1, "key": "point 1", "fate": "created"},
            {"number": 2, "key": "point 2", "fate": "unchanged"},
        ],
    }
