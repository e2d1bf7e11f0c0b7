"""A meeting by REST, from its creation to its minutes: what pages do, programs do."""

from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from io import BytesIO
import json
from pathlib import Path
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from pypdf import PdfReader
import pytest


MEETINGS = "deliberations/conseil/@deliberations-meetings"
REAL_MEETING = (Path(__file__).parent / "data" / "conseil-2023-05-22.json").read_text(
    encoding="utf-8"
)
# The town's own council has other seats; this one is founded by the import.
ELSEWHERE = REAL_MEETING.replace("Conseil communal", "Conseil de La Roche")


@pytest.fixture
def dg(town_web):
    return Program(town_web, "directeur-general")


def step(program, obj, name, **more):
    url = f"{obj}/@deliberations-transitions"
    status, answer = program.post(url, {"transition": name, **more})
    assert status == 200, answer
    return answer


def new_meeting(program, when="2023-05-22T20:00"):
    status, meeting = program.post(MEETINGS, {"date": when})
    assert status == 201, meeting
    return meeting["@id"]


def presented(program, meeting, titles):
    """Return the addresses of validated items brought on the agenda."""
    items = [builders.validated(title=title) for title in titles]
    for item in items:
        step(program, item.absolute_url(), "present")
    return [item.absolute_url() for item in items]


def test_a_meeting_goes_from_its_agenda_to_its_minutes(dg):
    meeting = new_meeting(dg)
    dg.example("meetings-post")
    first, second = presented(dg, meeting, ["Voirie", "Subside"])
    agenda = f"{meeting}/@deliberations-agenda"
    _status, before = dg.get(agenda)
    dg.example("agenda-get")
    order = {"uid": before["items"][1]["uid"], "before": before["items"][0]["uid"]}
    status, _moved = dg.patch(agenda, {**order, "revision": before["revision"]})
    dg.example("agenda-patch")
    assert status == 200
    titles = [line["title"] for line in dg.get(agenda)[1]["items"]]
    assert titles == ["Subside", "Voirie"]

    step(dg, meeting, "freeze")
    dg.example("transitions-post")
    present = {seat: "present" for seat in builders.SEATS}
    present["conseiller-3"] = "excused"
    status, roll = dg.patch(
        f"{meeting}/@deliberations-attendance", {"presences": present}
    )
    dg.example("attendance-patch")
    assert (status, roll["present"], roll["in_office"]) == (200, 4, 5)

    step(dg, meeting, "decide")
    for item in (first, second):
        status, vote = dg.post(
            f"{item}/@deliberations-votes",
            {"kind": "public", "values": {"conseiller-2": "no"}, "others": "yes"},
        )
        assert status == 200, vote
        assert vote["outcome"]["result"] == "adopted"
        step(dg, item, "accept")
    dg.get(f"{first}/@deliberations-votes")
    dg.example("votes-get")
    step(dg, meeting, "close")
    status, pdf = dg.get(f"{meeting}/@deliberations-documents/minutes?form=pdf")
    assert status == 200
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "3 voix pour, 1 voix contre" in " ".join(text.replace("\xa0", " ").split())


def test_a_blocked_step_says_why(dg):
    meeting = new_meeting(dg, "2999-01-01T20:00")
    presented(dg, meeting, ["Voirie"])
    step(dg, meeting, "freeze")
    status, found = dg.get(f"{meeting}/@deliberations-transitions")
    dg.example("transitions-get")
    decide = next(one for one in found["items"] if one["id"] == "decide")
    assert (status, decide["available"]) == (200, False)
    assert decide["reasons"][0]["message"]
    url = f"{meeting}/@deliberations-transitions"
    status, answer = dg.post(url, {"transition": "decide"})
    dg.example("transitions-post-refused")
    assert (status, answer["error"]["type"]) == (422, "RuleRefused")


def test_two_people_moving_items_do_not_lose_one_anothers_order(dg):
    meeting = new_meeting(dg)
    presented(dg, meeting, ["A", "B", "C"])
    url = f"{meeting}/@deliberations-agenda"
    _status, read = dg.get(url)
    first, _second, third = (line["uid"] for line in read["items"])
    body = {"uid": third, "before": first, "revision": read["revision"]}
    assert dg.patch(url, body)[0] == 200
    status, answer = dg.patch(url, body | {"uid": first, "before": None})
    assert (status, answer["error"]["type"]) == (409, "Conflict")
    titles = [line["title"] for line in dg.get(url)[1]["items"]]
    assert titles == ["C", "A", "B"]


