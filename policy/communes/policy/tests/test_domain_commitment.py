"""What a decision asks of the accounts."""

from communes.exchange.messages.schema import check_body
from communes.exchange.partners.kinds import COMMITMENT_REQUEST
from communes.exchange.partners.kinds import PartnerMessages
from communes.policy.domain.commitment import request_of
from communes.policy.domain.commitment import Spending
from dataclasses import replace
from datetime import date
from decimal import Decimal
import pytest


ROOF = Spending(
    reference="99901/college/2026/44/12",
    label="École de Sart-Valmont – Toiture",
    organ="college",
    decided_on=date(2026, 11, 23),
    amount=Decimal("133560"),
    article="722/724-60 (projet 20260012)",
    year=None,
)


def test_a_spending_is_asked_in_the_words_of_the_message():
    body = request_of(ROOF)
    (kind,) = [one for one in PartnerMessages.kinds if one.name == COMMITMENT_REQUEST]
    check_body(kind, body)
    assert (body["article"], body["amount"]) == ("722/724-60", "133560.00")
    assert (body["year"], body["decided_by"]) == (2026, "college")


def test_the_year_the_decision_names_is_followed():
    assert request_of(replace(ROOF, year=2027))["year"] == 2027


@pytest.mark.parametrize(
    "change",
    [
        {"amount": None},
        {"amount": Decimal("-1500")},
        {"amount": Decimal(0)},
        {"article": ""},
        {"article": "à créer en modification budgétaire"},
        {"article": "9722/724-6012"},
        {"organ": "assemblee_generale"},
    ],
)
def test_what_only_people_can_settle_is_not_asked(change):
    assert request_of(replace(ROOF, **change)) is None
