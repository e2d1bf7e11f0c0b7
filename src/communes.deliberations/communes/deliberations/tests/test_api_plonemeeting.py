"""A PloneMeeting is taken over: told first, lossless, begun again where it stopped."""

from communes.core.access.catalog import object_by_uid
from communes.core.access.errors import MayNot
from communes.core.annexes.api import annexes_of
from communes.deliberations import api as door
from communes.deliberations.api.plonemeeting import take_over
from communes.deliberations.api.transition import transitions
from communes.deliberations.commands import import_plonemeeting as command
from communes.deliberations.domain.plonemeeting.answers import read_answers
from communes.deliberations.domain.plonemeeting.reading import Export
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.attendance import roll_of
from communes.deliberations.storage.meeting import meeting_rows
from communes.deliberations.storage.vote import votes_of
from communes.deliberations.tests import builders
from communes.deliberations.workflow.travelling import successors_of
from dataclasses import replace
from pathlib import Path
from plone import api
import pytest
import shutil


FOLDER = Path(__file__).parent / "data" / "plonemeeting"


class Killed(Exception):
    """Stands for a process that ends in the middle."""


def take(dry_run=False, export=None, **options):
    with api.env.adopt_roles(["Manager"]):
        return take_over(
            builders.assembly(),
            export or read_answers(command.Files(FOLDER)),
            command.Files(FOLDER / "annexes"),
            dry_run=dry_run,
            **options,
        )


def item(external_id):
    uid = door.find_by_external_id(builders.assembly(), external_id)
    return object_by_uid(uid) if uid else None


def test_the_dry_run_tells_each_object_and_writes_nothing(town):
    report = take(dry_run=True)
    assert report.counts == {"created": 8}
    assert [row.number for row in report.rows] == [*range(1, 9)]
    assert report.rows[0].key == "séance du 27/03/2023"
    assert meeting_rows(builders.assembly()) == []
    assert item("i-voirie") is None


def test_meetings_and_items_arrive_as_they_were(town):
    assert take().counts == {"created": 8}
    closed, coming = [
        object_by_uid(row.uid) for row in meeting_rows(builders.assembly())
    ]
    assert api.content.get_state(closed) == "closed"
    assert api.content.get_state(coming) == "created"
    assert (closed.meeting_number, closed.place) == (3, "Maison communale")
    with builders.as_user("directeur-general"):
        lines = door.agenda(closed).lines
        assert [one.number for one in lines] == ["1", "2", "3"]
        assert [one.state for one in lines] == ["accepted", "delayed", "accepted"]
        assert transitions(item("i-compte-2"))
    assert item("i-voirie").proposing_service == "travaux"
    assert item("i-compte").proposing_service == "finances"
    assert item("i-personnel").privacy == "closed"
    assert "conditions du marché" in item("i-voirie").decision.output
    assert api.content.get_state(item("i-brouillon")) == "itemcreated"


def test_attendance_and_votes_arrive_by_name_or_by_count(town):
    take()
    first = item("i-voirie")
    meeting = object_by_uid(first.meeting_uid)
    roll, _revision = roll_of(meeting)
    assert [one.name for one in roll.seats][:2] == [
        "Madame Claire LAMBOT",
        "Monsieur Luc DELCOURT",
    ]
    assert roll.presences["hp-pochet"] == "excused"
    (vote,) = votes_of(meeting, first.UID())[0].votes
    assert [one.name for one in vote.who("abstain")] == ["Madame Anne HENRARD"]
    (secret,) = votes_of(meeting, item("i-personnel").UID())[0].votes
    assert (secret.voters, secret.ballots[0].tally.no) == (3, 1)


def test_annexes_advices_and_links_arrive(town):
    take()
    with builders.as_user("directeur-general"):
        assert len(annexes_of(item("i-voirie"))) == 1
    assert item("i-voirie")["annexe-1"].file.data == b"%PDF-1.4 cahier"
    (advice,) = advices_of(item("i-voirie"))
    course, _revision = course_of(advice)
    assert (course.service, course.kind) == ("finances", "positive_with_remarks")
    assert f"{course.given_on}" == "2023-03-14"
    assert "421/731-60" in advice.motivation.output
    assert [one.UID() for one in successors_of(item("i-compte"))] == [
        item("i-compte-2").UID()
    ]


