"""A program of an institution looks at what waits and decides, as its pages do."""

from communes.core.shell.interfaces import IShellSettings
from communes.core.testing.program import PASSWORD
from communes.core.testing.program import Program as AnyProgram
from communes.publications.tests import example
from communes.publications.tests.portal import make_institution
from communes.publications.tests.portal import meeting_of
from communes.publications.tests.portal import receive
from plone import api
import pytest
import transaction


NOUN = "@publications-reception"


class Program(AnyProgram):
    """Its examples are those of the publications."""

    solution = "publications"


@pytest.fixture
def meeting(functional):
    portal = functional["portal"]
    record = f"{IShellSettings.__identifier__}.audience"
    api.portal.set_registry_record(record, "public")
    made = make_institution(portal, asks_first=True)
    with api.env.adopt_roles(["Manager"]):
        for name in ("relectrice", "passant"):
            api.user.create(f"{name}@example.be", name, PASSWORD)
        api.user.grant_roles(username="relectrice", roles=["DecisionManager"], obj=made)
        made.reindexObjectSecurity()
    receive(portal, example.meeting())
    transaction.commit()
    return meeting_of(portal)


def test_a_program_lets_through_and_takes_off(functional, meeting):
    manager = Program(functional, "relectrice")
    status, found = manager.get("@publications-waiting")
    manager.example("waiting-get")
    assert (status, found["items_total"]) == (200, 1)
    url = f"{found['items'][0]['@id']}/{NOUN}"
    status, found = manager.get(url)
    manager.example("reception-get")
    assert status == 200 and found["state"] == "private"
    assert [one["kind"] for one in found["waiting"]["items"]] == ["new"] * 3

    chosen = {"act": "accept", "items": [f"{example.MEETING}/1"]}
    status, found = manager.post(url, chosen)
    manager.example("reception-accept")
    assert (status, found["state"]) == (200, "decision")
    assert found["waiting"] is not None
    assert manager.post(url, {"act": "accept"})[1]["waiting"] is None
    status, refused = manager.post(url, {"act": "turn_back", "reason": "x"})
    manager.example("reception-refused")
    assert (status, refused["error"]["code"]) == (422, "nothing_waits")

    off = {"act": "step", "step": "back_to_private", "reason": "Erreur"}
    assert manager.post(url, off)[1]["state"] == "private"
    assert Program(functional).get(example.MEETING)[0] in (302, 401, 404)


@pytest.mark.parametrize(
    "wrong", [{"act": "x"}, {"act": "accept", "items": "1"}, {"autre": 1}, {}]
)
def test_what_can_not_be_read_is_a_bad_request(functional, meeting, wrong):
    manager = Program(functional, "relectrice")
    assert manager.post(f"{meeting.absolute_url()}/{NOUN}", wrong)[0] == 400


def test_nobody_else_learns_what_waits(functional, meeting):
    url = f"{meeting.absolute_url()}/{NOUN}"
    for other in (Program(functional), Program(functional, "passant")):
        assert other.get(url)[0] in (401, 403, 404)
        assert other.post(url, {"act": "accept"})[0] in (401, 403, 404)
        assert other.get("@publications-waiting")[1]["items"] == []
