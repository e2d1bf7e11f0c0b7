"""Numbers of a public programme in words."""

from communes.pst.api.citizens import PublicProgramme
from communes.pst.domain.public import PublicIndicator
from communes.pst.i18n import _
from decimal import Decimal


_COUNTED = (
    (
        "strategicobjective",
        _("public_one_strategic", default="objectif stratégique"),
        _("public_many_strategic", default="objectifs stratégiques"),
    ),
    (
        "operationalobjective",
        _("public_one_operational", default="objectif opérationnel"),
        _("public_many_operational", default="objectifs opérationnels"),
    ),
    (
        "pstaction",
        _("public_one_action", default="action"),
        _("public_many_actions", default="actions"),
    ),
)


def counts(found: PublicProgramme) -> list[tuple[int, str]]:
    """Return how many objectives and actions there are, each with its noun."""
    kinds = [one.kind.value for one in found.elements]
    rows = ((kinds.count(kind), one, many) for kind, one, many in _COUNTED)
    return [
        (number, many if number > 1 else one) for number, one, many in rows if number
    ]


def years_of(indicator: PublicIndicator) -> list[tuple[int, str, str]]:
    """Return (year, target, reached) of an indicator, empty where nothing is known."""
    unit = indicator.unit
    return [
        (year, _figure(target, unit), _figure(value, unit))
        for year, target, value in indicator.years
    ]


def _figure(value: Decimal | None, unit: str) -> str:
    return "" if value is None else f"{value:f} {unit}".strip().replace(".", ",", 1)
