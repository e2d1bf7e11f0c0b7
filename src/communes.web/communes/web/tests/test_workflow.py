"""The one workflow: who sees, writes and publishes what in which state, and when."""

from communes.core.access.errors import MayNot
from communes.core.settings.interfaces import ISettingsTarget
from communes.web.api import branches
from communes.web.api import contents
from communes.web.api.desk import own_branches
from communes.web.api.desk import takes_part
from communes.web.api.transition import do_step
from communes.web.api.transition import plan
from communes.web.api.transition import state
from communes.web.api.transition import transitions
from communes.web.domain.content_errors import TooLate
from communes.web.domain.content_errors import UnknownStep
from communes.web.domain.errors import NotReady
from communes.web.domain.states import STEPS
from communes.web.domain.states import WebState
from communes.web.storage.access import group_of
from communes.web.tests import webmasters
from communes.web.workflow.working import DueSteps
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.app.testing import logout
import pytest
import time
from zope.component import getAdapter


NOW = datetime.now(UTC)
SEEN = "View"
WRITTEN = "Modify portal content"
#: Role -> in which states a content is seen, and written.
RIGHTS = {
    "WebManager": ("all", "all"),
    "WebEditor": ("all", "all"),
    "WebContributor": ("all", ("private",)),
    "WebValidator": ("all", ("proposed", "published")),
    "DirectoryManager": ("all", "all"),
    "AgendaManager": ("all", "all"),
    "NewsManager": ("all", "all"),
    "NewsletterManager": ("all", "all"),
    "Member": (("published",), ()),
    "Anonymous": (("published",), ()),
}


@pytest.fixture
def site(integration):
    return webmasters.with_people(integration["portal"])


@pytest.fixture
def page(site):
    return webmasters.page(site, "Carnaval")


def clock(monkeypatch, moment):
    monkeypatch.setattr(time, "time", lambda: moment.timestamp())


def bring(obj, state_):
    ways = {
        WebState.PRIVATE: (),
        WebState.PROPOSED: ("propose",),
        WebState.PUBLISHED: ("publish",),
        WebState.ARCHIVED: ("publish", "archive"),
    }
    for step in ways[state_]:
        do_step(obj, step)


@pytest.mark.parametrize("state_", list(WebState))
def test_each_role_sees_and_writes_what_the_specification_says(page, state_):
    bring(page, state_)
    for role, (seen, written) in RIGHTS.items():
        roles = [row["name"] for row in page.rolesOfPermission(SEEN) if row["selected"]]
        writers = [
            row["name"] for row in page.rolesOfPermission(WRITTEN) if row["selected"]
        ]
        everybody = "Anonymous" in roles
        assert (role in roles or everybody) == (seen == "all" or state_ in seen), role
        assert (role in writers) == (written == "all" or state_ in written), role


def test_the_definition_has_the_steps_of_the_domain(site):
    definition = site.portal_workflow["communes_web_workflow"]
    found = {
        (state_id, step, definition.transitions[step].new_state_id)
        for state_id, one in definition.states.items()
        for step in one.transitions
    }
    told = {
        (source.value, step.value, one.target.value)
        for step, one in STEPS.items()
        for source in one.sources
    }
    assert found == told


def test_a_contributor_proposes_and_a_validator_decides(page):
    webmasters.acting_as("contributeur")
    assert [one.id for one in transitions(page)] == ["propose"]
    do_step(page, "propose")
    with pytest.raises(MayNot):
        contents.edit(page, {"title": "Après coup"})
    with pytest.raises(MayNot):
        do_step(page, "publish")
    webmasters.acting_as("validatrice")
    do_step(page, "reject", "Ajoutez le lieu.")
    assert state(page) == "private"
    webmasters.acting_as("contributeur")
    do_step(page, "propose")
    webmasters.acting_as("validatrice")
    assert do_step(page, "publish") == "published"


def test_a_step_there_is_not_is_refused_by_name(page):
    for step in ("archive", "plan", "inconnu"):
        with pytest.raises(UnknownStep):
            do_step(page, step)


