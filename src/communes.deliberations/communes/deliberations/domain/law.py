"""The dated rules of the law, read from the table beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
import tomllib
from types import MappingProxyType
from typing import Any


_TABLE = Path(__file__).with_name("law.toml")


class RuleId(StrEnum):
    """What the table has rules about."""

    QUORUM = "quorum"
    URGENCY = "urgency"
    CASTING_VOTE_TIES = "casting_vote_ties"
    CONVOCATION = "convocation"
    EXTRA_CONVOCATION = "extra_convocation"
    ADDITIONS = "additions"
    DRAFTS = "drafts"
    APPROVAL = "approval"
    INTEREST = "interest"
    INTERPELLATION = "interpellation"


RULE_LABELS: Mapping[RuleId, str] = MappingProxyType(
    {
        RuleId.QUORUM: "Quorum de présence",
        RuleId.URGENCY: "Majorité qui reconnaît l'urgence",
        RuleId.CASTING_VOTE_TIES: "Parité de voix répétée",
        RuleId.CONVOCATION: "Délai de la convocation",
        RuleId.EXTRA_CONVOCATION: "Délai d'une séance supplémentaire",
        RuleId.ADDITIONS: "Délai des points ajoutés par un membre",
        RuleId.DRAFTS: "Publication des projets de délibération",
        RuleId.APPROVAL: "Approbation du procès-verbal",
        RuleId.INTEREST: "Membre intéressé",
        RuleId.INTERPELLATION: "Délai d'une interpellation",
    }
)


@dataclass(frozen=True)
class LegalRule:
    """One rule of one organ over one period.

    ``share`` is a part of a whole (``strict``: more than it, else at least it);
    ``number`` is a count or a number of days, ``again`` the one of a repeated call;
    from the call ``exempt_from_call`` on (0: never), the rule no longer binds;
    ``urgency_spares``: reasoned urgency does without it; ``min_inhabitants``: it binds
    communes of that size only.
    ``verified_on`` is the day the source was read, None when it was not yet.
    """

    id: str
    organs: tuple[str, ...]
    article: str
    source: str
    starts: date
    verified_on: date | None = None
    ends: date | None = None
    share: Fraction | None = None
    strict: bool = False
    number: int = 0
    again: int = 0
    exempt_from_call: int = 0
    urgency_spares: bool = False
    min_inhabitants: int = 0

    def least(self, whole: int) -> int:
        """Return the smallest number of people that satisfies the rule."""
        share = self.share or Fraction(0)
        exact = share * whole
        least = -(-exact.numerator // exact.denominator)
        return least + 1 if self.strict and least == exact else least


@cache
def rules() -> tuple[LegalRule, ...]:
    """Return the whole table, as delivered with the suite."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["rule"]
    return tuple(_rule(row) for row in rows)


def in_force(
    id: str, organ: str, day: date, inhabitants: int | None = None
) -> LegalRule | None:
    """Return the rule ``id`` that binds ``organ`` on ``day``, or None.

    A row of the organ itself wins over one that is meant for all organs.
    ``inhabitants`` of the commune; None: a rule for larger ones binds as well.
    """
    found = [
        rule
        for rule in rules()
        if rule.id == id
        and rule.starts <= day
        and (rule.ends is None or day <= rule.ends)
        and (organ in rule.organs or "*" in rule.organs)
        and (inhabitants is None or inhabitants >= rule.min_inhabitants)
    ]
    found.sort(key=lambda rule: (organ in rule.organs, rule.starts))
    return found[-1] if found else None


def unverified(organ: str, day: date) -> tuple[LegalRule, ...]:
    """Return the rules that bind ``organ`` on ``day`` and whose text was not read.

    They rest on practice; a reading of their source gives them ``verified_on``.
    """
    ids = dict.fromkeys(rule.id for rule in rules())
    found = (in_force(id, organ, day) for id in ids)
    return tuple(one for one in found if one is not None and one.verified_on is None)


def _rule(row: Mapping[str, Any]) -> LegalRule:
    known = {
        name: value
        for name, value in row.items()
        if name not in ("numerator", "denominator", "organs")
    }
    if "numerator" in row:
        known["share"] = Fraction(row["numerator"], row["denominator"])
    return LegalRule(organs=tuple(row["organs"]), **known)
