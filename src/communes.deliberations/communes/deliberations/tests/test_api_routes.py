"""Items that leave the usual way: duplicated, fixing an agenda, out of meeting."""

from communes.core.access.errors import MayNot
from communes.deliberations import api as door
from communes.deliberations.api.duplicate import duplicate
from communes.deliberations.api.fixing import fill_with_agenda
from communes.deliberations.api.link import links
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.storage.item import item_by_uid
from communes.deliberations.tests import builders
from communes.deliberations.tests.builders import step
from communes.deliberations.tests.builders import with_preparation
from plone import api
import pytest


# -- duplicate, fixing -----------------------------------------------------------


def test_a_duplicate_takes_the_words_and_leaves_the_notes(town):
    item = builders.validated(
        internal_notes="<p>Entre nous</p>", keywords=["voirie"], external_id="X1"
    )
    with builders.as_user("createur"):
        copy = duplicate(item)
        assert [one.uid for one in links(copy)] == [item.UID()]
    assert copy.decision.raw == item.decision.raw and copy.keywords == ("voirie",)
    assert copy.internal_notes is None and copy.external_id == ""
    assert api.content.get_state(copy) == "itemcreated"
    with builders.as_user("echevin"), pytest.raises(MayNot):
        duplicate(item)


def test_the_college_fixes_the_agenda_of_the_council(town):
    with_preparation(town, agenda_fixed_by="college")
    council = builders.meeting()
    public = builders.validated(title="Réfection <de> la rue")
    closed = builders.validated(title="Nomination", privacy="closed")
    with builders.as_user("directeur-general"):
        door.present(public, council)
        door.present(closed, council)
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(council, "freeze")
    assert [one.code for one in refused.value.reasons] == ["agenda_not_fixed"]
    fixing = builders.validated("college", fixes_agenda_of=council.UID())
    with builders.as_user("directeur-general"):
        fill_with_agenda(fixing)
        assert "Réfection &lt;de&gt; la rue" in fixing.decision.raw
        assert "Nomination" not in fixing.decision.raw
        assert "Huis clos : un point." in fixing.decision.raw
        held = builders.meeting("college")
        door.present(fixing, held)
        door.do_transition(held, "freeze")
        door.do_transition(held, "decide")
        door.do_transition(fixing, "accept")
        door.do_transition(council, "freeze")
    assert api.content.get_state(council) == "frozen"


# -- out of meeting --------------------------------------------------------------


def test_a_delegated_decision_needs_no_meeting(town):
    with_preparation(town, out_of_meeting=True)
    item = builders.validated(out_of_meeting=True)
    builders.meeting()
    with builders.as_user("directeur-general"):
        names = {one.id: one.available for one in door.transitions(item)}
        assert names["accept_out_of_meeting"] and not names["present"]
        door.do_transition(item, "accept_out_of_meeting")
        back = [one.id for one in door.transitions(item)]
        assert back == ["backToValidatedFromAcceptedOutOfMeeting"]


def test_out_of_meeting_is_refused_unless_the_item_says_so(town):
    with_preparation(town, out_of_meeting=True)
    item = builders.validated()
    with builders.as_user("directeur-general"):
        assert "accept_out_of_meeting" not in {one.id for one in door.transitions(item)}
        with pytest.raises(TransitionRefused):
            door.do_transition(item, "accept_out_of_meeting")


def test_urgency_of_the_college_is_ratified_by_the_council(town):
    with_preparation(town, COLLEGE, ratified_by="conseil")
    item = builders.validated("college", out_of_meeting_emergency=True)
    with builders.as_user("directeur-general"):
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "accept_out_of_meeting_emergency")
        assert [one.code for one in refused.value.reasons] == ["urgency_not_motivated"]
        door.edit_item(item, {"urgency_motivation": "Toiture arrachée par le vent."})
        door.do_transition(item, "accept_out_of_meeting_emergency")
    (uid,) = item.successor_uids
    asked = item_by_uid(uid)
    assert asked.aq_parent.getId() == "conseil"
    assert asked.title == f"Ratification : {item.title}"
    assert api.content.get_state(asked) == "validated"
    assert "Toiture arrachée" in asked.motivation.raw
    assert "RATIFIE la décision prise par le Collège communal" in asked.decision.raw
    assert asked.predecessor_uid == item.UID()


def test_a_transfer_sends_the_item_on_without_a_decision(town):
    with_preparation(town, COLLEGE, transfers=True)
    item = builders.validated("college", send_to=["conseil"])
    step(item, "directeur-general", "transfer")
    (uid,) = item.successor_uids
    assert item_by_uid(uid).aq_parent.getId() == "conseil"
    step(item, "directeur-general", "backToValidatedFromTransfered")
    assert item.successor_uids == ()


def test_the_other_assembly_gets_the_texts_written_for_it(town):
    with_preparation(town, COLLEGE, transfers=True)
    item = builders.validated(
        "college",
        send_to=["conseil"],
        send_to_title="Rue du Moulin : approbation",
        send_to_decision="<p>Le Conseil approuve.</p>",
        motivation="<p>Vu la loi ;</p>",
    )
    step(item, "directeur-general", "transfer")
    copy = item_by_uid(item.successor_uids[0])
    assert copy.title == "Rue du Moulin : approbation"
    assert copy.decision.raw == "<p>Le Conseil approuve.</p>"
    assert copy.motivation.raw == "<p>Vu la loi ;</p>"
