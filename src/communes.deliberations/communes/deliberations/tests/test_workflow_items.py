"""An item goes from its service to a meeting, seen only by those who should."""

from communes.core.access.errors import InvalidField
from communes.core.access.errors import MayNot
from communes.core.access.errors import MissingField
from communes.deliberations import api as door
from communes.deliberations.api.reading import history
from communes.deliberations.domain.errors import TransitionRefused
from communes.deliberations.domain.states import ItemState
from communes.deliberations.exceptions import ItemExists
from communes.deliberations.exceptions import UnknownStep
from communes.deliberations.tests import builders
from communes.deliberations.workflow.arriving import arrive_in
from plone import api
from plone.api.exc import InvalidParameterError
import pytest
from zope.i18n import translate


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


def test_the_history_with_its_comments_is_not_for_the_members(town):
    item = builders.draft()
    with builders.as_user("createur"):
        door.do_transition(item, "propose", "À voir avant vendredi")
    with builders.as_user("chef-de-service"):
        latest = history(item)[0]
    assert (translate(latest.title), latest.actor) == ("Proposer", "createur")
    assert latest.comment == "À voir avant vendredi"
    arrive_in(item, ItemState.ITEMFROZEN, "test")
    for account in ("createur-finances", "conseiller"):
        with builders.as_user(account), pytest.raises(MayNot):
            history(item)


def test_a_step_that_is_not_open_says_why(town):
    item = builders.draft(decision="")
    with builders.as_user("createur"):
        door.do_transition(item, "propose")
    with builders.as_user("chef-de-service"):
        validate = next(one for one in door.transitions(item) if one.id == "validate")
        with pytest.raises(TransitionRefused) as refused:
            door.do_transition(item, "validate")
    assert not validate.available
    assert [str(one) for one in validate.reasons] == [
        "Le projet de décision est vide : écrivez ce que l'assemblée décide."
    ]
    assert refused.value.reasons == validate.reasons
    assert api.content.get_state(item) == "proposed"


def test_the_workflow_engine_refuses_what_the_rules_refuse(town):
    item = builders.draft(decision="")
    with builders.as_user("createur"):
        door.do_transition(item, "propose")
    with builders.as_user("chef-de-service"), pytest.raises(InvalidParameterError):
        api.content.transition(item, "validate")


def test_a_step_nobody_knows_is_named_with_those_there_are(town):
    with builders.as_user("createur"), pytest.raises(UnknownStep) as refused:
        door.do_transition(builders.draft(), "approve")
    assert "« propose »" in str(refused.value)


def test_an_item_sent_back_keeps_its_number_and_returns_where_it_was(town):
    meeting = builders.meeting()
    item = builders.validated(preferred_meeting=meeting.UID())
    with builders.as_user("directeur-general"):
        door.present(item)
        door.do_transition(meeting, "freeze")
        door.do_transition(item, "return_to_proposing_group", "Chiffre à vérifier")
    with builders.as_user("createur"):
        door.edit_item(item, {"title": "Corrigé"})
        (back,) = door.transitions(item)
        assert back.title == "Renvoyer aux gestionnaires"
        assert door.place_of(item).number == "1"
        door.do_transition(item, back.id)
    assert api.content.get_state(item) == "itemfrozen"


def test_an_external_id_is_used_once(town):
    item = builders.draft(external_id="IBZ-7")
    with pytest.raises(ItemExists):
        builders.draft(external_id="IBZ-7")
    assert door.find_by_external_id(builders.assembly(), "IBZ-7") == item.UID()


def test_a_clerk_proposes_only_for_a_service_of_theirs(town):
    with pytest.raises(InvalidField) as refused:
        builders.draft(proposing_service="finances")
    assert refused.value.field == "proposing_service"
