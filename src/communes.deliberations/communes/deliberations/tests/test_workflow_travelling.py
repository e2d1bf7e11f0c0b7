"""A matter travels: from Collège to Conseil, or to a later meeting."""

from communes.core.access.catalog import object_by_uid
from communes.deliberations import api as door
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import Destination
from communes.deliberations.tests import builders
from communes.deliberations.workflow.founding import found_assembly
from dataclasses import replace
from plone import api


def decided_by_the_college(step="accept", **values):
    """Return an item of the Collège, decided, its meeting in minutes."""
    meeting = builders.meeting("college")
    item = builders.validated("college", **values)
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        door.do_transition(meeting, "freeze")
        door.do_transition(meeting, "decide")
        door.do_transition(item, step)
    return item


def successor(item):
    (uid,) = item.successor_uids
    return object_by_uid(uid)


def test_an_accepted_item_goes_to_the_council(town):
    item = decided_by_the_college(
        send_to=("conseil",), send_to_privacy="public", summary="<p>Note.</p>"
    )
    copy = successor(item)
    assert copy.aq_parent.getId() == "conseil"
    assert api.content.get_state(copy) == "itemcreated"
    assert (copy.title, copy.proposing_service) == (item.title, "travaux")
    assert copy.decision.raw == item.decision.raw
    assert copy.summary.raw == "<p>Note.</p>"
    assert copy.privacy == "public"
    assert copy.predecessor_uid == item.UID()


def test_an_item_nobody_sends_stays_where_it_is(town):
    assert decided_by_the_college().successor_uids == ()


def test_a_refused_item_is_not_sent(town):
    assert decided_by_the_college("refuse", send_to=("conseil",)).successor_uids == ()


def test_undoing_the_decision_takes_an_untouched_copy_back(town):
    item = decided_by_the_college(send_to=("conseil",))
    with builders.as_user("directeur-general"):
        door.do_transition(item, "backToItemFrozen")
    assert item.successor_uids == ()
    assert builders.assembly().objectIds() == []


def test_undoing_the_decision_keeps_a_copy_the_council_took_in_hand(town):
    item = decided_by_the_college(send_to=("conseil",))
    copy = successor(item)
    with builders.as_user("createur"):
        door.do_transition(copy, "propose")
    with builders.as_user("chef-de-service"):
        door.do_transition(copy, "validate")
    with builders.as_user("directeur-general"):
        door.do_transition(item, "backToItemFrozen")
        door.do_transition(item, "accept")
    assert item.successor_uids == (copy.UID(),)


def test_the_settings_say_in_which_state_it_arrives(town):
    found_assembly(
        town,
        replace(COLLEGE, send_to=(Destination("conseil", arrives_in="validated"),)),
    )
    copy = successor(decided_by_the_college(send_to=("conseil",)))
    assert api.content.get_state(copy) == "validated"


def test_a_postponed_item_comes_back_validated_for_a_later_meeting(town):
    item = decided_by_the_college("postpone_next_meeting")
    copy = successor(item)
    assert copy.aq_parent.getId() == "college"
    assert api.content.get_state(copy) == "validated"
    assert copy.privacy == "closed"
