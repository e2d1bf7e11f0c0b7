"""What the pages can do with regulations, programs can: with the same rules."""

from base64 import b64encode
from communes.core.shell.interfaces import IShellSettings
from communes.core.testing.program import PASSWORD
from communes.core.testing.program import Program as AnyProgram
from communes.publications.tests.papers import institution
from communes.publications.tests.papers import published
from plone import api
import pytest
import transaction


class Program(AnyProgram):
    """Its examples are those of the publications."""

    solution = "publications"


@pytest.fixture
def valmont(functional):
    portal = functional["portal"]
    record = f"{IShellSettings.__identifier__}.audience"
    api.portal.set_registry_record(record, "public")
    made = institution(portal)
    with api.env.adopt_roles(["Manager"]):
        for name, role in (("auteur", "Creator"), ("valideuse", "Manager")):
            api.user.create(f"{name}@example.be", name, PASSWORD)
            roles = [f"Publication{role}"]
            api.user.grant_roles(username=name, roles=roles, obj=made)
        made.reindexObjectSecurity()
    transaction.commit()
    return made


SENT = {
    "title": "Ordonnance de police – marché de Noël",
    "nature": "ordonnance-police-bourgmestre",
    "matter": "fetes",
    "authority": "bourgmestre",
    "decided_on": "2026-11-20",
    "text": "<p>La circulation est interdite place du Perron.</p>",
    "streets": ["Place du Perron"],
}


def test_a_program_publishes_a_regulation(functional, valmont):
    author, manager = Program(functional, "auteur"), Program(functional, "valideuse")
    anyone, url = Program(functional), valmont.absolute_url()
    status, made = author.post(f"{url}/@publications", SENT)
    assert (status, made["state"]) == (201, "private")
    place = made["@id"]
    plan = {
        "title": "Plan",
        "filename": "plan.pdf",
        "data": b64encode(b"%PDF").decode(),
    }
    status, joined = author.post(f"{place}/@publication-files", plan)
    assert (status, joined["annexes"][0]["title"]) == (200, "Plan")
    assert (
        author.ask("DELETE", f"{place}/@publication-files", {"id": "annexe-1"})[1][
            "annexes"
        ]
        == []
    )
    assert author.patch(f"{place}/@publication", {"title": "Marché de Noël"})[0] == 200
    status, steps = author.post(f"{place}/@publication-steps", {"step": "propose"})
    assert (status, steps["steps"]) == (200, [])
    assert author.post(f"{place}/@publication-steps", {"step": "publish"})[0] == 403
    assert author.patch(f"{place}/@publication", {"title": "x"})[0] in (401, 403)
    assert anyone.get(f"{place}/@publication")[0] == 401
    past = {"step": "plan", "moment": "2020-01-01T08:00"}
    assert manager.post(f"{place}/@publication-steps", past)[0] == 400
    assert manager.post(f"{place}/@publication-steps", {"step": "publish"})[0] == 200
    assert manager.post(f"{place}/@publication-steps", {"step": "plan"})[0] == 409
    status, found = anyone.get(f"{place}/@publication")
    assert (status, found["title"]) == (200, "Marché de Noël")
    assert anyone.get(f"{place}/@publication-steps")[0] == 401
    status, lines = anyone.get(f"{url}/@publications?street=place+du+perron&size=5")
    assert (lines["total"], lines["items"][0]["state"]) == (1, "published")
    assert "uid" not in lines["items"][0]
    reason = {"step": "unpublish", "reason": "Mauvaise date"}
    assert manager.post(f"{place}/@publication-steps", {"step": "unpublish"})[0] == 400
    assert manager.post(f"{place}/@publication-steps", reason)[0] == 200
    assert anyone.get(f"{place}/@publication")[0] == 401
    (line,) = anyone.get(f"{url}/@publications")[1]["items"]
    assert (line["title"], line["reason"]) == ("", "Mauvaise date")


def test_what_is_wrong_is_named(functional, valmont):
    author, url = Program(functional, "auteur"), valmont.absolute_url()
    for wrong in ({"nature": "poème"}, {"couleur": "x"}, {"decided_on": "hier"},
                  {"title": ""}, {"pdf": "x"}, {"streets": "x"}):  # fmt: skip
        status, answer = author.post(f"{url}/@publications", {**SENT, **wrong})
        assert (status, answer["error"]["type"]) == (400, "InvalidInput"), wrong
    assert Program(functional).post(f"{url}/@publications", SENT)[0] == 401
    assert author.get(f"{url}/@publications?size=1000")[0] == 400
    place = author.post(f"{url}/@publications", {**SENT, "text": ""})[1]["@id"]
    status, answer = author.post(f"{place}/@publication-steps", {"step": "propose"})
    assert (status, answer["error"]["type"]) == (422, "RuleRefused")
    for body in ({"step": "vote"}, {}, {"step": "plan", "moment": "demain"}):
        assert author.post(f"{place}/@publication-steps", body)[0] == 400
    assert author.post(f"{place}/@publication-files", {"data": "é"})[0] == 400


def test_anyone_has_a_proof_looked_at(functional, valmont):
    published(valmont)
    transaction.commit()
    anyone, url = Program(functional), functional["portal"].absolute_url()
    junk = b64encode(b"junk").decode()
    assert anyone.post(f"{url}/@publication-proofs", {"proof": junk})[0] == 400
