"""A meeting arrives: shown, corrected, withdrawn or refused; never more than said."""

from communes.publications.domain.errors import ProjectionRefused
from communes.publications.receiving.errors import NotItsSender
from communes.publications.receiving.errors import UnknownInstitution
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import state_of
from communes.publications.storage.projection import versions
from communes.publications.storage.projection import waiting_data
from communes.publications.tests import example
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
from plone import api
from plone.app.testing import logout
import pytest


@pytest.fixture
def institution(portal):
    return make_institution(portal)


def test_drafts_then_decisions_are_shown_at_the_same_address(portal, institution):
    receive(portal, example.project())
    found = meeting_of(portal)
    assert state_of(found) == "in_project"
    assert list(found.objectIds()) == ["1"]

    receive(portal, example.meeting())
    assert state_of(found) == "decision"
    assert list(found.objectIds()) == ["1", "3"]
    assert found["1"].absolute_url_path().endswith(example.item()["id"])
    assert versions(found) == (1, 2)
    assert projection(found, 1).stage == "project"
    assert projection(found).decided


def test_anyone_reads_what_is_published_and_nothing_else(portal, institution):
    receive(portal, example.meeting())
    found = meeting_of(portal)
    logout()
    assert api.user.has_permission("View", obj=found["1"])
    assert not api.user.has_permission("Modify portal content", obj=found["1"])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(found, "back_to_private")
    assert not api.user.has_permission("View", obj=found["1"])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(found, "publish")
        api.content.transition(institution, "hide")
    assert not api.user.has_permission("View", obj=found["1"])


def test_an_older_version_changes_nothing(portal, institution):
    receive(portal, example.meeting(version=3))
    receive(portal, example.meeting(version=2, items=[]))
    assert list(meeting_of(portal).objectIds()) == ["1", "3"]


def test_what_must_be_looked_at_waits(portal, institution):
    institution.asks_first = True
    receive(portal, example.meeting())
    found = meeting_of(portal)
    assert state_of(found) == "private"
    assert list(found.objectIds()) == []
    assert waiting_data(found)["version"] == 2


def test_what_the_institution_does_not_publish_waits(portal, institution):
    institution.stages = ("decision",)
    receive(portal, example.project())
    assert state_of(meeting_of(portal)) == "private"


def test_a_refused_meeting_leaves_nothing(portal, institution):
    marked = example.item(motivation='<p class="donnee-personnelle">x</p>')
    with pytest.raises(ProjectionRefused):
        receive(portal, example.meeting(items=[marked]))
    assert meeting_of(portal) is None


def test_nobody_publishes_for_another_institution(portal, institution):
    with pytest.raises(NotItsSender):
        receive(portal, example.meeting(), sender="rocheval/agents")
    other = {**example.meeting(), "nis": "99902", "id": "99902/conseil/2026/9"}
    other["items"] = []
    with pytest.raises(UnknownInstitution):
        receive(portal, other)
