"""A meeting is prepared, held and closed by its managers, two of them at once."""

from communes.core.access.errors import MayNot
from communes.core.errors.domain import InvalidInput
from communes.deliberations import api as door
from communes.deliberations.domain.attendance import Movement
from communes.deliberations.domain.attendance import Presence
from communes.deliberations.domain.errors import AttendanceRefused
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.errors import VoteByAbsent
from communes.deliberations.domain.errors import VotesDoNotAddUp
from communes.deliberations.domain.majority import Result
from communes.deliberations.domain.records import CLOSED_TITLE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.exceptions import AgendaFrozen
from communes.deliberations.exceptions import MeetingClosed
from communes.deliberations.exceptions import MeetingExists
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.exceptions import UnknownMeeting
from communes.deliberations.tests import builders
from communes.deliberations.workflow.founding import found_assembly
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from plone import api
import pytest


@pytest.fixture
def meeting(town):
    return builders.meeting()


@contextmanager
def manager():
    with builders.as_user("directeur-general"):
        yield


def on_agenda(meeting, *titles, **values):
    """Return items presented to the meeting in that order."""
    items = []
    for title in titles:
        item = builders.validated(title=title, **values)
        with manager():
            door.present(item, meeting)
        items.append(item)
    return items


def numbers(meeting):
    return [(line.number, line.title) for line in door.agenda(meeting).lines]


def everybody_present(meeting):
    seats = {seat: Presence.PRESENT for seat in (*builders.SEATS, "dg")}
    door.set_presences(meeting, seats)


def held(meeting):
    """Freeze the meeting, begin its minutes, note everybody present."""
    door.do_transition(meeting, "freeze")
    door.do_transition(meeting, "decide")
    everybody_present(meeting)


def test_an_assembly_has_one_meeting_at_a_time(meeting):
    with manager(), pytest.raises(MeetingExists) as refused:
        door.create_meeting(builders.assembly(), {"date": datetime(2023, 5, 22, 20)})
    assert refused.value.field == "date"
    other = builders.meeting(when=datetime(2023, 6, 26, 20))
    with manager(), pytest.raises(MeetingExists):
        door.edit_meeting(other, {"date": datetime(2023, 5, 22, 20)})


def test_a_meeting_that_was_moved_leaves_its_moment_free(meeting):
    with manager():
        door.edit_meeting(meeting, {"date": datetime(2023, 5, 23, 20)})
        second = door.create_meeting(
            builders.assembly(), {"date": datetime(2023, 5, 22, 20)}
        )
    assert (meeting.getId(), second.getId()) == (
        "2023-05-22-2000",
        "2023-05-22-2000-2",
    )
    assert meeting.title == "Conseil communal du mardi 23 mai 2023"


def test_a_closed_item_takes_its_place_after_the_public_part(meeting):
    on_agenda(meeting, "Engagement d'un agent", privacy="closed")
    on_agenda(meeting, "Règlement de police")
    with manager():
        assert numbers(meeting) == [
            ("1", "Règlement de police"),
            ("2", "Engagement d'un agent"),
        ]


def test_moving_an_item_renumbers_the_agenda(meeting):
    _a, _b, c = on_agenda(meeting, "A", "B", "C")
    with manager():
        first = door.agenda(meeting)
        door.move_item(meeting, c.UID(), first.lines[0].uid, first.revision)
        assert numbers(meeting) == [("1", "C"), ("2", "A"), ("3", "B")]
        door.step_item(meeting, c.UID(), "down")
        door.step_item(meeting, c.UID(), "attach")
        assert numbers(meeting) == [("1", "A"), ("1.1", "C"), ("2", "B")]
        door.sort_agenda(meeting)
        assert [number for number, _title in numbers(meeting)] == ["1", "1.1", "2"]


def test_two_people_moving_at_once_are_told_what_changed(meeting):
    a, b = on_agenda(meeting, "A", "B")
    with manager():
        read = door.agenda(meeting).revision
        door.move_item(meeting, b.UID(), a.UID(), read)
        with pytest.raises(StaleRevision) as refused:
            door.move_item(meeting, a.UID(), b.UID(), read)
    assert "« B » est passé au n° 1 (par directeur-general)" in str(refused.value)


def test_a_frozen_agenda_is_not_reordered(meeting):
    a, b = on_agenda(meeting, "A", "B")
    with manager():
        door.do_transition(meeting, "freeze")
        with pytest.raises(AgendaFrozen):
            door.move_item(meeting, b.UID(), a.UID())
    assert {api.content.get_state(one) for one in (a, b)} == {"itemfrozen"}


