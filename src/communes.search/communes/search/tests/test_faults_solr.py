"""Each trouble of Solr ends in its time, and the worker waits instead of losing."""

from communes.core.jobs.api import pending
from communes.core.jobs.drain import Drainer
from communes.core.jobs.storage import path_of
from communes.search.clients.errors import SolrSilent
from communes.search.clients.records import SolrRecords
from communes.search.indexing.document import document_of
from communes.search.indexing.processor import KIND
from communes.search.indexing.writer import send
from communes.search.settings import client_of
from communes.search.settings import URL_VARIABLE
from communes.search.testing import work_through
from communes.search.tests.faulty_solr import Fault
from communes.search.tests.faulty_solr import faulty_solr
from plone import api
import pytest
import time
import transaction
from zope.component.hooks import setSite


FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


@pytest.fixture
def faulty(site, functional, monkeypatch):
    site.portal_registry["communes.search.index_timeout_seconds"] = 1
    with faulty_solr(functional["solr_url"]) as faulty:
        monkeypatch.setenv(URL_VARIABLE, faulty.url)
        yield faulty


@pytest.mark.parametrize("fault", FAULTS)
def test_a_write_ends_in_its_time_and_says_that_solr_is_silent(site, faulty, fault):
    page = api.content.create(site, "Document", title="Voirie")
    transaction.commit()
    document = document_of(page)
    faulty.fault = fault
    started = time.monotonic()
    with pytest.raises(SolrSilent):
        send(client_of(site), [document])
    assert time.monotonic() - started < 2.2
    faulty.fault = Fault.NONE
    assert send(client_of(site), [document]) == []
    assert SolrRecords(client_of(site)).now([page.UID()], ("UID",))


@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_worker_could_not_send_waits_and_arrives(site, faulty, fault):
    work_through(site)
    page = api.content.create(site, "Document", title="Voirie")
    transaction.commit()
    faulty.fault = fault
    assert settled(site) == 0
    assert pending(site, KIND) > 0
    faulty.fault = Fault.NONE
    assert settled(site) > 0
    assert pending(site, KIND) == 0
    found = SolrRecords(client_of(site)).now([page.UID()], ("Title",))
    assert found[page.UID()]["Title"] == "Voirie"


def settled(site):
    """Let a worker that just began do what is ready, and say how much that was."""
    done = Drainer(site.getPhysicalRoot(), lambda: False).drain(path_of(site))
    setSite(site)
    return done
