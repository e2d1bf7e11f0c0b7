"""What iA.Délib publishes stands on the public site, through the real exchange."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from communes.deliberations.api import publicity
from communes.exchange.backlog.working import SendAll
from communes.exchange.outbox import api as outbox
from communes.policy.applying.sites import inside
from communes.publications.storage.places import find_institution
from communes.publications.storage.projection import projection
from communes.publications.storage.projection import state_of
from communes.publications.storage.projection import versions
from plone import api
import pytest


@pytest.fixture
def commune(app):
    """Return the folder of the demo, the work of the system allowed."""
    newSecurityManager(None, system)
    return app.demo


def council(commune):
    """Return the published meeting of the demo on the public site."""
    organ = find_institution(commune.www, "99901")["conseil"]
    (year,) = organ.objectValues()
    (meeting,) = year.objectValues()
    return meeting


def test_the_drafts_then_the_decisions_of_the_demo_arrive(commune, bring):
    bring(commune)
    meeting = council(commune)
    with inside(commune.www):
        assert state_of(meeting) == "decision" and versions(meeting) == (1, 2)
        drafts, decisions = projection(meeting, 1), projection(meeting)
    assert not drafts.decided and decisions.items[0].votes
    amended = decisions.items[-1].decision
    assert "soixante jours" in amended and "trente jours" in drafts.items[-1].decision


def test_a_withdrawal_reaches_the_portal_too(commune, bring):
    bring(commune)
    shown = council(commune)
    title = shown["1"].title
    with inside(commune.agents):
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.unrestrictedSearchResults(
            portal_type="communes.deliberations.MeetingItem", Title=title[:20]
        )
        item = next(one for one in found if one.Title == title).getObject()
        publicity.withdraw(item, "Publié par erreur.")
    bring(commune)
    with inside(commune.www):
        stone = projection(shown).items[0]
    assert stone.withdrawn.reason == "Publié par erreur." and not stone.decision
    assert title not in shown["1"].title


class Job:
    """What the worker gives to the sending of all."""

    args = {"peer": "demo/www"}

    def commit(self):
        """Everything is in the transaction of the test."""

    def progress(self, done, total, note=""):
        self.last = (done, total)


def test_a_portal_that_comes_later_gets_all_that_is_public(commune, bring):
    bring(commune)
    with inside(commune.www):
        institution = find_institution(commune.www, "99901")
        institution.manage_delObjects(["conseil"])
    job = Job()
    with inside(commune.agents) as agents:
        SendAll().run(agents, job)
        assert len(outbox.letters(agents)) == 1
    bring(commune)
    meeting = council(commune)
    with inside(commune.www):
        assert state_of(meeting) == "decision"
        # The drafts may hold what was withdrawn since: only what stands comes.
        assert projection(meeting).items[0].votes and versions(meeting) == (1,)
    assert job.last[0] == job.last[1] > 1
    with inside(commune.agents) as agents:
        SendAll().run(agents, Job())
    bring(commune)
    with inside(commune.www):
        assert versions(council(commune)) == (1,)