@pytest.mark.parametrize(
    "vote,code",
    [
        ({"kind": "public", "values": {"conseiller-3": "yes"}}, "vote_by_absent"),
        ({"kind": "public", "values": {"nobody": "yes"}}, "unknown_seat"),
        ({"kind": "public", "values": {"echevin-1": "perhaps"}}, "unknown_key"),
        (
            {"kind": "secret", "ballots": [{"counts": {"yes": 99}}]},
            "votes_do_not_add_up",
        ),
        ({"kind": "secret", "ballots": [{"counts": {"yes": "4"}}]}, "wrong_value"),
        ({"kind": "by ear"}, "unknown_key"),
    ],
)
def test_a_vote_that_can_not_be_is_refused_and_not_kept(dg, vote, code):
    meeting = new_meeting(dg)
    (item,) = presented(dg, meeting, ["Voirie"])
    step(dg, meeting, "freeze")
    there = dict.fromkeys(builders.SEATS, "present") | {"conseiller-3": "absent"}
    dg.patch(f"{meeting}/@deliberations-attendance", {"presences": there})
    status, answer = dg.post(f"{item}/@deliberations-votes", vote)
    assert status in (400, 404, 409, 422)
    assert answer["error"]["code"] == code
    assert dg.get(f"{item}/@deliberations-votes")[1]["votes"] == []


def test_who_does_not_manage_a_meeting_reads_and_changes_nothing(dg, town_web):
    meeting = new_meeting(dg)
    (item,) = presented(dg, meeting, ["Voirie"])
    step(dg, meeting, "freeze")
    member = Program(town_web, "conseiller")
    assert member.get(f"{meeting}/@deliberations-agenda")[0] == 200
    uid = dg.get(f"{meeting}/@deliberations-agenda")[1]["items"][0]["uid"]
    for url, body, method in (
        (f"{meeting}/@deliberations-agenda", {"uid": uid, "move": "up"}, "PATCH"),
        (
            f"{meeting}/@deliberations-attendance",
            {"presences": {"echevin-1": "absent"}},
            "PATCH",
        ),
        (f"{meeting}/@deliberations-transitions", {"transition": "decide"}, "POST"),
        (f"{item}/@deliberations-votes", {"kind": "public", "others": "no"}, "POST"),
        (MEETINGS, {"date": "2024-01-01T20:00"}, "POST"),
    ):
        status, answer = member.ask(method, url, body)
        assert status == 403, (url, answer)


def test_a_closed_item_is_a_number_for_whom_it_is_not(dg, town_web):
    meeting = new_meeting(dg)
    item = builders.validated(title="Sanction d'un agent", privacy="closed")
    step(dg, item.absolute_url(), "present")
    step(dg, meeting, "freeze")
    outsider = Program(town_web, "observateur")
    for address in (f"{meeting}/@deliberations-agenda", meeting, MEETINGS):
        _status, seen = outsider.get(address)
        assert "Sanction" not in str(seen)


@pytest.fixture
def boss(town_web):
    return Program(town_web, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


def test_the_real_meeting_is_checked_then_brought_in(boss):
    url = "@deliberations-imports"
    status, report = boss.ask("POST", f"{url}?dry_run=1", ELSEWHERE)
    boss.example("imports-dry-run")
    assert (status, report["accepted"], report["preview"]["urgent_items"]) == (
        200,
        True,
        6,
    )
    status, made = boss.ask("POST", url, ELSEWHERE)
    assert status == 201, made
    status, again = boss.ask("POST", url, ELSEWHERE)
    boss.example("imports-refused")
    assert (status, again["error"]["rows"] != []) == (422, True)


def test_whoever_founds_an_assembly_by_an_import_manages_it(boss, town_web):
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles("agent-sans-groupe", roles=["Site Administrator"])
    founder = Program(town_web, "agent-sans-groupe")
    status, made = founder.ask("POST", "@deliberations-imports", ELSEWHERE)
    assert status == 201
    step(founder, made["@id"], "freeze")
    other = Program(town_web, "directeur-general")
    assert other.get(made["@id"])[0] == 401


def test_faults_are_told_row_by_row_and_nothing_is_written(boss):
    broken = json.loads(ELSEWHERE)
    broken["items"][0]["vote"]["yes"] += ["conseiller-9", "personne"]
    url = "@deliberations-imports"
    status, answer = boss.post(url, broken)
    assert (status, answer["error"]["code"]) == (422, "import_refused")
    found = {(row["row"], row["field"], row["code"]) for row in answer["error"]["rows"]}
    assert ("point 1", "vote", "vote_by_absent") in found
    assert ("point 1", "vote", "unknown_seat") in found
    known = [one["id"] for one in boss.get("@deliberations-assemblies")[1]["items"]]
    assert known == ["college", "conseil"]


def test_nobody_imports_without_the_right(town_web):
    status, _answer = Program(town_web, "createur").ask(
        "POST", "@deliberations-imports?dry_run=1", REAL_MEETING
    )
    assert status == 403