def test_a_late_item_keeps_every_number_already_sent(meeting):
    on_agenda(meeting, "A", "B")
    with manager():
        door.do_transition(meeting, "freeze")
    (late,) = on_agenda(meeting, "Tardif")
    with manager():
        assert numbers(meeting)[:2] == [("1", "A"), ("2", "B")]
        assert numbers(meeting)[2] == ("3", "Tardif")
    assert late.list_type == "late"
    assert api.content.get_state(late) == "itemfrozen"


def test_taking_an_item_off_leaves_no_hole_in_preparation(meeting):
    a, _b = on_agenda(meeting, "A", "B")
    with manager():
        door.do_transition(a, "backToValidated")
        assert numbers(meeting) == [("1", "B")]
    assert a.meeting_uid == ""


def test_an_item_is_not_presented_to_another_assembly(town):
    college = builders.meeting("college")
    item = builders.validated()
    builders.meeting()
    with manager(), pytest.raises(UnknownMeeting):
        door.present(item, college)


def test_an_empty_meeting_says_why_it_is_not_frozen(meeting):
    with manager():
        (freeze,) = door.transitions(meeting)
        with pytest.raises(TransitionRefused):
            door.do_transition(meeting, "freeze")
    assert not freeze.available
    assert "L'ordre du jour est vide" in str(freeze.reasons[0])


def test_a_clerk_takes_no_step_of_a_meeting(meeting):
    on_agenda(meeting, "A")
    with builders.as_user("createur"):
        for ask in (door.transitions, lambda one: door.do_transition(one, "freeze")):
            with pytest.raises(MayNot) as refused:
                ask(meeting)
            assert meeting.title not in str(refused.value)
    with manager():
        door.do_transition(meeting, "freeze")
    with builders.as_user("createur"):
        assert door.transitions(meeting) == []
        with pytest.raises(MayNot):
            door.do_transition(meeting, "decide")


def test_numbers_go_on_from_meeting_to_meeting(meeting):
    a, b = on_agenda(meeting, "A", "B")
    june = builders.meeting(when=datetime(2023, 6, 26, 20))
    with manager():
        held(meeting)
    (c,) = on_agenda(june, "C")
    with manager():
        held(june)
    assert [meeting.meeting_number, june.meeting_number] == [1, 2]
    assert [meeting.first_item_number, june.first_item_number] == [1, 3]
    assert [one.reference for one in (a, b, c)] == [
        "Réf. 20230522/1",
        "Réf. 20230522/2",
        "Réf. 20230626/1",
    ]


def test_a_vote_by_name_decides_and_tells_the_names(meeting):
    (item,) = on_agenda(meeting, "A")
    with manager():
        held(meeting)
        door.encode_public_vote(item, {"conseiller-1": "no"}, others="yes")
        view = door.votes(item)
    assert (view.votes[0].tally.yes, view.votes[0].tally.no) == (4, 1)
    assert view.outcome.result is Result.ADOPTED
    assert "1 voix contre (Titulaire conseiller-1)" in item.vote_text.raw


def test_an_absent_member_does_not_vote(meeting):
    (item,) = on_agenda(meeting, "A")
    with manager():
        held(meeting)
        door.set_presences(meeting, {"conseiller-1": Presence.EXCUSED})
        with pytest.raises(VoteByAbsent):
            door.encode_public_vote(item, {"conseiller-1": "yes"})


def test_whoever_voted_is_not_noted_absent_afterwards(meeting):
    (item,) = on_agenda(meeting, "A")
    with manager():
        held(meeting)
        door.encode_public_vote(item, {}, others="yes")
        with pytest.raises(AttendanceRefused):
            door.set_presences(meeting, {"conseiller-1": Presence.ABSENT})
        door.remove_vote(item)
        door.set_presences(meeting, {"conseiller-1": Presence.ABSENT})


def test_a_member_who_leaves_or_withdraws_is_no_voter(meeting):
    a, b = on_agenda(meeting, "A", "B")
    with manager():
        held(meeting)
        door.set_withdrawal(meeting, "conseiller-1", a.UID())
        door.set_passage(meeting, "conseiller-2", Movement.LEAVES, b.UID())
        assert "conseiller-1" not in {one.id for one in door.votes(a).voters}
        assert "conseiller-2" not in {one.id for one in door.votes(b).voters}
        door.remove_withdrawal(meeting, "conseiller-1", a.UID())
        door.remove_passage(meeting, "conseiller-2", b.UID())
        assert len(door.votes(a).voters) == len(door.votes(b).voters) == 5


def test_a_secret_vote_must_add_up_and_keeps_no_name(meeting):
    (item,) = on_agenda(meeting, "Désignation", privacy="closed")
    with manager():
        held(meeting)
        with pytest.raises(VotesDoNotAddUp):
            door.encode_secret_vote(item, [("", {"yes": 4})])
        door.encode_secret_vote(item, [("", {"yes": 3, "blank": 2})])
    stored = str(meeting.votes[item.UID()].data)
    assert "conseiller" not in stored
    assert "Titulaire" not in item.vote_text.raw


