"""A member's program reads what changed and keeps notes of its own."""

from communes.deliberations.tests.rest import Program
from communes.deliberations.tests.test_api_workspace import frozen
from communes.deliberations.tests.web import committed


def test_a_program_reads_marks_and_notes(town_web):
    meeting, (item, _other) = committed(lambda: frozen(2))
    url = f"{meeting.absolute_url()}/@deliberations-workspace"
    councillor = Program(town_web, "conseiller")
    status, found = councillor.get(url)
    councillor.example("workspace-get")
    assert (status, found["items"][0]["since"]) == (200, "unread")
    assert councillor.post(url, {"act": "read"})[0] == 200
    note = {"act": "note", "item": item.UID(), "note": "Le prix ?", "revision": 0}
    status, found = councillor.post(url, note)
    councillor.example("workspace-post")
    assert (status, found["item"]["note"]) == (200, "Le prix ?")
    assert councillor.post(url, note)[0] == 409
    assert councillor.post(url, {"act": "autre"})[0] == 400
    colleague = Program(town_web, "echevin")
    assert colleague.get(f"{url}?item={item.UID()}")[1]["item"]["note"] == ""
    assert Program(town_web, "directeur-general").get(url)[0] == 403
