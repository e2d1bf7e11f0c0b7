"""A program may write what its account could write on a page, and nothing more."""

from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
import pytest


ITEMS = "deliberations/conseil/@deliberations-items"
NEW = {
    "external_id": "marches-1",
    "title": "Marché de travaux",
    "proposing_service": "travaux",
    "decision": "<p>D'approuver.</p>",
}


@pytest.fixture
def createur(town_web):
    return Program(town_web, "createur")


@pytest.fixture
def directeur(town_web):
    return Program(town_web, "directeur-general")


@pytest.fixture
def voted(town_web):
    """Return the address of the votes of an item on an agenda."""
    item, meeting = builders.validated(), builders.meeting()
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
        builders.door.do_transition(meeting, "freeze")
        builders.door.set_presences(meeting, dict.fromkeys(builders.SEATS, "present"))
    return f"{item.absolute_url()}/@deliberations-votes"


@pytest.mark.parametrize("urgency", ["accepted", "refused"])
def test_a_service_does_not_declare_its_own_urgency(createur, urgency):
    status, answer = createur.post(ITEMS, NEW | {"urgency": urgency})
    assert (status, answer["error"]["field"]) == (403, "urgency")
    _status, item = createur.post(ITEMS, NEW)
    address = f"{item['@id']}/@deliberations-items"
    status, answer = createur.patch(address, {"urgency": urgency})
    assert (status, answer["error"]["field"]) == (403, "urgency")
    assert createur.get(address)[1]["urgency"]["token"] == "none"


def test_a_service_asks_for_the_urgency(createur):
    status, item = createur.post(ITEMS, NEW | {"urgency": "wished"})
    assert (status, item["urgency"]["token"]) == (201, "wished")


def test_a_service_does_not_write_for_another(createur):
    status, answer = createur.post(ITEMS, NEW | {"proposing_service": "finances"})
    assert (status, answer["error"]["field"]) == (400, "proposing_service")


def test_the_number_of_a_meeting_is_drawn_never_sent(directeur):
    address = "deliberations/conseil/@deliberations-meetings"
    new = {"date": "2024-01-22T20:00"}
    status, answer = directeur.post(address, new | {"meeting_number": 7})
    assert (status, answer["error"]["field"]) == (403, "meeting_number")
    _status, meeting = directeur.post(address, new)
    status, answer = directeur.patch(
        f"{meeting['@id']}/@deliberations-meetings", {"first_item_number": 7}
    )
    assert (status, answer["error"]["field"]) == (403, "first_item_number")


def test_what_is_read_may_be_sent_back_unchanged(createur):
    _status, item = createur.post(ITEMS, NEW)
    address = f"{item['@id']}/@deliberations-items"
    status, _answer = createur.patch(address, {"urgency": "none", "title": "Autre"})
    assert status == 200


def test_an_edit_does_not_take_the_external_id_of_another_item(createur):
    createur.post(ITEMS, NEW)
    _status, other = createur.post(ITEMS, NEW | {"external_id": "marches-2"})
    status, answer = createur.patch(
        f"{other['@id']}/@deliberations-items", {"external_id": "marches-1"}
    )
    assert (status, answer["error"]["code"]) == (409, "item_exists")


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "a\x1bb", "\ufffe"])
@pytest.mark.parametrize("name", ["title", "decision", "urgency_motivation"])
def test_a_text_no_document_can_hold_is_refused_at_its_field(createur, name, text):
    status, answer = createur.post(ITEMS, NEW | {name: text})
    assert status == 400
    assert answer["error"]["code"] in ("invalid_field", "not_json")


@pytest.mark.parametrize("place", [-1, 1, 10**30])
def test_a_vote_has_its_place_after_those_before_it(directeur, voted, place):
    status, answer = directeur.post(voted, {"kind": "public", "place": place})
    assert (status, answer["error"]["code"]) == (400, "unknown_vote")
    assert directeur.get(voted)[1]["votes"] == []


def test_a_vote_that_is_not_there_is_not_taken_away(directeur, voted):
    directeur.post(voted, {"kind": "public", "others": "yes"})
    status, answer = directeur.ask("DELETE", voted, {"place": 3})
    assert (status, answer["error"]["code"]) == (400, "unknown_vote")
    assert len(directeur.get(voted)[1]["votes"]) == 1
