from communes.search.domain.document import moment
from communes.search.domain.document import solution_fields
from communes.search.domain.document import whole
from datetime import datetime
from datetime import timedelta
from datetime import timezone
import pytest


WHOLE = {
    "UID": "u",
    "path": "/a",
    "portal_type": "T",
    "allowedRolesAndUsers": ["M"],
    "version_l": 7,
}


@pytest.mark.parametrize("name", list(WHOLE))
def test_a_husk_is_refused(name):
    with pytest.raises(ValueError, match=name):
        whole({**WHOLE, name: ""})


def test_empty_fields_are_left_out():
    document = whole({**WHOLE, "Title": "", "Subject": [], "n_i": 0})
    assert set(document) == {*WHOLE, "n_i", "effective", "expires"}


def test_what_has_no_time_of_publication_is_always_in_force():
    document = whole({**WHOLE, "effective": None})
    assert document["effective"] < "1900"
    assert document["expires"] > "9000"
    assert whole({**WHOLE, "expires": "2026"})["expires"] == "2026"


def test_a_moment_is_written_in_utc():
    brussels = timezone(timedelta(hours=1))
    assert moment(datetime(2026, 11, 22, 21, 0, tzinfo=brussels)) == (
        "2026-11-22T20:00:00Z"
    )
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 11, 22))


def test_a_solution_adds_fields_by_their_ending_only():
    assert solution_fields({"vote_b": False, "note_t_fr": None}) == {"vote_b": False}
    for name in ("Title", "allowedRolesAndUsers", "x_p", "_s", "X_s"):
        with pytest.raises(ValueError, match="no name"):
            solution_fields({name: "x"})
