"""A draft or an empty meeting is deleted by a button; nothing else, by nobody else."""

from communes.deliberations import api as door
from communes.deliberations.tests import builders
from communes.deliberations.tests.web import Agent
from communes.deliberations.tests.web import committed
import pytest
import transaction


def exists(obj):
    transaction.begin()
    return obj.getId() in obj.__parent__.objectIds()


@pytest.fixture
def clerk(town_web):
    return Agent(town_web, "createur")


@pytest.fixture
def director(town_web):
    return Agent(town_web, "directeur-general")


def test_who_wrote_a_draft_deletes_it_and_comes_to_the_list(clerk):
    item = committed(builders.draft)
    url = item.absolute_url()
    clerk.get(f"{url}/view")
    assert "Supprimer ce point et ses annexes ?" in clerk.text
    clerk.post(f"{url}/supprimer", revision=str(door.item_revision(item)))
    assert "est supprimé." in clerk.text
    assert clerk.browser.url.endswith("/deliberations/conseil")
    assert not exists(item)


def test_an_empty_meeting_is_deleted_and_one_with_items_is_not(director):
    meeting = committed(builders.meeting)
    item = committed(builders.validated)
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
    transaction.commit()
    url = meeting.absolute_url()
    director.get(f"{url}/view")
    assert "Supprimer cette séance ?" not in director.text
    director.post(f"{url}/supprimer")
    assert exists(meeting)
    with builders.as_user("directeur-general"):
        door.do_transition(item, "backToValidated")
    transaction.commit()
    director.get(f"{url}/view")
    assert "Supprimer cette séance ?" in director.text
    director.post(f"{url}/supprimer")
    assert not exists(meeting)


def test_nobody_else_deletes_and_no_link_does(town_web, clerk):
    item = committed(builders.draft)
    url = f"{item.absolute_url()}/supprimer"
    assert clerk.get(url) == 403
    assert clerk.post(url, token=False) == 403
    for account in ("createur-finances", "conseiller", "observateur"):
        Agent(town_web, account).post(url, token=False)
    assert exists(item)


def test_what_was_proposed_shows_no_such_button(clerk):
    item = committed(builders.validated)
    clerk.get(f"{item.absolute_url()}/view")
    assert "Supprimer ce point" not in clerk.text
    clerk.post(f"{item.absolute_url()}/supprimer")
    assert exists(item)
