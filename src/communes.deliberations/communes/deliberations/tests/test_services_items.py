"""Items by REST: created once, read by whom may, edited without losing a change."""

from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
import pytest


NEW = {
    "external_id": "marches-2026-041",
    "title": "Marché de travaux : châssis de l'école du Centre",
    "proposing_service": "travaux",
    "motivation": "<p>Considérant que les châssis datent de 1978 ;</p>",
    "decision": "<p>D'approuver le cahier des charges.</p>",
}
ITEMS = "deliberations/conseil/@deliberations-items"


@pytest.fixture
def createur(town_web):
    return Program(town_web, "createur")


def test_an_item_is_created_with_its_fields(createur):
    status, item = createur.post(ITEMS, NEW)
    createur.example("items-post")
    assert status == 201
    assert item["title"] == NEW["title"]
    assert item["review_state"] == "itemcreated"
    assert item["decision"]["data"] == NEW["decision"]


def test_the_same_external_id_makes_no_second_item(createur):
    _status, first = createur.post(ITEMS, NEW)
    status, second = createur.post(ITEMS, NEW)
    assert (status, second["@id"]) == (200, first["@id"])
    _status, page = createur.get(ITEMS)
    assert page["items_total"] == 1


def test_a_list_is_paged_filtered_and_says_how_many(createur):
    for number in range(3):
        given = {"external_id": f"m-{number}", "title": f"Marché {number}"}
        createur.post(ITEMS, NEW | given)
    address = f"{ITEMS}?f.state=itemcreated&sort=-title&size=25&page=1"
    status, page = createur.get(address)
    createur.example("items-get")
    assert (status, page["items_total"]) == (200, 3)
    assert [one["title"] for one in page["items"]] == [
        "Marché 2",
        "Marché 1",
        "Marché 0",
    ]


@pytest.mark.parametrize(
    "query", ["size=1000000000", "page=-1", "f.path=/", "sort=path", "fq=x"]
)
def test_a_list_answers_only_what_it_offers(createur, query):
    status, answer = createur.get(f"{ITEMS}?{query}")
    if query == "fq=x":
        assert status == 200
    else:
        assert (status, answer["error"]["code"]) == (400, "bad_query")


def test_another_service_sees_nothing_of_a_draft(createur, town_web):
    _status, item = createur.post(ITEMS, NEW)
    stranger = Program(town_web, "createur-finances")
    assert stranger.get(ITEMS)[1]["items_total"] == 0
    assert stranger.get(item["@id"] + "/@deliberations-items")[0] in (401, 403)
    # Nor by guessing the external id: no title, no address comes back.
    status, answer = stranger.post(ITEMS, NEW | {"proposing_service": "finances"})
    assert status == 409
    assert "châssis" not in str(answer)


def test_anonymous_gets_nothing(town_web):
    status, _answer = Program(town_web).get(ITEMS)
    assert status == 401


def test_the_notes_of_the_service_stay_in_the_service(createur, town_web):
    item = builders.validated(internal_notes="<p>Ne pas dire le prix.</p>")
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
        builders.door.do_transition(meeting, "freeze")
    url = f"{item.absolute_url()}/@deliberations-items"
    assert "internal_notes" in createur.get(url)[1]
    member = Program(town_web, "conseiller")
    for address in (url, item.absolute_url()):
        status, seen = member.get(address)
        assert status == 200
        assert "Ne pas dire le prix" not in str(seen)


@pytest.mark.parametrize(
    "body,code,field",
    [
        ({**NEW, "colour": "red"}, "unknown_field", "colour"),
        ({"proposing_service": "travaux"}, "missing_field", "title"),
        ({**NEW, "proposing_service": "nowhere"}, "invalid_field", "proposing_service"),
        ({**NEW, "oral_question": "maybe"}, "invalid_field", "oral_question"),
    ],
)
def test_a_wrong_field_is_named(createur, body, code, field):
    status, answer = createur.post(ITEMS, body)
    assert status == 400
    assert (answer["error"]["code"], answer["error"]["field"]) == (code, field)


@pytest.mark.parametrize("text", ["{broken", "[1, 2]", '"text"', "\x00"])
def test_a_body_that_is_no_object_is_refused(createur, text):
    status, answer = createur.ask("POST", ITEMS, text)
    assert (status, answer["error"]["code"]) == (400, "not_json")


def test_a_form_of_another_site_can_not_write(createur):
    status, answer = createur.ask(
        "POST", ITEMS, '{"title": "x"}', **{"Content-Type": "text/plain"}
    )
    assert (status, answer["error"]["code"]) == (400, "not_json")
    assert createur.get(ITEMS)[1]["items_total"] == 0


def test_a_stale_edit_is_told_and_changes_nothing(createur):
    _status, item = createur.post(ITEMS, NEW)
    url = item["@id"] + "/@deliberations-items"
    read = item["revision"]
    status, edited = createur.patch(url, {"title": "Autre titre", "revision": read})
    createur.example("items-patch")
    assert (status, edited["title"]) == (200, "Autre titre")
    status, answer = createur.patch(url, {"title": "Perdu", "revision": read})
    createur.example("items-patch-conflict")
    assert (status, answer["error"]["type"]) == (409, "Conflict")
    assert createur.get(url)[1]["title"] == "Autre titre"
