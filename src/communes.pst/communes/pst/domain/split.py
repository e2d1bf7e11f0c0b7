"""An amount shared between several places: to the cent, and nothing lost."""

from collections.abc import Sequence
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from communes.pst.domain.element import Action
from communes.pst.domain.errors import because
from communes.pst.domain.errors import I18N_DOMAIN
from communes.pst.domain.money import CENT
from communes.pst.domain.money import Share
from communes.pst.domain.placement import places
from communes.pst.domain.programme import Programme
from decimal import Decimal
from fractions import Fraction


WHOLE = Decimal(100)


class SplitRefused(RuleRefused):
    """The shares of a budget do not fit its places; the reasons say what is wrong."""

    code = "split_refused"
    template = "La répartition du budget n'est pas valable."
    i18n_domain = I18N_DOMAIN


def divided(
    amount: Decimal, parts: Sequence[Decimal], unit: Decimal = CENT
) -> tuple[Decimal, ...]:
    """Return ``amount`` shared in proportion of ``parts``, in whole ``unit``s.

    What rounding leaves over goes, unit by unit, to the largest remainders (the
    first of equals first), so that the result always makes ``amount`` exactly.

    :raises ValueError: a part is negative, none is positive, or ``amount`` is not a
        whole number of units.
    """
    whole = sum(parts, Decimal(0))
    units = Fraction(amount) / Fraction(unit)
    if any(part < 0 for part in parts) or whole <= 0 or units.denominator != 1:
        raise ValueError((amount, parts, unit))
    exact = [abs(units) * Fraction(part) / Fraction(whole) for part in parts]
    floors = [int(one) for one in exact]
    left = int(abs(units)) - sum(floors)
    ranked = sorted(
        range(len(parts)), key=lambda index: (floors[index] - exact[index], index)
    )
    for index in ranked[:left]:
        floors[index] += 1
    sign = -1 if units < 0 else 1
    return tuple(Decimal(sign * count) * unit for count in floors)


def shares(tree: Programme, action: Action) -> tuple[Share, ...]:
    """Return the shares of an action at each of its places, home first.

    Without a split, everything counts at home. A split that no longer fits its
    places (a link was added or removed since) counts in proportion of what is left.
    """
    here = places(tree, action.id)
    known = {share.place: share.percent for share in action.split}
    parts = [known.get(place, Decimal(0)) for place in here]
    if sum(parts) <= 0:
        parts = [WHOLE, *(Decimal(0) for _ in here[1:])]
    if sum(parts) != WHOLE:
        parts = list(divided(WHOLE, parts))
    return tuple(
        Share(place, percent) for place, percent in zip(here, parts, strict=True)
    )


def even_split(tree: Programme, id: str) -> tuple[Share, ...]:
    """Return equal shares for all places of an action, to the hundredth of percent."""
    here = places(tree, id)
    parts = divided(WHOLE, [Decimal(1)] * len(here))
    return tuple(
        Share(place, percent) for place, percent in zip(here, parts, strict=True)
    )


def split_obstacles(
    tree: Programme, id: str, split: Sequence[Share]
) -> tuple[Reason, ...]:
    """Return what is wrong with the shares of an action; no share at all is right."""
    if not split:
        return ()
    here = set(places(tree, id))
    found: list[Reason] = []
    named = [share.place for share in split]
    if any(not 0 <= share.percent <= WHOLE for share in split):
        found.append(because("share_out_of_range", "Une part va de 0 à 100 %."))
    if len(set(named)) < len(named):
        found.append(
            because("share_twice", "Un même endroit a deux parts : gardez-en une.")
        )
    for place in sorted(set(named) - here):
        found.append(
            because(
                "share_elsewhere",
                "« ${place} » n'est pas un endroit où cette action se trouve.",
                place=place,
            )
        )
    total = sum((share.percent for share in split), Decimal(0))
    if total != WHOLE:
        found.append(
            because(
                "shares_do_not_make_100",
                "Les parts font ${total} % au lieu de 100 % : corrigez-les.",
                total=format(total.normalize(), "f").replace(".", ","),
            )
        )
    return tuple(found)


def check_split(tree: Programme, id: str, split: Sequence[Share]) -> None:
    """Refuse shares that do not make 100 % of the places of the action.

    :raises SplitRefused: at the field ``split``, with a reason for each fault.
    """
    reasons = split_obstacles(tree, id, split)
    if reasons:
        raise SplitRefused(*reasons, field="split")
