"""What must not be read any longer is gone from the proxies, and not only from us."""

from communes.core.jobs.storage import queue_of
from communes.core.public import api as public
from communes.publications.storage.tags import LISTS
from communes.publications.storage.tags import PORTAL
from communes.publications.storage.tags import tags_of
from communes.publications.tests import example
from communes.publications.tests.papers import move
from communes.publications.tests.papers import published
from communes.publications.tests.papers import STEP
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
from plone import api
import pytest
import transaction


@pytest.fixture
def proxied(portal, monkeypatch):
    """A portal behind a proxy, with one institution that is shown."""
    monkeypatch.setenv(public.PROXIES, "http://127.0.0.1:9/")
    return make_institution(portal)


def asked(portal):
    """Return what the proxies are asked to forget, and begin anew."""
    transaction.savepoint()
    queue = queue_of(portal)
    found = {one.key for one in queue.take(public.FORGET, 100)}
    for key in found:
        queue.shelf.forget(public.FORGET, key)
    return found


def test_a_withdrawn_decision_is_forgotten_with_all_that_may_show_it(portal, proxied):
    receive(portal, example.meeting())
    asked(portal)
    gone = [example.withdrawn("1"), example.closed()]
    receive(portal, example.meeting(version=3, items=gone))
    assert asked(portal) == {"99901", LISTS}


def test_a_corrected_decision_is_forgotten(portal, proxied):
    receive(portal, example.meeting())
    asked(portal)
    other = [example.item(title="Voirie – Rue du Moulin"), example.closed()]
    receive(portal, example.meeting(version=3, items=other))
    assert asked(portal) == {"99901", LISTS}


def test_a_regulation_that_is_taken_back_is_forgotten(portal, proxied):
    made = published(proxied)
    asked(portal)
    move(made, STEP.UNPUBLISH, reason="Erreur")
    assert asked(portal) == {"99901", LISTS}


def test_a_hidden_institution_is_forgotten(portal, proxied):
    asked(portal)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(proxied, "hide")
    assert asked(portal) == {"99901", LISTS}


def test_without_a_proxy_nobody_is_asked(portal, monkeypatch):
    monkeypatch.delenv(public.PROXIES, raising=False)
    make_institution(portal)
    receive(portal, example.meeting())
    assert asked(portal) == set()


def test_every_answer_names_all_it_is_made_of(portal, proxied):
    receive(portal, example.meeting())
    meeting = meeting_of(portal)
    path = meeting.getPhysicalPath()[-3:]
    assert tags_of(portal) == (PORTAL, LISTS)
    assert tags_of(proxied) == (PORTAL, "99901")
    assert tags_of(meeting) == (
        PORTAL,
        "99901",
        *("-".join(("99901", *path[:end])) for end in (1, 2, 3)),
    )