def test_two_people_encoding_one_vote_are_told(meeting):
    (item,) = on_agenda(meeting, "A")
    with manager():
        held(meeting)
        read = door.votes(item).revision
        door.encode_public_vote(item, {}, others="yes", revision=read)
        with pytest.raises(StaleRevision) as refused:
            door.encode_public_vote(item, {}, others="no", revision=read)
    assert "un vote a été encodé (par directeur-general)" in str(refused.value)


def test_urgency_needs_two_thirds_of_those_present(meeting):
    (item,) = on_agenda(meeting, "A", list_type="urgent")
    with manager():
        held(meeting)
        assert not door.declare_urgency([item], ["bourgmestre", "echevin-1"])
        door.encode_public_vote(item, {}, others="yes")
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "accept")
        assert "urgence" in str(refused.value)
        assert door.declare_urgency([item])
        door.do_transition(item, "accept")


def test_a_bulk_decision_says_what_was_refused(meeting):
    a, b = on_agenda(meeting, "A", "B")
    with manager():
        held(meeting)
        door.encode_public_vote(a, {}, others="yes")
        decided = door.decide_items([a, b], "accept")
    assert decided.done == (a.UID(),)
    ((uid, reasons),) = decided.refused
    assert uid == b.UID()
    assert "Le vote n'est pas encodé" in str(reasons[0])


def test_a_closed_meeting_is_read_and_no_longer_written(meeting):
    (item,) = on_agenda(meeting, "A")
    with manager():
        held(meeting)
        door.encode_public_vote(item, {}, others="yes")
        door.do_transition(meeting, "close")
        assert api.content.get_state(item) == "accepted"
        with pytest.raises(MayNot):
            door.edit_item(item, {"title": "Autre"})
        with pytest.raises(MeetingClosed):
            door.set_presences(meeting, {"dg": Presence.ABSENT})
        with pytest.raises(MeetingClosed):
            door.encode_public_vote(item, {}, others="no")
        door.do_transition(meeting, "backToDecided")
        door.edit_item(item, {"title": "Autre"})


def test_whoever_may_not_read_an_item_learns_only_that_it_exists(meeting):
    on_agenda(meeting, "Engagement de Madame X", privacy="closed")
    with manager():
        door.do_transition(meeting, "freeze")
    with builders.as_user("createur-finances"):
        (line,) = door.agenda(meeting).lines
    assert (line.title, line.visible, line.path) == (CLOSED_TITLE, False, "")
    assert line.service == line.category == line.reference == ""


def test_an_edit_on_a_stale_item_says_which_field_changed(town):
    item = builders.draft()
    with builders.as_user("createur"):
        read = door.item_revision(item)
        door.edit_item(item, {"motivation": "<p>Vu le Code.</p>"}, read)
        with pytest.raises(StaleRevision) as refused:
            door.edit_item(item, {"title": "Autre"}, read)
        with pytest.raises(InvalidInput) as unknown:
            door.edit_item(item, {"titel": "Autre"})
    assert "Motivation (par createur)" in str(refused.value)
    assert unknown.value.field == "titel"


def test_the_president_decides_a_tie_where_the_settings_say_so(town):
    found_assembly(town, replace(CONSEIL, tie_rule="president"))
    meeting = builders.meeting()
    (item,) = on_agenda(meeting, "A")
    voices = {"bourgmestre": "yes", "echevin-1": "yes", "conseiller-1": "no"}
    with manager():
        held(meeting)
        door.encode_public_vote(
            item, {**voices, "conseiller-2": "no"}, others="abstain"
        )
        assert door.votes(item).outcome.result is Result.ADOPTED
        door.edit_meeting(meeting, {"chair": "conseiller-2"})
        assert door.votes(item).outcome.result is Result.REJECTED


def test_the_secretary_may_rewrite_how_a_vote_is_told(meeting):
    (item,) = on_agenda(meeting, "A")
    with manager():
        held(meeting)
        door.encode_public_vote(item, {"conseiller-1": "no"}, others="yes")
        assert "par 4 voix pour" in door.document_text(item, "deliberation").html
        door.edit_item(item, {"vote_text": "<p>par quatre voix contre une.</p>"})
        html = door.document_text(item, "deliberation").html
    assert "Après en avoir délibéré, par quatre voix contre une," in html
    assert "par 4 voix pour" not in html


def test_who_encodes_too_late_is_told_who_was_changed(town):
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        _roll, read = door.attendance(meeting)
        door.set_presences(meeting, {"echevin-1": "excused"}, read)
        with pytest.raises(StaleRevision, match="Titulaire echevin-1 : excusé"):
            door.set_presences(meeting, {"echevin-1": "present"}, read)
