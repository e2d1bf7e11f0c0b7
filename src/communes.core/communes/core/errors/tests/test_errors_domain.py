"""A refusal reads as a sentence, whatever fills its places."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused


def test_reason_reads_as_a_sentence():
    reason = Reason("too_late", "Le délai de ${days} jours est passé.", {"days": 7})
    assert str(reason) == "Le délai de 7 jours est passé."


def test_error_keeps_the_field_and_its_values():
    error = InvalidInput(field="amount", value="184.500.00")
    assert error.field == "amount"
    assert str(error) == "La donnée « 184.500.00 » n'est pas valable."


def test_refused_rule_says_every_reason():
    error = RuleRefused(Reason("a", "Un."), Reason("b", "Deux."))
    assert str(error) == "Un. Deux."
    assert [reason.code for reason in error.reasons] == ["a", "b"]
