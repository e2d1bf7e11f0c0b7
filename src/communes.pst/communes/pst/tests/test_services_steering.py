"""A program compares, evaluates, takes reports away and brings a workbook in."""

import base64
from communes.pst.tests import builders
from communes.pst.tests.rest import Program
from datetime import date
from datetime import timedelta
import pytest
import transaction


PLAN = f"pst/{builders.PLAN}"
YESTERDAY = date.today() - timedelta(days=1)


@pytest.fixture
def uids(town_web):
    """Return the UID of each level of a branch under way."""
    made = builders.branch()
    for name in ("goal", "objective", "action"):
        builders.arrive(made[name], "ongoing")
    found = {name: obj.UID() for name, obj in made.items()}
    transaction.commit()
    return found


def test_a_program_is_told_what_changed_and_of_nothing_hidden(town_web, uids):
    editor = Program(town_web, "directrice-generale")
    url = f"{PLAN}/@pst-comparisons"
    status, found = editor.get(f"{url}?from=2026-01-01&to=2026-01-02")
    editor.example("comparisons-get")
    assert (status, found["added"]) == (200, [])
    status, found = editor.get(f"{url}?from={YESTERDAY}")
    assert uids["action"] in found["added"]
    assert editor.get(f"{url}?from=hier")[0] == editor.get(url)[0] == 400
    status, found = Program(town_web, "agent-sans-role").get(f"{url}?from={YESTERDAY}")
    assert found["added"] == [uids["part"]]


def test_a_program_evaluates_and_learns_what_is_missing(town_web, uids):
    editor, url = Program(town_web, "directrice-generale"), f"{PLAN}/@pst-evaluations"
    act = {"act": "open", "occasion": "mid_term"}
    days = {"opens_on": "2026-01-01", "closes_on": "2026-12-31"}
    status, found = editor.ask("POST", url, {**act, **days})
    assert (status, found["items"][0]["state"]) == (200, "open")
    close = {"act": "close", "evaluation": "evaluation-1"}
    assert editor.ask("POST", url, close)[0] == 422
    editor.example("evaluations-post-refused")
    for name in ("goal", "objective"):
        said = {
            "verdict": "on_course",
            "text": "<p>Les travaux suivent leur cours.</p>",
        }
        answer = {"act": "answer", "evaluation": "evaluation-1", "element": uids[name]}
        assert editor.ask("POST", url, {**answer, **said})[0] == 200
    word = {
        "act": "conclude",
        "evaluation": "evaluation-1",
        "conclusion": "<p>Oui.</p>",
    }
    assert editor.ask("POST", url, word)[0] == 200
    status, found = editor.ask("POST", url, close)
    editor.example("evaluations-post")
    assert (status, found["items"][0]["state"]) == (200, "closed")
    assert editor.ask("POST", url, {"act": "autre"})[0] == 400
    assert Program(town_web, "lecteur").ask("POST", url, {**act, **days})[0] == 403
    assert Program(town_web, "agent-sans-role").get(url)[0] == 403


def test_a_program_takes_files_away_and_brings_one_in(town_web, uids):
    editor, url = Program(town_web, "directrice-generale"), f"{PLAN}/@pst-documents"
    status, book = editor.get(f"{url}?kind=workbook")
    assert status == 200 and book[:2] == b"PK"
    assert editor.get(f"{url}?kind=follow_up&form=odt")[1][:2] == b"PK"
    assert editor.get(f"{url}?kind=autre")[0] == 400
    body = {"kind": "workbook", "data": base64.b64encode(book).decode()}
    status, found = editor.ask("POST", url, body)
    assert (status, found["written"]) == (200, False)
    assert set(found["counts"]) == {"unchanged"}
    wrong = {"kind": "workbook", "data": base64.b64encode(b"rien").decode()}
    assert editor.ask("POST", url, wrong)[0] == 400
    editor.example("documents-post")
    assert editor.ask("POST", url, {**wrong, "data": "*"})[0] == 400
    reader = Program(town_web, "lecteur")
    assert reader.get(f"{url}?kind=workbook")[0] == 403
    assert reader.ask("POST", url, body)[0] == 403
