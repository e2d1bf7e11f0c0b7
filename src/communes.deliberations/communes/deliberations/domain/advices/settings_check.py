"""What is wrong in the advices of an assembly, beyond what one field can say."""

from collections.abc import Iterator
from communes.core.errors.domain import Reason
from communes.deliberations.domain.advices.legality import threshold_problem
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.settings import AdviserRule
from communes.deliberations.domain.errors import because
from datetime import date


def advice_faults(where: str, settings: AdviceSettings) -> Iterator[Reason]:
    """Yield the faults of the rules and the thresholds of an assembly.

    :param where: the setting, for the sentences ("conseil.advices").
    """
    heads = {rule.id for rule in settings.rules if not rule.chained_to}
    for rule in settings.rules:
        yield from _rule(f"{where}.rules.{rule.id}", rule, heads)
    for row in settings.thresholds:
        problem = threshold_problem(row)
        if problem:
            yield _wrong(f"{where}.thresholds", problem)


def _rule(where: str, rule: AdviserRule, heads: set[str]) -> Iterator[Reason]:
    if not rule.service:
        yield _wrong(where, "« service » est vide : dites qui rend l'avis")
    if rule.chained_to and rule.chained_to not in heads:
        yield _wrong(
            where, f"« chained_to » : la ligne « {rule.chained_to} » n'existe pas"
        )
    if rule.delay_days < 0:
        yield _wrong(where, "« delay_days » : un délai commence à 0")
    for name in ("starts", "ends"):
        text = getattr(rule, name)
        try:
            date.fromisoformat(text or "2000-01-01")
        except ValueError:
            yield _wrong(where, f"« {name} » : une date s'écrit 2024-09-01")


def _wrong(where: str, problem: str) -> Reason:
    return because(
        "bad_advice_setting", "${where} : ${problem}.", where=where, problem=problem
    )
