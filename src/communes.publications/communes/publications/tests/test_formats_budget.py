"""What an answer may cost, and whom it asks: for 304 nothing of it is read."""

from communes.core.rights.storage import marks_of
from communes.publications.domain.formats.negotiation import Form
from communes.publications.open_data import api as door
from communes.publications.open_data import oparl_service
from communes.publications.tests import example
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
import json
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction


BASE = "https://decisions.example.be"


def published(portal, count):
    """Have an institution publish meetings; return them, all put to sleep."""
    ids = [f"99901/conseil/2026/{number}" for number in range(1, count + 1)]
    for id in ids:
        item = example.item(id=f"{id}/1", annexes=[])
        receive(portal, example.meeting(id=id, items=[item]))
    processQueue()
    transaction.savepoint()
    found = [meeting_of(portal, id) for id in ids]
    portal._p_jar.cacheMinimize()
    return found


def awake(objects):
    return [one for one in objects if one._p_changed is not None]


@pytest.fixture
def asked(monkeypatch):
    """Count the questions to the catalogue."""
    found = []
    search = CatalogTool.unrestrictedSearchResults

    def noted(self, *args, **query):
        found.append(query)
        return search(self, *args, **query)

    monkeypatch.setattr(CatalogTool, "unrestrictedSearchResults", noted)
    return found


@pytest.mark.parametrize("count", [2, 12])
def test_validators_of_lists_wake_no_meeting(portal, asked, count):
    make_institution(portal)
    meetings = published(portal, count)
    institution = portal["99901"]
    for form in (Form.CSV, Form.ATOM, Form.ICS, Form.JSONLD):
        before = len(asked)
        assert door.represent(institution, form, BASE).etag
        assert len(asked) - before == 1
    for path in (("99901", "papers"), ("99901", "people"), ("bodies",), ("system",)):
        assert door.oparl(portal, path, {}, BASE).etag
    assert door.sitemap(institution, 1, BASE).etag
    assert door.catalogue(portal, Form.TURTLE, BASE).etag
    assert awake(meetings) == []


def test_the_validator_of_one_thing_reads_no_projection(portal, asked):
    make_institution(portal)
    (meeting,) = published(portal, 1)
    kept = meeting.projections
    portal._p_jar.cacheMinimize()
    for obj in (meeting, meeting["1"]):
        assert door.represent(obj, Form.JSONLD, BASE).etag
    assert kept._p_changed is None
    assert asked == []


def test_a_page_of_oparl_reads_its_own_meetings_only(portal, asked):
    make_institution(portal)
    meetings = published(portal, 12)
    page = door.oparl(portal, ("99901", "papers"), {}, BASE)
    found = json.loads(page.body())
    assert len(found["data"]) == oparl_service.MEETINGS_A_PAGE
    assert len(awake(meetings)) == oparl_service.MEETINGS_A_PAGE
    assert len(asked) == 1


def test_catalogue_and_site_maps_wake_no_meeting(portal):
    make_institution(portal)
    meetings = published(portal, 3)
    for made in (
        door.catalogue(portal, Form.JSONLD, BASE),
        door.sitemap(portal["99901"], 1, BASE),
    ):
        assert made.body()
    assert door.sitemaps(portal, BASE)
    assert awake(meetings) == []


def test_what_the_catalogue_does_not_know_yet_to_be_hidden_is_not_listed(portal):
    make_institution(portal)
    first, _second = published(portal, 2)
    # Its rights have changed; the worker has still to tell the catalogue.
    first.manage_permission("View", ["Manager"], acquire=False)
    marks_of(portal).put(("/".join(first.getPhysicalPath()), "", "token"), 0.0)
    text = door.represent(portal["99901"], Form.CSV, BASE).body().decode()
    assert "conseil/2026/2/1" in text and "conseil/2026/1/1" not in text
    papers = door.oparl(portal, ("99901", "papers"), {}, BASE).body().decode()
    assert "conseil/2026/1" not in papers
