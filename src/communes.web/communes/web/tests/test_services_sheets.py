"""A program reads, makes and changes the sheets of services, as their pages do."""

from communes.core.testing.program import PASSWORD
from communes.web.api.contents import create
from communes.web.api.transition import do_step
from communes.web.sheets import api as door
from communes.web.tests import places
from communes.web.tests.rest import Program
from communes.web.tests.test_sheets import LICENCE
from plone import api
import pytest
import transaction


URL = "@web-services"


@pytest.fixture
def office(functional):
    site = functional["portal"]
    directory = places.make_directory(site)
    uid = directory["bibliotheque-communale"].UID()
    with places.acting("Manager"):
        do_step(door.create_service(site, {**LICENCE, "authority": uid}), "publish")
        api.user.create("redactrice@example.be", "redactrice-agent", PASSWORD)
        api.user.grant_roles(username="redactrice-agent", roles=["WebEditor"])
        folder = create(site, "Folder", {"title": "Démarches"})
        do_step(folder, "publish")
    transaction.commit()
    return {"office": uid, "folder": folder.UID()}


def test_a_program_reads_the_services(functional, office):
    stranger = Program(functional)
    status, found = stranger.get(f"{URL}?life_event=travel")
    stranger.example("services-list")
    assert (status, found["items_total"]) == (200, 1)
    status, found = stranger.get(found["items"][0]["@id"])
    stranger.example("services-get")
    assert (status, found["costs"][0]["amount"]) == (200, "25.00")
    assert stranger.get(f"{URL}/x")[0] == 404
    assert stranger.get(f"{URL}?life_event=birth")[1]["items_total"] == 0
    assert stranger.post(URL, {"title": "x"})[0] in (401, 403)


def test_a_program_makes_a_sheet_once_and_learns_what_it_lacks(functional, office):
    editor = Program(functional, "redactrice-agent")
    body = {
        "title": "Louer une salle",
        "steps": ["Demandez la salle.", "Payez la caution."],
        "external_id": "salle-1",
        "folder": office["folder"],
    }
    status, found = editor.post(URL, body)
    editor.example("services-post")
    assert status == 201
    assert "la description" in found["missing"]
    assert editor.post(URL, body)[0] == 200
    one = found["@id"]
    change = {"description": "Pour une fête.", "authority": office["office"],
              "revision": found["revision"]}  # fmt: skip
    status, found = editor.patch(one, change)
    editor.example("services-patch")
    assert (status, found["missing"]) == (200, [])
    assert editor.patch(one, change)[0] == 409
    status, found = editor.patch(one, {"costs": [{"id": "a", "amount": 25}]})
    editor.example("services-patch-refused")
    assert (status, found["error"]["field"]) == (400, "costs")
    for wrong in ({"titre": 1}, {"delay": "x"}, {"life_events": ["x"]}):
        assert editor.patch(one, wrong)[0] == 400
    assert editor.patch(one, {"authority": "x"})[0] == 404
    assert editor.post(URL, {"title": "x", "folder": "x"})[0] == 404
    assert editor.ask("DELETE", one)[0] == 204
    editor.example("services-delete")
    assert editor.get(one)[0] == 404
