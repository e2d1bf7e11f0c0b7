"""An unfinished item or an empty meeting is deleted by who made it, and noted."""

from communes.deliberations.storage import journal as our_journal
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
import pytest


@pytest.fixture
def noted(monkeypatch):
    """Return what was written in the journal."""
    found = []
    monkeypatch.setattr(
        our_journal, "record", lambda action, target, **_more: found.append(action)
    )
    return found


def test_a_clerk_deletes_a_draft_once(town_web, noted):
    address = f"{builders.draft().absolute_url()}/@deliberations-items"
    createur = Program(town_web, "createur")
    assert createur.ask("DELETE", address, {"revision": 0})[0] == 204
    assert "deliberations.deleted" in noted
    assert createur.ask("DELETE", address, {"revision": 0})[0] == 404


def test_a_draft_changed_meanwhile_is_not_deleted(town_web):
    item = builders.draft()
    address = f"{item.absolute_url()}/@deliberations-items"
    createur = Program(town_web, "createur")
    createur.patch(address, {"title": "Autre", "revision": 0})
    status, answer = createur.ask("DELETE", address, {"revision": 0})
    assert (status, answer["error"]["code"]) == (409, "stale_revision")
    assert createur.get(address)[0] == 200


def test_nobody_deletes_an_item_that_left_its_service(town_web):
    address = f"{builders.validated().absolute_url()}/@deliberations-items"
    for account in ("createur", "chef-de-service", "directeur-general", "conseiller"):
        program = Program(town_web, account)
        assert program.ask("DELETE", address, {})[0] in (401, 403), account
    assert Program(town_web, "createur").get(address)[0] == 200


def test_a_delete_announced_as_a_form_does_nothing(town_web):
    address = f"{builders.draft().absolute_url()}/@deliberations-items"
    createur = Program(town_web, "createur")
    status, answer = createur.ask(
        "DELETE", address, "x", **{"Content-Type": "text/plain"}
    )
    assert (status, answer["error"]["code"]) == (400, "not_json")
    assert createur.get(address)[0] == 200


def test_a_meeting_goes_when_it_is_empty_and_stays_when_not(town_web):
    meeting = builders.meeting()
    address = f"{meeting.absolute_url()}/@deliberations-meetings"
    directeur = Program(town_web, "directeur-general")
    item = builders.validated()
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
    status, answer = directeur.ask("DELETE", address, {})
    assert (status, answer["error"]["type"]) == (422, "RuleRefused")
    with builders.as_user("directeur-general"):
        builders.door.do_transition(item, "backToValidated")
    assert Program(town_web, "conseiller").ask("DELETE", address, {})[0] in (401, 403)
    assert directeur.ask("DELETE", address, {})[0] == 204
