"""Copying and deleting leave agendas and kinship true."""

from communes.deliberations import api as door
from communes.deliberations.exceptions import MeetingNotEmpty
from communes.deliberations.exceptions import StaysInAssembly
from communes.deliberations.tests import builders
from plone import api
import pytest
import transaction


@pytest.fixture
def meeting(town):
    return builders.meeting()


def presented(meeting, title):
    item = builders.validated(title=title)
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
    return item


def test_a_copy_begins_its_own_life(meeting):
    item = presented(meeting, "A")
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(item, item.aq_parent, id="copie")
    assert api.content.get_state(copy) == "itemcreated"
    assert copy.meeting_uid == copy.reference == ""
    with builders.as_user("directeur-general"):
        assert [line.uid for line in door.agenda(meeting).lines] == [item.UID()]
    with builders.as_user("createur"):
        assert [one.id for one in door.transitions(copy)] == ["propose"]


def test_a_deleted_item_leaves_no_hole(meeting):
    first, second = presented(meeting, "A"), presented(meeting, "B")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(first)
    with builders.as_user("directeur-general"):
        (line,) = door.agenda(meeting).lines
    assert (line.uid, line.number) == (second.UID(), "1")


def test_a_meeting_with_items_is_not_deleted(meeting):
    presented(meeting, "A")
    with builders.as_user("directeur-general"), pytest.raises(MeetingNotEmpty):
        meeting.aq_parent.manage_delObjects([meeting.getId()])


def test_an_empty_meeting_is_deleted_by_its_manager(meeting):
    council, id = meeting.aq_parent, meeting.getId()
    with builders.as_user("directeur-general"):
        council.manage_delObjects([id])
    assert id not in council


def test_a_whole_assembly_can_go_with_what_it_holds(meeting, town):
    presented(meeting, "A")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(builders.assembly())
    assert "conseil" not in town["deliberations"]


def test_steps_votes_and_attendance_stand_in_the_journal(meeting, monkeypatch):
    from communes.deliberations.storage import journal

    noted = []
    monkeypatch.setattr(
        journal, "record", lambda action, target, **details: noted.append(action)
    )
    item = presented(meeting, "A")
    with builders.as_user("directeur-general"):
        door.do_transition(meeting, "freeze")
        door.set_presences(meeting, {"bourgmestre": "present"})
        door.encode_public_vote(item, {"bourgmestre": "yes"})
    assert noted == [
        "deliberations.step.propose",
        "deliberations.step.validate",
        "deliberations.step.present",
        "deliberations.step.itemfreeze",
        "deliberations.step.freeze",
        "deliberations.attendance",
        "deliberations.vote.encoded",
    ]


def test_an_item_or_a_meeting_stays_in_its_assembly(meeting):
    item = presented(meeting, "A")
    with api.env.adopt_roles(["Manager"]):
        for one in (item, meeting):
            with pytest.raises(StaysInAssembly, match="Conseil communal"):
                api.content.move(one, builders.assembly("college"))


def test_an_item_renamed_keeps_its_place(meeting):
    item = presented(meeting, "A")
    with api.env.adopt_roles(["Manager"]):
        transaction.savepoint(optimistic=True)
        api.content.rename(item, "autre-adresse")
    with builders.as_user("directeur-general"):
        (line,) = door.agenda(meeting).lines
    assert (line.uid, line.number) == (item.UID(), "1")
    assert line.path.endswith("/autre-adresse")
