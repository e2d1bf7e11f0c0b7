"""Whether enough members are in the room for the assembly to decide."""

from communes.deliberations.domain.choices import QuorumRule
from communes.deliberations.domain.law import LegalRule
from dataclasses import dataclass


@dataclass(frozen=True)
class Quorum:
    """How many are there, how many are needed, and what follows, as a sentence."""

    present: int
    required: int
    reached: bool
    sentence: str


def quorum(
    rule: str,
    law: LegalRule | None,
    present: int,
    in_office: int,
    call: int = 1,
    listed: int | None = None,
) -> Quorum:
    """Return the quorum of ``present`` voting members out of ``in_office``.

    ``rule`` is the assembly's setting, ``law`` the dated rule ``quorum`` of its
    organ, ``call`` says how many times the assembly was convened for it: the law may
    lift the requirement from a call on (CDLD L1122-17: the third), for the items that
    were ``listed`` as often; None: for the opening, where no item is meant.
    """
    if rule == QuorumRule.NONE or law is None:
        return Quorum(present, 0, True, "Aucun quorum n'est requis.")
    exempt = law.exempt_from_call
    if exempt and call >= exempt and (listed is None or listed >= exempt):
        return Quorum(
            present,
            0,
            True,
            f"Aucun quorum n'est requis à la {call}e convocation ({law.article}).",
        )
    required = law.least(in_office)
    reached = present >= required
    verb = "est atteint" if reached else "n'est pas atteint"
    return Quorum(
        present,
        required,
        reached,
        f"Le quorum {verb} : {present} membres présents sur {in_office} en "
        f"fonction, {required} requis ({law.article}).",
    )
