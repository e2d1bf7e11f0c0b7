"""The back office and we say the same things in other words."""

from communes.exchange.messages.schema import check_body
from communes.exchange.partners.backoffice.domain.translate import from_change
from communes.exchange.partners.backoffice.domain.translate import from_commitment
from communes.exchange.partners.backoffice.domain.translate import sequence_of
from communes.exchange.partners.backoffice.domain.translate import subject_of
from communes.exchange.partners.backoffice.domain.translate import to_commitment
from communes.exchange.partners.domain.errors import NotUnderstood
from communes.exchange.partners.kinds import COMMITMENT
from communes.exchange.partners.kinds import COMMITMENT_REQUEST
from communes.exchange.partners.kinds import PartnerMessages
from communes.exchange.partners.kinds import PERSON_CHANGED
import pytest


KINDS = {one.name: one for one in PartnerMessages.kinds}
MOVED = {
    "Seq": 12,
    "Type": "CHG_ADR",
    "Matricule": "P-004217",
    "Nom": "Lambert",
    "Prenom": "Odile",
    "DateEffet": "20/11/2026",
    "Adresse": {"Rue": "Rue du Moulin", "Num": "4", "Bte": "", "CP": "5999"},
}


@pytest.mark.parametrize("kind", PartnerMessages.kinds, ids=lambda kind: kind.name)
def test_every_example_follows_its_schema(kind):
    check_body(kind, kind.example)


def test_a_request_of_commitment_is_said_in_their_fields():
    told = to_commitment("m1", KINDS[COMMITMENT_REQUEST].example)
    assert told == {
        "RefExterne": "m1",
        "Exercice": 2026,
        "Article": "421/731-60",
        "Montant": "184500,00",
        "Libelle": "Réfection de la rue du Moulin",
        "DateDecision": "23/11/2026",
        "Organe": "COLLEGE",
        "Tiers": "0999999922",
    }


def test_their_number_is_said_in_our_words():
    said = {"NumEngagement": "2026/004512", "DateEngagement": "24/11/2026"}
    body = from_commitment("r", said)
    check_body(KINDS[COMMITMENT], body)
    assert (body["number"], body["committed_on"]) == ("2026/004512", "2026-11-24")


def test_a_mutation_is_said_in_our_words():
    body = from_change(MOVED)
    check_body(KINDS[PERSON_CHANGED], body)
    assert body["change"] == "moved"
    assert body["address"] == {
        "street": "Rue du Moulin",
        "number": "4",
        "postal_code": "5999",
    }
    assert (sequence_of(MOVED), subject_of(MOVED)) == (12, "person:P-004217")


@pytest.mark.parametrize(
    ("field", "value"),
    [("Type", "XYZ"), ("DateEffet", "2026-11-20"), ("Nom", " "), ("Matricule", None)],
)
def test_what_they_say_otherwise_is_not_understood(field, value):
    with pytest.raises(NotUnderstood) as caught:
        from_change({**MOVED, field: value})
    assert str(value or field).strip() in str(caught.value)


@pytest.mark.parametrize("number", [None, "12", 0, True])
def test_a_mutation_without_a_number_can_not_be_put_in_order(number):
    with pytest.raises(NotUnderstood):
        sequence_of({**MOVED, "Seq": number})
