"""The legality advice is signed by the way the assembly chose, never in its stead."""

from communes.core.access.errors import MayNot
from communes.core.signature import api as room
from communes.deliberations.api import advice as reading
from communes.deliberations.api import advising as writing
from communes.deliberations.api.advice_document import generate_advice
from communes.deliberations.domain.advices.errors import AdviceRefused
from communes.deliberations.domain.advices.steps import AdviceStep
from communes.deliberations.exceptions import UnknownDocument
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.tests.advising import course
from communes.deliberations.tests.advising import only
from communes.deliberations.tests.advising import POSITIVE
from dataclasses import replace
import pytest


SIGNED = b"%PDF-1.7 signed"
TWO_STEPS = replace(advising.FULL, steps=("manager", "signed"))
DIRECTOR = "directrice-financiere"


class OwnKey:
    """A way to sign in our pages, whose worker the test plays."""

    personal, scanned = True, False

    def problems(self, signatories):
        return ()

    def first_work(self):
        return ""


@pytest.fixture
def advice(town, monkeypatch):
    """Return a legality advice, written, that waits for the director's signature."""
    monkeypatch.setattr(room, "adapter", lambda name: OwnKey())
    settings = replace(advising.SETTINGS, rules=(TWO_STEPS,), sign_way="local")
    advising.found(settings)
    advising.join(DIRECTOR, "finances", "advicemanagers")
    item = advising.proposed()
    with builders.as_user(DIRECTOR):
        writing.write_advice(only(item), POSITIVE)
        writing.act_on_advice(only(item), "sign")
    return only(item)


def refusal(act, *given):
    with builders.as_user(DIRECTOR), pytest.raises(AdviceRefused) as refused:
        act(*given)
    return [one.code for one in refused.value.reasons]


def test_what_is_at_the_signature_is_neither_changed_nor_given(advice):
    (request,) = room.requests_of(advice)
    assert (request.kind, request.places[0].mark) == ("advice", "asked")
    assert request.places[0].signatory.user == DIRECTOR
    assert course(advice.aq_parent).signing
    changed = {"kind": "negative"}
    assert refusal(writing.write_advice, advice, changed) == ["advice_being_signed"]
    assert refusal(writing.act_on_advice, advice, "sign") == ["advice_being_signed"]
    with builders.as_user(DIRECTOR), pytest.raises(UnknownDocument):
        generate_advice(advice, "signed")


def test_the_signature_moves_the_advice_on_and_its_file_is_given_out(advice):
    (request,) = room.requests_of(advice)
    room.confirm(advice, request.id, DIRECTOR, SIGNED)
    held = course(advice.aq_parent)
    assert (held.step, held.signed_by) == (AdviceStep.SIGNED, DIRECTOR)
    assert held.happenings[-1].by == DIRECTOR
    changed = {"kind": "negative"}
    assert refusal(writing.write_advice, advice, changed) == ["advice_is_signed"]
    with builders.as_user(DIRECTOR):
        assert generate_advice(advice, "signed").data == SIGNED
        writing.act_on_advice(advice, "give")
    assert course(advice.aq_parent).given


def test_a_refused_signature_opens_the_advice_again_with_the_reason(advice):
    (request,) = room.requests_of(advice)
    room.refuse(advice, request.id, DIRECTOR, "Carte expirée.")
    held = course(advice.aq_parent)
    assert (held.signing, held.signed_on) == (False, None)
    assert held.happenings[-1].comment == "Carte expirée."
    with builders.as_user(DIRECTOR):
        assert reading.advice(advice).may_write
        writing.act_on_advice(advice, "sign")
    assert len(room.requests_of(advice)) == 2


def test_a_signed_file_is_read_by_those_who_read_the_advice_only(advice):
    (request,) = room.requests_of(advice)
    room.confirm(advice, request.id, DIRECTOR, SIGNED)
    for account in ("conseiller", "agent-sans-groupe"):
        with builders.as_user(account), pytest.raises(MayNot):
            generate_advice(advice, "signed")
