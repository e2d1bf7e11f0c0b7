"""The real meeting of 22 May 2023 is read whole; a wrong file is refused row by row."""

from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.documents import full_minutes_text
from communes.deliberations.domain.documents import public_agenda
from communes.deliberations.domain.errors import ImportRefused
from communes.deliberations.domain.importing.meeting import plan_import
from communes.deliberations.domain.importing.preview import as_record
from communes.deliberations.domain.importing.preview import assembly_for
from communes.deliberations.domain.importing.preview import state_of
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings_check import check
from communes.deliberations.domain.tally import Tally
from communes.deliberations.domain.tally import VoteValue
import copy
from dataclasses import replace
from datetime import date
from datetime import time
from hypothesis import given
from hypothesis import strategies as st
import json
from pathlib import Path
import pytest


REAL = Path(__file__).with_name("data") / "conseil-2023-05-22.json"
TEXT = REAL.read_text(encoding="utf-8")
DATA = json.loads(TEXT)


def faults_of(data, **context):
    report = plan_import(json.dumps(data), **context)
    assert report.plan is None
    return [(one.row, one.field, one.reason.code) for one in report.faults]


def changed(*path, value):
    data = copy.deepcopy(DATA)
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


@pytest.fixture
def plan():
    return plan_import(TEXT).accepted()


def test_the_real_meeting_is_read_whole(plan):
    assert plan.assembly == "Conseil communal"
    assert plan.day == date(2023, 5, 22)
    assert plan.opened_at == time(20)
    assert sum(seat.votes for seat in plan.seats) == 15
    assert len(plan.voters) == 13
    excused = [id for id, one in plan.presences.items() if one is Presence.EXCUSED]
    assert excused == ["presidente-assemblee", "conseiller-9"]
    assert plan.presences["directeur-general"] is Presence.PRESENT


def test_the_real_vote_is_eight_none_five(plan):
    item = plan.items[0]
    assert item.vote.tally == Tally(yes=8, abstain=5)
    assert item.outcome.result is Result.ADOPTED
    assert [seat.name for seat in item.vote.who(VoteValue.ABSTAIN)] == [
        f"Conseiller communal {n}" for n in (2, 4, 5, 7, 8)
    ]
    assert plan.items[1].vote is None
    assert plan.items[1].decision == "PREND CONNAISSANCE."


def test_six_urgent_items_follow_the_agenda(plan):
    assert [item.number for item in plan.urgent_items] == [3, 4, 5, 6, 7, 8]
    assert len(plan.urgency_in_favour) == 13
    assert not any(item.decided for item in plan.urgent_items)
    assert {state_of(item) for item in plan.urgent_items} == {"itemfrozen"}
    assert [state_of(item) for item in plan.items[:2]] == ["accepted", "accepted"]


def test_a_seat_is_called_by_its_function(plan):
    names = {seat.id: seat.name for seat in plan.seats}
    assert names["echevin-2"] == "Échevin 2"
    assert names["bourgmestre"] == "Bourgmestre"
    assert names["presidente-cpas"] == "Présidente du CPAS"
    assert len(set(names.values())) == len(names)


def test_the_assembly_is_made_from_the_file(plan):
    made = assembly_for(plan.assembly, [COLLEGE])
    assert made.id == "conseil-communal"
    assert made.name_with_article == "le Conseil communal"
    assert check(DeliberationsSettings((made,))) == ()
    assert assembly_for(plan.assembly, [COLLEGE, CONSEIL]) is CONSEIL