def test_what_lacks_something_is_not_published_by_any_door(site):
    video = ("video", {"url": "https://framatube.org/w/9xQkx9"})
    made = webmasters.page(site, "Visite", video)
    (publish,) = [one for one in transitions(made) if one.id == "publish"]
    assert not publish.available
    assert "ce que montre" in str(publish.reasons[0])
    for act in (
        lambda: do_step(made, "publish"),
        lambda: do_step(made, "propose"),
        lambda: api.content.transition(made, "publish"),
        lambda: plan(made, NOW + timedelta(days=1), None),
    ):
        with pytest.raises(NotReady):
            act()
    assert state(made) == "private"


def test_a_page_is_published_and_archived_at_its_moments(site, page, monkeypatch):
    begins, ends = NOW + timedelta(days=1), NOW + timedelta(days=8)
    plan(page, begins, ends)
    assert state(page) == "proposed"
    clock(monkeypatch, begins - timedelta(seconds=1))
    assert not DueSteps().take_due(site)
    clock(monkeypatch, begins)
    assert DueSteps().take_due(site) and state(page) == "published"
    assert not DueSteps().take_due(site)
    clock(monkeypatch, ends)
    assert DueSteps().take_due(site) and state(page) == "archived"
    logout()
    assert not api.user.has_permission("View", obj=page)


def test_what_is_planned_can_not_be_changed_by_who_may_not_publish(page):
    webmasters.acting_as("validatrice")
    plan(page, NOW + timedelta(days=1), None)
    webmasters.acting_as("contributeur")
    with pytest.raises(MayNot):
        contents.edit(page, {"title": "Autre chose"})
    with pytest.raises(MayNot):
        plan(page, None, None)


def test_taking_a_planned_page_back_ends_the_plan(site, page, monkeypatch):
    begins = NOW + timedelta(days=1)
    plan(page, begins, None)
    do_step(page, "retract")
    clock(monkeypatch, begins)
    assert not DueSteps().take_due(site)
    assert state(page) == "private"


def test_a_planned_page_that_lacks_something_goes_back(site, page, monkeypatch):
    begins = NOW + timedelta(days=1)
    plan(page, begins, None)
    page.title = ""
    clock(monkeypatch, begins)
    DueSteps().take_due(site)
    assert state(page) == "private"
    history = api.portal.get_tool("portal_workflow").getInfoFor(page, "review_history")
    assert "le titre" in history[-1]["comments"]


def test_an_end_before_the_beginning_is_refused(page):
    with pytest.raises(TooLate):
        plan(page, NOW + timedelta(days=2), NOW + timedelta(days=1))
    with pytest.raises(TooLate):
        plan(page, None, NOW - timedelta(days=1))
    assert state(page) == "private"


def test_a_local_manager_writes_one_branch_alone(site):
    mine = webmasters.folder(site, "Bibliothèque", public=True)
    other = webmasters.folder(site, "Piscine", public=True)
    branches.set_keeper(mine, "visiteur-inscrit", "WebEditor")
    webmasters.acting_as("visiteur-inscrit")
    inside = webmasters.page(mine, "Heure du conte")
    assert do_step(inside, "publish") == "published"
    assert takes_part(site)
    assert [one.Title for one in own_branches(site)] == ["Bibliothèque"]
    with pytest.raises(MayNot):
        webmasters.page(other, "Intrus")
    with pytest.raises(MayNot):
        branches.set_keeper(mine, "contributeur", "WebEditor")
    webmasters.acting_as("gestionnaire")
    branches.set_keeper(mine, "visiteur-inscrit", "")
    webmasters.acting_as("visiteur-inscrit")
    assert not takes_part(site)
    with pytest.raises(MayNot):
        contents.edit(inside, {"title": "x"})


def test_groups_have_their_roles_and_branches_their_managers(site):
    site.portal_registry["communes.core.slug"] = "valmont"
    target = getAdapter(site, ISettingsTarget, name="web")
    target.write({"editors": ["visiteur-inscrit"]})
    assert target.read()["editors"] == ["visiteur-inscrit"]
    user = api.user.get(userid="visiteur-inscrit")
    assert "WebEditor" in api.user.get_roles(user=user)
    directory = contents.create(site, "Directory", {"title": "Annuaire"})
    roles = dict(directory.get_local_roles())
    assert roles[group_of("directorymanagers")] == ("DirectoryManager",)
