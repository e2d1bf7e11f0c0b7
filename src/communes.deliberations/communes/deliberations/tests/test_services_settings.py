"""Programs read and change the settings of an assembly, as who manages it."""

from communes.deliberations.tests.rest import Program
from plone import api
import pytest
import transaction


URL = "deliberations/conseil/@deliberations-settings"


@pytest.fixture
def integrator(town_web):
    api.user.create("integrateur@example.be", "integrateur", "Secret-123456")
    api.user.grant_roles("integrateur", roles=["Manager"])
    transaction.commit()
    return Program(town_web, "integrateur")


def test_settings_are_read_and_changed(integrator):
    status, answer = integrator.get(URL)
    found = {one["key"]: one for one in answer["settings"]}
    assert (status, found["acronym"]["value"]) == (200, "CC")
    assert found["organ"]["choices"]
    status, answer = integrator.patch(
        URL, {"settings": {"acronym": "CP", "advices.cited": False}, "revision": 0}
    )
    assert (status, answer["revision"]) == (200, 1)
    found = {one["key"]: one for one in answer["settings"]}
    assert (found["acronym"]["value"], found["acronym"]["origin"]) == ("CP", "live")


def test_what_can_not_be_is_refused_with_its_reason(integrator):
    wrong = {"settings": {"list_types": []}}
    status, answer = integrator.patch(URL, wrong)
    integrator.example("settings-refused")
    assert (status, answer["error"]["code"]) == (422, "settings_refused")
    assert integrator.patch(URL, {"settings": {"couleur": 1}})[0] == 400
    assert integrator.patch(URL, {"settings": {"public": "oui"}})[0] == 400
    assert integrator.patch(URL, {"settings": []})[0] == 400
    assert integrator.patch(URL, {"settings": {}, "revision": 7})[0] == 409


def test_nobody_else_reads_or_changes_them(town_web):
    for account in ("createur", "directeur-general", "conseiller"):
        program = Program(town_web, account)
        assert program.get(URL)[0] in (401, 403)
        assert program.patch(URL, {"settings": {"acronym": "X"}})[0] in (401, 403)