def test_the_minutes_of_the_real_meeting_say_what_the_law_asks(plan):
    record = as_record(
        plan, assembly_for(plan.assembly, []), "Ville de La Roche-en-Ardenne"
    )
    html = full_minutes_text(record).html
    assert "du lundi 22 mai 2023" in html
    assert "La séance est ouverte à 20 heures" in html
    assert "<h3>Excusés</h3>" in html
    assert (
        "par 8 voix pour, 0 voix contre et 5 abstentions (Conseiller communal 2, "
        "Conseiller communal 4, Conseiller communal 5, Conseiller communal 7 et "
        "Conseiller communal 8)" in html
    )
    assert "APPROUVE le procès-verbal de la séance du 26 avril 2023." in html
    assert "déclare l'urgence (CDLD, art. L1122-24)" in html
    assert "à l'unanimité des membres présents" in html
    assert html.count("AG d'Idelux") == 10
    assert "8. Intercommunale – AG de Sofilux" in public_agenda(record).html


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (
            ("items", 0, "vote", "no"),
            ["maire"],
            ("point 1", "vote", "unknown_seat"),
        ),
        (
            ("items", 0, "vote", "no"),
            ["conseiller-9"],
            ("point 1", "vote", "vote_by_absent"),
        ),
        (
            ("items", 0, "vote", "no"),
            ["bourgmestre"],
            ("point 1", "vote", "double_vote"),
        ),
        (
            ("items", 0, "vote", "no"),
            ["directeur-general"],
            ("point 1", "vote", "vote_without_right"),
        ),
        (
            ("items", 0, "vote", "abstain"),
            ["conseiller-2"],
            ("point 1", "vote", "votes_do_not_add_up"),
        ),
        (
            ("items", 0, "expected", "yes"),
            9,
            ("point 1", "expected.yes", "not_as_expected"),
        ),
        (
            ("items", 0, "expected", "result"),
            "rejeté",
            ("point 1", "expected.result", "not_as_expected"),
        ),
        (
            ("items", 0, "vote", "kind"),
            "aux dés",
            ("point 1", "vote.kind", "unknown_value"),
        ),
        (("items", 0, "vote", "yes"), "tous", ("point 1", "vote.yes", "wrong_type")),
        (("items", 1, "number"), 1, ("point 2", "number", "duplicate")),
        (("items", 1, "number"), 0, ("point 2", "number", "zero")),
        (("items", 1, "number"), True, ("point 2", "number", "wrong_type")),
        (("items", 1, "number"), -1, ("point 2", "number", "negative")),
        (
            ("items", 1, "title"),
            "approuve le procès-verbal de la  séance précédente",
            ("point 2", "title", "duplicate"),
        ),
        (("items", 1, "title"), " ", ("point 2", "title", "empty_value")),
        (("items", 1, "title"), "\ud800", ("point 2", "title", "unreadable_text")),
        (("items", 1, "mood"), "bonne", ("point 2", "mood", "unknown_key")),
        (("items", 1), "?", ("point 2", "", "wrong_type")),
        (("items",), [], ("séance", "items", "empty_list")),
        (("seats", 1, "id"), "bourgmestre", ("siège 2", "id", "duplicate")),
        (("seats", 1, "votes"), 1, ("siège 2", "votes", "wrong_type")),
        (("seats", 1, "gender"), "z", ("siège 2", "gender", "unknown_value")),
        (("date",), "22/05/2023", ("séance", "date", "bad_date")),
        (("date",), None, ("séance", "date", "missing_key")),
        (("opened_at",), "20 heures", ("séance", "opened_at", "bad_hour")),
        (("chaired_by",), "maire", ("séance", "chaired_by", "unknown_seat")),
        (("chaired_by",), "conseiller-9", ("séance", "chaired_by", "chair_absent")),
        (("attendance",), None, ("séance", "attendance", "missing_key")),
        (
            ("attendance", "excused"),
            ["presidente-assemblee"],
            ("séance", "attendance.absent", "attendance_missing"),
        ),
        (
            ("attendance", "excused"),
            ["presidente-assemblee", "conseiller-9", "bourgmestre"],
            ("séance", "attendance.excused", "attendance_twice"),
        ),
        (
            ("attendance", "absent"),
            ["fantôme"],
            ("séance", "attendance.absent", "unknown_seat"),
        ),
        (
            ("urgent_items", "accepted"),
            "oui",
            ("séance", "urgent_items.accepted", "unknown_value"),
        ),
        (
            ("urgent_items", "accepted"),
            ["bourgmestre"],
            ("séance", "urgent_items.accepted", "urgency_not_carried"),
        ),
        (
            ("urgent_items", "accepted"),
            ["conseiller-9"],
            ("séance", "urgent_items.accepted", "vote_by_absent"),
        ),
        (
            ("urgent_items", "titles"),
            ["Même", "Même"],
            ("séance", "urgent_items.titles", "duplicate"),
        ),
    ],
)
def test_a_wrong_file_is_refused_with_row_field_and_reason(path, value, fault):
    assert fault in faults_of(changed(*path, value=value))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "broken_json"),
        ("", "broken_json"),
        (b"\xff\xfe", "broken_json"),
        ("[" * 100_000, "broken_json"),
        ("[]", "wrong_type"),
        ('{"date": "2023-05-22", "date": "2023-05-23"}', "duplicate_key"),
        (" " * 5_000_001, "too_large"),
    ],
)
def test_an_unreadable_file_is_refused(text, code):
    report = plan_import(text)
    assert report.plan is None
    assert [fault.reason.code for fault in report.faults] == [code]