def test_taking_over_again_changes_nothing(town):
    take()
    before = item("i-voirie").modified()
    assert take().counts == {"unchanged": 8}
    assert item("i-voirie").modified() == before
    assert len(meeting_rows(builders.assembly())) == 2


def test_what_a_kill_left_out_is_written_by_the_next_run(town, monkeypatch):
    monkeypatch.setattr("communes.deliberations.api.plonemeeting.PORTION", 4)

    def kill(_done, _total):
        raise Killed

    with pytest.raises(Killed):
        take(kept=kill)
    assert item("i-voirie") is not None
    assert item("i-compte") is None
    assert take().counts == {"unchanged": 4, "created": 4}
    meeting = object_by_uid(item("i-voirie").meeting_uid)
    assert api.content.get_state(meeting) == "closed"
    with builders.as_user("directeur-general"):
        assert [one.number for one in door.agenda(meeting).lines] == ["1", "2", "3"]


def hostile(**changes):
    """Return the export with the item of the works changed."""
    export = read_answers(command.Files(FOLDER))
    first, *others = export.items
    return replace(export, items=[{**first, **changes}, *others])


def test_an_object_that_is_refused_keeps_out_only_what_needs_it(town):
    report = take(export=hostile(review_state="accepté"))
    assert report.counts == {"created": 6, "refused": 2}
    assert [row.key for row in report.refused] == [
        "point Réfection de la rue du Moulin – Conditions et mode de passation",
        "avis Avis",
    ]
    assert "« accepté »" in str(report.refused[0].reasons[0])
    assert item("i-voirie") is None
    assert take().counts == {"unchanged": 6, "created": 2}


def test_a_missing_file_refuses_its_item_whole(town):
    annex = {"UID": "a-perdue", "title": "Plan", "file": {"filename": "plan.pdf"}}
    report = take(export=hostile(extra_include_annexes=[annex]))
    assert "annexes/a-perdue" in str(report.refused[0].reasons[0])
    assert item("i-voirie") is None


def test_a_script_in_a_text_is_never_shown(town):
    text = {"data": "<p>DÉCIDE</p><script>alert(1)</script><img src=x onerror=a()>"}
    take(export=hostile(decision=text))
    shown = item("i-voirie").decision.output
    assert "DÉCIDE" in shown
    assert "script" not in shown
    assert "onerror" not in shown


def test_a_service_nobody_knows_is_taken_by_the_one_that_is_named(town):
    changed = hostile(proposingGroup={"token": "x", "title": "Cimetières"})
    assert "« Cimetières »" in str(take(True, changed).refused[0].reasons[0])
    take(export=changed, service="finances")
    assert item("i-voirie").proposing_service == "finances"


def test_only_who_manages_the_assembly_takes_over(town):
    for account in ("createur", "directeur-general", "conseiller"):
        with builders.as_user(account), pytest.raises(MayNot):
            take_over(builders.assembly(), Export(), {}, dry_run=True)


def test_the_command_tells_and_then_writes(town_web, capsys):
    words = ["/plone", "conseil", str(FOLDER)]
    assert command.main(town_web["app"], [*words, "--dry-run"]) == 0
    assert capsys.readouterr().out == "8 à écrire\n"
    assert command.main(town_web["app"], words) == 0
    assert command.main(town_web["app"], words) == 0
    assert capsys.readouterr().out == "8 écrits\n8 déjà ici\n"


def test_the_command_says_what_it_can_not_read(town_web, tmp_path, capsys):
    app = town_web["app"]
    assert command.main(app, ["/nulle", "conseil", str(FOLDER)]) == 2
    assert command.main(app, ["/plone", "conseil", str(tmp_path / "rien")]) == 2
    assert command.main(app, ["/plone", "senat", str(FOLDER)]) == 2
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "items-2.json").write_text("{broken", encoding="utf-8")
    assert command.main(app, ["/plone", "conseil", str(tmp_path)]) == 2
    (tmp_path / "items-2.json").write_text('{"items": 3}', encoding="utf-8")
    assert command.main(app, ["/plone", "conseil", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "items-2.json n'est pas du JSON" in told
    assert "items-2.json n'a pas de liste" in told
