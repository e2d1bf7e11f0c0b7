"""A real council meeting, from its import to its minutes, as the people who hold it."""

from communes.deliberations import api as door
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.storage.meeting import meeting_rows
from communes.deliberations.tests import builders
from html import unescape
from pathlib import Path
from plone import api
import pytest


REAL_MEETING = (Path(__file__).parent / "data" / "conseil-2023-05-22.json").read_text(
    encoding="utf-8"
)


@pytest.fixture
def meeting(portal):
    """Return the real meeting, imported by the administrator."""
    builders.town_without_seats()
    with api.env.adopt_roles(["Manager"]):
        return door.import_meeting(portal, REAL_MEETING)


def items_of(meeting):
    return [api.content.get(UID=line.uid) for line in door.agenda(meeting).lines]


def hold(meeting):
    """Take the meeting to its closing as the general director does."""
    with builders.as_user("directeur-general"):
        door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
        items = items_of(meeting)
        for item in items[2:]:
            door.edit_item(
                item, {"decision": "<p>APPROUVE l'ordre du jour de l'assemblée.</p>"}
            )
            door.encode_public_vote(item, {}, others="yes")
        door.do_transition(items[0], "accept")
        door.do_transition(meeting, "close")
        return items


def test_the_dry_run_writes_nothing(portal):
    builders.town_without_seats()
    with api.env.adopt_roles(["Manager"]):
        report = door.dry_run(portal, REAL_MEETING)
    assert report.faults == ()
    assert len(report.plan.items) == 8
    assert meeting_rows(builders.assembly()) == []


def test_the_import_brings_the_agenda_in_order(meeting):
    with builders.as_user("directeur-general"):
        lines = door.agenda(meeting).lines
    assert [line.number for line in lines] == [str(n) for n in range(1, 9)]
    assert lines[0].title == "Approuve le procès-verbal de la séance précédente"
    assert [line.urgency for line in lines] == ["none"] * 2 + ["accepted"] * 6


def test_the_import_seats_fifteen_votes_and_the_secretary(meeting):
    with builders.as_user("directeur-general"):
        roll, _revision = door.attendance(meeting)
    assert len(roll.seats) == 16
    assert roll.in_office == 15


def test_the_meeting_goes_through_its_states(meeting):
    items = hold(meeting)
    assert api.content.get_state(meeting) == "closed"
    assert {api.content.get_state(item) for item in items} == {"accepted"}
    assert meeting.meeting_number == 1
    assert items[0].reference == "Réf. 20230522/1"


def test_the_close_says_which_items_hold_it_back(meeting):
    with builders.as_user("directeur-general"):
        door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(meeting, "close")
    told = " ".join(str(reason) for reason in refused.value.reasons)
    assert "Point 3 :" in told
    assert api.content.get_state(meeting) == "decided"


def test_the_minutes_tell_attendance_urgency_and_the_vote(meeting):
    hold(meeting)
    with builders.as_user("directeur-general"):
        html = door.document_text(meeting, "minutes").html
    told = unescape(html)
    present, excused = told.split("<h3>Excusés</h3>")
    assert present.count("<li>") == 13 + 1
    assert excused.split("</ul>")[0].count("<li>") == 2
    assert "à l'unanimité des membres présents (Bourgmestre, Échevin 1" in told
    declared = told.split("porte à l'ordre du jour :</p>")[1].split("</ol>")[0]
    assert declared.count("<li>") == 6
    assert (
        "par 8 voix pour, 0 voix contre et 5 abstentions (Conseiller communal 2, "
        "Conseiller communal 4, Conseiller communal 5, Conseiller communal 7 et "
        "Conseiller communal 8)"
    ) in told
    assert "APPROUVE le procès-verbal de la séance du 26 avril 2023." in told


def test_the_minutes_are_made_as_pdf(meeting):
    hold(meeting)
    with builders.as_user("directeur-general"):
        made = door.generate_document(meeting, "minutes")
    assert made.filename == "minutes-conseil-2023-05-22.pdf"
    assert made.data.startswith(b"%PDF-")
