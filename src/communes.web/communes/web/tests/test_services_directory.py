"""A program reads, makes and changes entries, as their pages do."""

from communes.core.testing.program import PASSWORD
from communes.web.tests import places
from communes.web.tests.rest import Program
from plone import api
from plone.testing.zope import Browser
import pytest
import transaction


URL = "annuaire/@web-entries"


@pytest.fixture
def town(functional):
    site = functional["portal"]
    directory = places.make_directory(site)
    with places.acting("Manager"):
        for name in ("annuaire", "redactrice"):
            api.user.create(f"{name}@example.be", f"{name}-agent", PASSWORD)
        api.user.grant_roles(
            username="annuaire-agent", roles=["DirectoryManager"], obj=directory
        )
        api.user.grant_roles(username="redactrice-agent", roles=["WebEditor"])
        directory.reindexObjectSecurity()
    transaction.commit()
    return {one.title: one.UID() for one in directory.objectValues()}


def test_a_program_reads_what_everybody_does(functional, town):
    stranger = Program(functional)
    status, found = stranger.get(f"{URL}?facility=wifi&size=1")
    stranger.example("entries-list")
    assert (status, found["items_total"]) == (200, 1)
    uid = town["Bibliothèque communale"]
    status, found = stranger.get(f"{URL}/{uid}")
    stranger.example("entries-get")
    assert found["hours"]["schedules"][0]["week"][0]["intervals"][0] == "08:30-12:00"
    for answer in (found, stranger.get(URL)[1]):
        for secret in (places.SECRET, places.NOTE, "cle@", "Projet secret"):
            assert secret not in repr(answer)
    assert stranger.get(f"{URL}/{town['Projet secret']}")[0] == 404
    assert stranger.get(f"{URL}?size=0")[0] == 400
    assert stranger.get(f"annuaire/@web-entry-private/{uid}")[0] in (401, 403)


def test_a_program_makes_an_entry_once_and_changes_it(functional, town):
    keeper = Program(functional, "annuaire-agent")
    body = {
        "title": "Maison de la jeunesse",
        "phones": [{"number": "082/98.76.54"}],
        "categories": ["culture"],
        "external_id": "mj-1",
    }
    status, found = keeper.post(URL, body)
    keeper.example("entries-post")
    assert (status, found["phones"][0]["number"]) == (201, "+3282987654")
    assert keeper.post(URL, body)[0] == 200
    one = f"{URL}/{found['id']}"
    change = {"hours": places.HOURS, "revision": found["revision"]}
    status, found = keeper.patch(one, change)
    keeper.example("entries-patch")
    assert status == 200
    assert keeper.patch(one, change)[0] == 409
    status, found = keeper.patch(one, {"phones": [{"number": "12"}]})
    keeper.example("entries-patch-refused")
    assert (status, found["error"]["field"]) == (400, "phones")
    for wrong in ({"titre": 1}, {"kind": 3}, {"hours": []}, {"place": {"latitude": 1}}):
        assert keeper.patch(one, wrong)[0] == 400
    inside = {"title": "Salle", "parent": one.rpartition("/")[2]}
    assert keeper.post(URL, inside)[0] == 201
    assert keeper.ask("DELETE", one)[0] == 422
    assert keeper.ask("DELETE", f"{URL}/{town['=Boulangerie Dupont']}")[0] == 204
    keeper.example("entries-delete")
    reader = Browser(functional["app"])
    reader.raiseHttpErrors = False
    for gone in (
        "annuaire/boulangerie-dupont",
        f"directory/{town['=Boulangerie Dupont']}",
    ):
        reader.open(f"{functional['portal'].absolute_url()}/{gone}")
        assert reader.headers["Status"].startswith("410")
        assert "quitté l'annuaire" in reader.contents


def test_a_program_closes_places_for_some_days(functional, town):
    keeper = Program(functional, "annuaire-agent")
    body = {"entries": [town["Bibliothèque communale"]], "first": "2026-12-24",
            "last": "2026-12-31", "label": "Fêtes"}  # fmt: skip
    status, _found = keeper.post("annuaire/@web-closures", body)
    keeper.example("closures-post")
    assert status == 200
    back = {**body, "last": "2026-12-01"}
    assert keeper.post("annuaire/@web-closures", back)[0] == 400
    assert keeper.post("annuaire/@web-closures", {**body, "entries": ["x"]})[0] == 404


def test_private_data_has_a_service_and_rights_of_its_own(functional, town):
    url = f"annuaire/@web-entry-private/{town['Bibliothèque communale']}"
    keeper = Program(functional, "annuaire-agent")
    status, found = keeper.get(url)
    keeper.example("entry-private-get")
    assert (status, found["note"]) == (200, places.NOTE)
    change = {"note": "Clé à la maison communale", "revision": found["revision"]}
    assert keeper.patch(url, change)[0] == 200
    keeper.example("entry-private-patch")
    assert keeper.patch(url, {"mot": "x"})[0] == 400
    editor = Program(functional, "redactrice-agent")
    assert editor.get(url)[0] == 403
    assert editor.patch(url, {"note": "x"})[0] == 403
    assert editor.post(URL, {"title": "x"})[0] == 403
    assert Program(functional).post(URL, {"title": "x"})[0] in (401, 403)
