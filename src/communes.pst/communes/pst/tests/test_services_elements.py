"""A program makes, reads, changes, moves on and deletes what a person may."""

from communes.pst.tests import builders
from communes.pst.tests.rest import Program
import pytest
import transaction


PLAN = f"pst/{builders.PLAN}"


@pytest.fixture
def uids(town_web):
    """Return the UID of each level of a branch, committed for the program to see."""
    made = builders.branch(
        budget=[{"source": "wallonie", "year": 2026, "amount": "120000"}]
    )
    found = {name: obj.UID() for name, obj in made.items()}
    transaction.commit()
    return found


def test_a_program_reads_plans_and_the_whole_tree(town_web, uids):
    reader = Program(town_web, "directrice-generale")
    status, found = reader.get("@pst-plans")
    reader.example("plans-list")
    assert (status, found["items"][0]["title"]) == (200, "PST 2024-2030")
    status, found = reader.get(f"{PLAN}/@pst-programme")
    reader.example("programme-get")
    assert [one["reference"] for one in found["items"]][1:4] == ["OS.1", "OO.2", "A.3"]
    status, found = reader.get(f"{PLAN}/@pst-elements?f.kind=pstaction&size=1")
    reader.example("elements-list")
    assert (status, found["items_total"]) == (200, 1)
    assert reader.get(f"{PLAN}/@pst-elements?sort=autre")[0] == 400


def test_a_program_creates_an_action_once(town_web, uids):
    carrier = Program(town_web, "gestionnaire-travaux")
    body = {
        "kind": "pstaction",
        "parent": uids["objective"],
        "title": "Remplacer les châssis de l'école du Centre",
        "managers": ["travaux"],
        "planned_end": "2027-12-31",
        "budget": [{"source": "ville", "year": 2027, "amount": "84500.00"}],
        "external_id": "travaux-17",
    }
    status, found = carrier.ask("POST", f"{PLAN}/@pst-elements", body)
    carrier.example("elements-post")
    assert (status, found["reference"]) == (201, "A.4")
    assert carrier.ask("POST", f"{PLAN}/@pst-elements", body)[0] == 200
    wrong = {**body, "external_id": "", "budget": [{"source": "x", "year": 1}]}
    assert carrier.ask("POST", f"{PLAN}/@pst-elements", wrong)[0] == 400
    task = {"kind": "task", "parent": uids["objective"], "title": "x"}
    status, found = carrier.ask("POST", f"{PLAN}/@pst-elements", task)
    assert status == 403
    editor = Program(town_web, "directrice-generale")
    sub = {"kind": "pstsubaction", "parent": uids["action"], "title": "x"}
    status, found = editor.ask("POST", f"{PLAN}/@pst-elements", sub)
    editor.example("elements-post-refused")
    reason = found["error"]["reasons"][0]
    assert (status, reason["code"]) == (422, "sub_actions_or_tasks")


def test_a_program_changes_an_action_with_its_revision(town_web, uids):
    carrier = Program(town_web, "porteur")
    url = f"{PLAN}/@pst-elements/{uids['action']}"
    change = {"health": "risque", "health_details": "Subside en attente", "revision": 0}
    status, found = carrier.ask("PATCH", url, change)
    carrier.example("elements-patch")
    assert (status, found["figures"]["health"]) == (200, "risque")
    assert carrier.ask("PATCH", url, change)[0] == 409
    assert carrier.ask("PATCH", url, {"publication": "published"})[0] == 403
    assert carrier.ask("PATCH", url, {"nombre": 1})[0] == 400
    status, found = carrier.get(url)
    carrier.example("elements-get")
    assert found["budget"][0]["amount"] == "120000"
    status, found = carrier.get(f"{PLAN}/@pst-history/{uids['action']}")
    carrier.example("history-get")
    assert found["items"][0]["after"]["health"] == "risque"


def test_a_program_takes_steps_and_learns_why_not(town_web, uids):
    editor = Program(town_web, "directrice-generale")
    url = f"{PLAN}/@pst-transitions/{uids['goal']}"
    status, found = editor.get(url)
    editor.example("transitions-get")
    closed = next(one for one in found["items"] if one["id"] == "achieve")
    assert not closed["available"] and closed["reasons"]
    refused = editor.ask("POST", url, {"transition": "achieve"})
    editor.example("transitions-post-refused")
    assert refused[0] == 422
    status, found = editor.ask("POST", url, {"transition": "begin"})
    editor.example("transitions-post")
    assert (status, found["state"]) == (200, "ongoing")
    assert editor.ask("POST", url, {"transition": "autre"})[0] == 400


def test_a_program_deletes_what_holds_nothing(town_web, uids):
    editor = Program(town_web, "directrice-generale")
    url = f"{PLAN}/@pst-elements"
    assert editor.ask("DELETE", f"{url}/{uids['action']}", {})[0] == 422
    assert editor.ask("DELETE", f"{url}/{uids['task']}", {})[0] == 204
    editor.example("elements-delete")
    assert editor.get(f"{url}/{uids['task']}")[0] == 404


def test_what_may_not_be_seen_is_not_there(town_web, uids):
    stranger = Program(town_web, "agent-sans-role")
    assert stranger.get(f"{PLAN}/@pst-elements")[1]["items_total"] == 0
    tree = stranger.get(f"{PLAN}/@pst-programme")[1]["items"]
    assert [one["kind"] for one in tree] == ["part"]
    for name in ("elements", "transitions", "history"):
        assert stranger.get(f"{PLAN}/@pst-{name}/{uids['action']}")[0] == 404
    assert Program(town_web).get(f"{PLAN}/@pst-programme")[0] == 401


def test_a_plan_is_made_and_set_by_who_may(town_web, uids):
    editor = Program(town_web, "directrice-generale")
    terms = [{"id": "climat", "title": "Plan climat"}]
    change = {"sector_plans": terms, "noted_on": "2025-06-30", "revision": 2}
    status, found = editor.ask("PATCH", f"{PLAN}/@pst-plans", change)
    editor.example("plans-patch")
    assert (status, found["sector_plans"]) == (200, terms)
    assert editor.ask("POST", "@pst-plans", {"name": "x", "title": "x"})[0] == 403
    reader = Program(town_web, "lecteur")
    assert reader.ask("PATCH", f"{PLAN}/@pst-plans", {"title": "x"})[0] == 403
