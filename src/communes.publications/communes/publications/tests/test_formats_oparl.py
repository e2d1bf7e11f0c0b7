"""OParl 1.1 as a client walks it: from the System to each object, and what changed."""

from communes.core.testing.stranger import Client
from communes.core.testing.stranger import open_to_all
from communes.publications.domain.formats.oparl import TYPE
from communes.publications.tests import example
from communes.publications.tests.client import STANDARDS
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
import json
from jsonschema import Draft4Validator
from plone import api
import pytest
import transaction


LISTS = {
    "organization": 1,
    "person": 4,
    "meeting": 1,
    "paper": 1,
    "agendaItem": 2,
    "consultation": 1,
    "file": 1,
    "locationList": 1,
    "legislativeTermList": 0,
    "membership": 4,
}
LONG_AGO = "2020-01-01T00:00:00+01:00"


class OParlClient(Client):
    """Walks the service and holds every object against its schema."""

    def json(self, url, **headers):
        found = self(url, **headers)
        assert found.status == 200, (url, found.text[:300])
        assert found.headers["content-type"] == "application/json"
        return json.loads(found.body)

    def object(self, url):
        found = self.json(url)
        assert found["id"] == url
        self.check(found)
        return found

    def check(self, found):
        name = found["type"].removeprefix(f"{TYPE}/")
        if not found.get("deleted"):
            schema = json.loads((STANDARDS / f"oparl/{name}.json").read_text())
            Draft4Validator(schema).validate(found)
        assert {"id", "type", "created", "modified"} <= set(found) or name == "System"

    def every(self, url):
        """Return the objects of a list, page after page."""
        found = []
        while url:
            page = self.json(url)
            assert {"data", "pagination", "links"} <= set(page)
            found += page["data"]
            url = page["links"].get("next")
        return found


@pytest.fixture
def portal(served):
    site = served["portal"]
    open_to_all()
    make_institution(site)
    receive(site, example.meeting())
    transaction.commit()
    return site


@pytest.fixture
def client(served, portal):
    return OParlClient(f"http://{served['host']}:{served['port']}/plone")


@pytest.fixture
def body(client):
    system = client.object(f"{client.site}/oparl/1.1/system")
    (found,) = client.every(system["body"])
    return client.object(found["id"])


def test_every_object_of_every_list_stands_alone_and_follows_its_schema(client, body):
    for name, count in LISTS.items():
        found = client.every(body[name])
        assert len(found) == count, name
        for one in found:
            client.check(one)
            assert client.object(one["id"]) == one
            assert client.json(one["id"], Accept="application/json") == one


def test_references_lead_to_objects(client, body):
    (meeting,) = client.every(body["meeting"])
    for url in (*meeting["organization"], *meeting["participant"]):
        client.object(url)
    (organization,) = client.every(body["organization"])
    assert client.every(organization["meeting"]) == [meeting]
    item = meeting["agendaItem"][0]
    consultation = client.object(item["consultation"])
    assert client.object(consultation["paper"])["name"] == item["name"]
    assert client.object(consultation["agendaItem"])["id"] == item["id"]
    (vote,) = item["wallonie:vote"]
    for voter in vote["voters"]:
        assert client.object(voter["person"])["name"] == voter["name"]
    (file,) = client.every(body["file"])
    assert client(file["accessUrl"]).body == example.PDF


def test_who_synchronises_is_told_what_went(client, body, portal):
    receive(portal, example.meeting(version=3, items=[example.withdrawn("1")]))
    transaction.commit()
    assert client.every(body["paper"]) == []
    gone = client.every(f"{body['paper']}?modified_since={LONG_AGO}")
    assert {one["id"][-1]: one["deleted"] for one in gone} == {"1": True, "3": True}
    (told,) = (one for one in gone if one["id"].endswith("/1"))
    assert "erreur" in told["wallonie:reason"] and "name" not in told
    assert client.object(told["id"])["deleted"] is True
    since = told["modified"].replace("+", "%2B")
    assert len(client.every(f"{body['paper']}?modified_since={since}")) == 2
    later = "2099-01-01T00:00:00%2B01:00"
    assert client.every(f"{body['meeting']}?modified_since={later}") == []
    assert client.every(f"{body['person']}?created_until={LONG_AGO}") == []


def test_a_meeting_that_is_shown_no_more_leaves_its_stone(client, body, portal):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(meeting_of(portal), "back_to_private")
    transaction.commit()
    assert client.every(body["meeting"]) == []
    (stone,) = client.every(f"{body['meeting']}?modified_since={LONG_AGO}")
    assert set(stone) == {"id", "type", "created", "modified", "deleted"}
    assert client.object(stone["id"]) == stone
    assert client.every(body["person"]) == []


def test_pages_follow_each_other_and_keep_the_filter(client, body, portal):
    for number in range(10, 25):
        id = f"99901/conseil/2026/{number}"
        item = example.item(id=f"{id}/1", annexes=[])
        receive(portal, example.meeting(id=id, items=[item]))
    transaction.commit()
    url = f"{body['meeting']}?created_since={LONG_AGO}&omit_internal=true"
    first = client.json(url)
    assert len(first["data"]) == 10 and first["pagination"]["totalPages"] == 2
    assert "omit_internal=true" in first["links"]["next"]
    assert "agendaItem" not in first["data"][0]
    ids = [one["id"] for one in client.every(url)]
    assert len(ids) == len(set(ids)) == 16


def test_what_can_not_be_read_is_an_error_of_oparl(client, body):
    for query in ("modified_since=hier", "page=0", "created_until=2026-01-01"):
        found = client(f"{body['paper']}?{query}")
        assert found.status == 400
        assert json.loads(found.body)["type"] == f"{TYPE}/Error"
    nis = body["id"]
    for path in (
        "x",
        "papers/conseil",
        "papers/conseil/2026/9/99",
        "papers/a/b/c/d/e",
        "people/Personne",
        "organizations/college",
        "meetings/college",
    ):
        assert client(f"{nis}/{path}").status == 404, path
    for path in ("oparl", "oparl/1.0/system", "oparl/1.1", "oparl/1.1/99999"):
        assert client(path).status == 404, path