def test_every_fault_is_told_at_once():
    data = changed("items", 0, "vote", "no", value=["maire", "conseiller-9"])
    data["items"][1]["title"] = ""
    del data["assembly"]
    codes = {code for _row, _field, code in faults_of(data)}
    assert codes >= {"unknown_seat", "vote_by_absent", "empty_value", "missing_key"}


def test_a_refused_import_says_its_rows():
    data = changed("items", 1, "number", value=1)
    with pytest.raises(ImportRefused) as refused:
        plan_import(json.dumps(data)).accepted()
    assert str(refused.value) == (
        "point 2, number : Même valeur qu'au point 1 : chaque point est unique."
    )


def test_a_meeting_already_there_is_not_imported_again():
    taken = faults_of(DATA, taken_days={date(2023, 5, 22)})
    assert taken == [("séance", "date", "duplicate")]
    data = changed("external_id", value="pv-17")
    assert ("séance", "external_id", "duplicate") in faults_of(
        data, taken_ids={"pv-17"}
    )
    item = changed("items", 0, "external_id", value="point-1")
    assert ("point 1", "external_id", "duplicate") in faults_of(
        item, taken_ids={"point-1"}
    )


def test_a_secret_vote_comes_as_counts():
    data = changed(
        "items",
        0,
        "vote",
        value={"kind": "secret", "yes": 8, "no": 3, "abstain": 0, "blank": 2},
    )
    del data["items"][0]["expected"]
    plan = plan_import(json.dumps(data)).accepted()
    assert plan.items[0].vote.ballots[0].tally == Tally(yes=8, no=3, blank=2)
    data["items"][0]["vote"]["blank"] = 3
    assert faults_of(data) == [("point 1", "vote", "votes_do_not_add_up")]


def test_a_tie_in_an_imported_college_is_put_off_or_settled_by_its_president():
    data = copy.deepcopy(DATA)
    del data["items"][0]["expected"]
    yes = data["items"][0]["vote"]["yes"]
    data["items"][0]["vote"].update(yes=yes[:4], no=yes[4:])
    put_off = plan_import(json.dumps(data), COLLEGE).accepted()
    assert put_off.items[0].outcome.result is Result.POSTPONED
    settled = plan_import(json.dumps(data), replace(COLLEGE, tie_rule="president"))
    assert settled.accepted().items[0].outcome.result is Result.ADOPTED


def test_a_lost_vote_ends_refused():
    data = copy.deepcopy(DATA)
    vote = data["items"][0]["vote"]
    vote["yes"], vote["no"] = vote["no"], vote["yes"]
    data["items"][0]["expected"] = {
        "yes": 0,
        "no": 8,
        "abstain": 5,
        "result": "rejeté",
    }
    plan = plan_import(json.dumps(data)).accepted()
    assert state_of(plan.items[0]) == "refused"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
    ),
    max_leaves=6,
)


@given(key=st.sampled_from(sorted(DATA)), value=JSON)
def test_whatever_stands_in_the_file_the_answer_is_a_plan_or_faults(key, value):
    report = plan_import(json.dumps({**DATA, key: value}))
    assert (report.plan is None) == bool(report.faults)


@given(
    place=st.integers(0, 1),
    key=st.sampled_from(["number", "public", "title", "vote", "decision", "expected"]),
    value=JSON,
)
def test_whatever_stands_in_an_item_the_answer_is_a_plan_or_faults(place, key, value):
    report = plan_import(json.dumps(changed("items", place, key, value=value)))
    assert (report.plan is None) == bool(report.faults)
