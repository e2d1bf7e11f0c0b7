"""The queue and the worker on a real Plone site."""

from communes.core.interfaces import ICoreLayer
from communes.core.jobs import api
from communes.core.jobs import storage
from communes.core.jobs.domain import Outcome
from communes.core.jobs.drain import Drainer
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.task import task
from plone import api as plone_api
from plone.app.testing import applyProfile
from plone.app.testing import TEST_USER_ID
import pytest
import transaction
from zope.component import getUtility
from zope.component.hooks import setSite
from zope.globalrequest import getRequest


@pytest.fixture
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNES_VAR", str(tmp_path))


def test_the_profile_gives_the_site_its_queue_and_takes_it_away(integration):
    app, portal = integration["app"], integration["portal"]
    path = storage.path_of(portal)
    api.intend("mail", "a", {})
    applyProfile(portal, "communes.core:default")
    assert api.pending(portal) == 1
    assert path in storage.sites_with_queue(app)
    applyProfile(portal, "communes.core:uninstall")
    assert path not in storage.sites_with_queue(app)
    assert storage.ANNOTATION_KEY not in portal.__annotations__


def test_the_kit_enqueues_jobs_and_seals_the_journal(integration):
    assert getUtility(IIntentHandler, name="job")
    assert getUtility(IIntentHandler, name="journal")


class Writer:
    """Writes to the site, and notes what it finds around it."""

    run_as = TEST_USER_ID

    def run(self, site, intents):
        self.user = plone_api.user.get_current().getId()
        self.layer = ICoreLayer.providedBy(getRequest())
        site.title = intents[0].payload["title"]
        return [Outcome(intent.key) for intent in intents]


@pytest.mark.usefixtures("var")
def test_a_handler_works_on_a_plone_site_as_its_user(functional, register):
    app, portal = functional["app"], functional["portal"]
    handler = register(Writer(), IIntentHandler, "title")
    api.intend("title", "a", {"title": "Valmont-sur-Lesse"})
    transaction.commit()
    try:
        assert Drainer(app, lambda: False).drain(storage.path_of(portal)) == 1
    finally:
        setSite(portal)
    assert (handler.user, handler.layer) == (TEST_USER_ID, True)
    assert portal.title == "Valmont-sur-Lesse"
    assert api.pending(portal) == 0


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://agents.valmont.be", "https://agents.valmont.be/pst"),
        ("https://valmont.be:8443/agents", "https://valmont.be:8443/agents/pst"),
    ],
)
def test_what_a_worker_writes_has_the_address_people_open(
    functional, address, expected
):
    app, portal = functional["app"], functional["portal"]
    plone_api.portal.set_registry_record("communes.core.address", address)
    transaction.commit()
    try:
        with task(app, storage.path_of(portal)) as site:
            assert f"{site.absolute_url()}/pst" == expected
            path = (*site.getPhysicalPath(), "pst")
            assert getRequest().physicalPathToURL(path) == expected
    finally:
        setSite(portal)
