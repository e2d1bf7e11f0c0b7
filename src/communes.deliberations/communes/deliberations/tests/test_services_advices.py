"""Advices by REST: asked, written, given; nothing of a hidden or confidential one."""

from communes.deliberations.api import advising as writing
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.tests.rest import Program
from dataclasses import replace
from datetime import datetime
import pytest
import re


NOUN = "@deliberations-advices"
SECRET = "Le fournisseur est insolvable."


@pytest.fixture(autouse=True)
def monday(monkeypatch):
    """Let the examples be those of one day."""
    advising.it_is(monkeypatch, datetime(2026, 11, 23, 9, 0))


@pytest.fixture
def item(town_web):
    advising.found()
    return advising.proposed()


def url_of(item):
    (advice,) = advices_of(item)
    return f"{advice.absolute_url()}/{NOUN}"


def test_an_advice_is_written_and_given(item, town_web):
    df = Program(town_web, "directeur-financier")
    status, answer = df.get(f"{item.absolute_url()}/{NOUN}")
    df.example("advices-get")
    assert status == 200
    (seen,) = answer["items"]
    assert (seen["standing"], seen["may_write"]) == ("not_given", True)
    given = {
        "kind": "positive_with_remarks",
        "motivation": "<p>Les crédits sont inscrits à l'article 421/731-60.</p>",
        "reference": "DF/2026/118",
        "act": "give",
        "revision": seen["revision"],
    }
    status, answer = df.patch(url_of(item), given)
    df.example("advices-patch")
    assert (status, answer["standing"]) == (200, "given")
    status, answer = df.patch(url_of(item), {"kind": "negative"})
    assert (status, answer["error"]["code"]) == (422, "advice_refused")
    status, answer = df.patch(url_of(item), given)
    assert status == 409


def test_an_advice_is_asked_by_the_service(town_web):
    advising.found()
    item = builders.draft()
    createur = Program(town_web, "createur")
    address = f"{item.absolute_url()}/{NOUN}"
    asked = {"adviser": "juridique", "comment": "Sur la clause de révision des prix."}
    status, answer = createur.post(address, asked)
    createur.example("advices-post")
    assert (status, answer["adviser"]) == (201, "juridique")
    status, answer = createur.post(address, {"adviser": "cabinet"})
    assert (status, answer["error"]["code"]) == (400, "unknown_adviser")
    status, _answer = createur.patch(url_of(item), {"act": "withdraw"})
    assert status == 204
    assert createur.get(address)[1]["items"] == []


def test_all_the_advices_of_a_person_are_listed_by_their_last_day(item, town_web):
    df = Program(town_web, "directeur-financier")
    address = f"{NOUN}?f.turn=valmont-finances-advisers"
    status, page = df.get(address)
    df.example("advices-list")
    assert (status, page["items_total"]) == (200, 1)
    assert page["items"][0]["item"] == item.title
    assert Program(town_web, "createur-finances").get(NOUN)[1]["items_total"] == 0


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"colour": "red"}, 400, "unknown_key"),
        ({"act": "burn"}, 400, "unknown_advice_act"),
        ({"kind": "maybe"}, 400, "unknown_advice_kind"),
        ({"act": "give"}, 422, "advice_refused"),
        ({"act": "switch", "comment": "x", "row": "y"}, 400, "unknown_advice_row"),
        ({"act": "withdraw"}, 403, "may_not"),
    ],
)
def test_a_wrong_demand_is_named(item, town_web, body, status, code):
    df = Program(town_web, "directeur-financier")
    found, answer = df.patch(url_of(item), body)
    assert (found, answer["error"]["code"]) == (status, code)


def test_who_is_not_asked_gets_nothing(item, town_web):
    for account in ("createur-finances", "juriste", "agent-sans-groupe", "conseiller"):
        program = Program(town_web, account)
        assert program.get(url_of(item))[0] in (401, 403, 404)
        assert program.patch(url_of(item), {"kind": "positive"})[0] in (401, 403, 404)
        assert program.get(f"{item.absolute_url()}/{NOUN}")[0] in (401, 403, 404)
    assert Program(town_web).get(url_of(item))[0] == 401


def test_the_service_can_not_write_the_advice(item, town_web):
    chef = Program(town_web, "chef-de-service")
    assert chef.get(url_of(item))[0] == 200
    status, answer = chef.patch(url_of(item), {"kind": "positive"})
    assert (status, answer["error"]["code"]) == (403, "may_not")
    # Nor by the address the suite of tools has for every object.
    (advice,) = advices_of(item)
    status, _answer = chef.patch(advice.absolute_url(), {"kind": "positive"})
    assert status in (401, 403, 404)


def test_a_hidden_draft_says_only_that_somebody_writes(item, town_web):
    with builders.as_user("directeur-financier"):
        (advice,) = advices_of(item)
        writing.write_advice(
            advice,
            {"motivation": f"<p>{SECRET}</p>", "hidden_while_written": True,
             "kind": "negative"},
        )  # fmt: skip
    for account in ("chef-de-service", "createur", "observateur"):
        program = Program(town_web, account)
        status, answer = program.get(f"{item.absolute_url()}/{NOUN}")
        assert status == 200
        assert answer["items"][0]["standing"] == "hidden_during_redaction"
        assert not answer["items"][0]["readable"]
        for address in (url_of(item), advice.absolute_url()):
            status, answer = program.get(address)
            assert status in (401, 403, 404)
            assert "insolvable" not in str(answer)
        everywhere = program.get(NOUN)[1]
        assert re.search("insolvable|negative", str(everywhere)) is None
    assert "insolvable" in str(
        Program(town_web, "directeur-financier").get(url_of(item))
    )


def test_a_confidential_advice_is_not_even_known_to_the_members(town_web):
    advising.found(replace(advising.SETTINGS, confidential=True))
    meeting = builders.meeting()
    item = builders.validated(**advising.DEAR)
    (advice,) = advices_of(item)
    with builders.as_user("directeur-financier"):
        writing.write_advice(
            advice, {"motivation": f"<p>{SECRET}</p>", "kind": "negative"}
        )
        writing.act_on_advice(advice, "give")
    with builders.as_user("directeur-general"):
        builders.door.present(item, meeting)
        builders.door.do_transition(meeting, "freeze")
    member = Program(town_web, "conseiller")
    status, answer = member.get(f"{item.absolute_url()}/{NOUN}")
    assert (status, answer["items"]) == (200, [])
    assert member.get(url_of(item))[0] in (401, 403, 404)
    assert member.get(NOUN)[1]["items_total"] == 0
    assert "avis-1" not in str(member.get(item.absolute_url())[1])
    for account in ("createur", "directeur-general", "directeur-financier"):
        assert "insolvable" in str(Program(town_web, account).get(url_of(item))[1])


def test_an_advice_is_given_as_a_file(item, town_web):
    df = Program(town_web, "directeur-financier")
    (advice,) = advices_of(item)
    address = f"{advice.absolute_url()}/@deliberations-documents"
    status, data = df.get(f"{address}?form=odt")
    assert (status, data[:2]) == (200, b"PK")
    assert df.get(f"{address}?form=doc")[1]["error"]["code"] == "unknown_document"
    stranger = Program(town_web, "createur-finances")
    assert stranger.get(address)[0] in (401, 403, 404)
