"""The generic services of Plone go around no rule of the deliberations."""

import base64
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from plone import api
import pytest
import transaction


ANNEX = {
    "@type": "communes.core.Annex",
    "title": "Plan",
    "annex_type": "plan",
    "file": {
        "data": base64.b64encode(b"%PDF").decode(),
        "encoding": "base64",
        "filename": "plan.pdf",
        "content-type": "application/pdf",
    },
}
WRITES = (
    ("PATCH", "", {"title": "Changé"}),
    ("PATCH", "", {"title": "Changé", "@type": "communes.core.Annex"}),
    ("PATCH", "", {"ordering": {"obj_id": "annexe-1", "delta": "top"}}),
    ("DELETE", "", {}),
    ("DELETE", "", {"@type": "communes.core.Annex"}),
    ("POST", "", {"@type": "communes.deliberations.MeetingItem", "title": "x"}),
    ("POST", "", {"@type": "Document", "title": "x"}),
    ("POST", "@workflow/propose", {}),
    ("POST", "@workflow/validate", {"comment": "x"}),
    ("POST", "@workflow/freeze", {"@type": "communes.core.Annex"}),
    ("POST", "@sharing", {"inherit": True, "entries": []}),
    ("POST", "@lock", {}),
    ("POST", "@move", {"source": "{source}"}),
    ("POST", "@copy", {"source": "{source}", "@type": "communes.core.Annex"}),
    ("POST", "@comments", {"text": "x"}),
    ("POST", "@tus-upload", {}),
)


@pytest.fixture
def things(town_web):
    """Return a draft, an item on an agenda and the meeting, with one annex each."""
    draft, item, meeting = builders.draft(), builders.validated(), builders.meeting()
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
    transaction.commit()
    return draft, item, meeting


@pytest.mark.parametrize(
    "account", ["createur", "chef-de-service", "directeur-general"]
)
def test_no_generic_write_is_open_to_who_may_write(town_web, things, account):
    program = Program(town_web, account)
    before = snapshot(things)
    for thing in things:
        for method, service, body in WRITES:
            source = things[0].absolute_url()
            sent = {
                key: source if value == "{source}" else value
                for key, value in body.items()
            }
            url = f"{thing.absolute_url()}/{service}".rstrip("/")
            status, _answer = program.ask(method, url, sent)
            assert 400 <= status < 500, (method, url, body)
    assert snapshot(things) == before


def test_an_annex_is_joined_changed_and_deleted_by_its_service_only(town_web, things):
    draft = things[0].absolute_url()
    for account in (
        "createur-finances",
        "conseiller",
        "observateur",
        "chef-de-service",
    ):
        assert Program(town_web, account).post(draft, ANNEX)[0] in (401, 403), account
    createur = Program(town_web, "createur")
    status, annex = createur.post(draft, ANNEX)
    assert status == 201
    for account in ("createur-finances", "conseiller", "observateur"):
        program = Program(town_web, account)
        assert program.patch(annex["@id"], {"title": "x"})[0] in (401, 403), account
        assert program.ask("DELETE", annex["@id"])[0] in (401, 403), account
    assert createur.patch(annex["@id"], {"title": "Plan coté"})[0] == 204
    assert createur.ask("DELETE", annex["@id"])[0] == 204


def test_nobody_learns_the_accounts_and_the_groups(town_web):
    for account in ("createur", "directeur-general", "agent-sans-groupe"):
        program = Program(town_web, account)
        for door in (
            "@users",
            "@users/echevin",
            "@groups",
            "@principals?search=e",
            "@vocabularies/plone.app.vocabularies.Users",
            "@vocabularies/plone.app.vocabularies.Groups",
            "@vocabularies/plone.app.vocabularies.Principals",
            "@querysources/x",
            "@sources/x",
            "@@getVocabulary?name=plone.app.vocabularies.Users",
            "@@member-search?fullname=e",
            "author/echevin",
        ):
            status, answer = program.get(door)
            assert 300 <= status < 500, (account, door)
            assert "echevin@example.be" not in str(answer)


def snapshot(things):
    """Return what the writes could have changed."""
    transaction.begin()
    return [
        (
            one.title,
            api.content.get_state(one),
            one.get_local_roles(),
            sorted(one.objectIds()),
            one.getId(),
        )
        for one in things
    ]
