"""An item goes from its service to a meeting, seen only by those who should."""

from communes.deliberations import api as door
from communes.deliberations.exceptions import MayNot
from communes.deliberations.exceptions import MissingField
from communes.deliberations.tests import builders
from plone import api
import pytest


def test_a_clerk_creates_an_item_under_a_neutral_address(town):
    item = builders.draft()
    assert item.getId() == "point-1"
    assert api.content.get_state(item) == "itemcreated"


def test_an_item_without_title_is_refused_at_its_field(town):
    with pytest.raises(MissingField) as refused:
        builders.draft(title="")
    assert refused.value.field == "title"


def test_somebody_of_no_service_creates_nothing(town):
    with builders.as_user("agent-sans-groupe"), pytest.raises(MayNot):
        door.create_item(builders.assembly(), {"title": "x"})


def test_a_clerk_sees_the_next_step_and_nothing_of_the_managers(town):
    item = builders.draft()
    with builders.as_user("createur"):
        assert [one.id for one in door.transitions(item)] == ["propose"]


def test_validated_item_goes_to_the_meeting_wished_for(town):
    meeting = builders.meeting()
    item = builders.validated(preferred_meeting=meeting.UID())
    with builders.as_user("directeur-general"):
        door.do_transition(item, "present")
    assert item.meeting_uid == meeting.UID()
    assert api.content.get_state(item) == "presented"
