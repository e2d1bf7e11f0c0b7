"""How far an element is: computed, or said by a person who gives the reason."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.pst.domain.choices import Basis
from communes.pst.domain.deadline import deepest_first
from communes.pst.domain.deadline import is_stopped
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import Override
from communes.pst.domain.element import Steered
from communes.pst.domain.element import Task
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import Programme
from communes.pst.domain.standing import reached
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import TaskState
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from math import lcm
from types import MappingProxyType


# A task is begun or done; how far it is in between, nobody measures.
TASK_PROGRESS: Mapping[str, Fraction] = MappingProxyType(
    {
        TaskState.IN_PROGRESS.value: Fraction(1, 2),
        TaskState.REALIZED.value: Fraction(1),
        TaskState.CLOSED.value: Fraction(1),
    }
)


_NOTHING = Fraction(0)


class Origin(StrEnum):
    """What a progress was taken from.

    ``GIVEN_UP``: all that stood below was stopped; it weighs on nothing any more.
    """

    OVERRIDE = "override"
    STATE = "state"
    CHILDREN = "children"
    INDICATORS = "indicators"
    TYPED = "typed"
    GIVEN_UP = "given_up"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Progress:
    """How far an element is.

    :param exact: from 0 to 1.
    :param origin: what it was taken from.
    :param computed: what it would be without the override; None without one.
    :param reason: why a person says otherwise; empty without an override.
    """

    exact: Fraction
    origin: Origin
    computed: Fraction | None = None
    reason: str = ""

    @property
    def percent(self) -> int:
        """The progress as shown; 0 and 100 only for nothing and everything."""
        return shown_percent(self.exact)


def shown_percent(exact: Fraction) -> int:
    """Return a part of one in whole percents, half rounded up, 1 to 99 in between."""
    if exact <= 0:
        return 0
    if exact >= 1:
        return 100
    return min(max(int(exact * 100 + Fraction(1, 2)), 1), 99)


def check_override(override: Override) -> None:
    """Refuse a progress that is out of range, or said without its reason.

    :raises InvalidValue: at the field ``progress`` or ``reason``.
    """
    if not 0 <= override.progress <= 100:
        raise InvalidValue(
            field="progress", value=override.progress, expected="de 0 à 100"
        )
    if not override.reason.strip():
        raise InvalidValue(
            field="reason",
            value="",
            expected="dites pourquoi l'avancement diffère de celui qui est calculé",
        )


def progresses(tree: Programme, today: date) -> Mapping[str, Progress]:
    """Return the progress of every element by id, links like what they show.

    An override wins; a finished action is complete; else the element's ``basis``
    says what counts. Children count by their weight; a stopped one does not count.
    ``Basis.AUTO``: children, else indicators, else what was typed.
    """
    found: dict[str, Progress] = {}
    for element in deepest_first(tree):
        found[element.id] = _progress(tree, element, found, today)
    for id in tree.elements:
        if id not in found:
            found[id] = found[shown(tree, id)]
    return found


def total(tree: Programme, found: Mapping[str, Progress]) -> Fraction:
    """Return the progress of the whole plan, from 0 to 1."""
    return _weighted(_counted(tree, "", found)) or Fraction(0)


def _progress(
    tree: Programme, element: Element, found: Mapping[str, Progress], today: date
) -> Progress:
    computed = _computed(tree, element, found, today)
    override = element.override if isinstance(element, Steered) else None
    if override is None:
        return computed
    return Progress(
        Fraction(override.progress, 100),
        Origin.OVERRIDE,
        computed.exact,
        override.reason,
    )


def _computed(
    tree: Programme, element: Element, found: Mapping[str, Progress], today: date
) -> Progress:
    if isinstance(element, Action) and element.state == ActionState.TERMINATED:
        return Progress(Fraction(1), Origin.STATE)
    if isinstance(element, Task):
        done = TASK_PROGRESS.get(element.state, _NOTHING)
        # A task that is done is done, whatever the tasks under it say.
        if done == 1 or not tree.children(element.id):
            return Progress(done, Origin.STATE)
    basis = element.basis if isinstance(element, Steered) else Basis.AUTO
    if basis in (Basis.AUTO, Basis.CHILDREN):
        exact = _weighted(_counted(tree, element.id, found))
        if exact is not None:
            return Progress(exact, Origin.CHILDREN)
    if basis in (Basis.AUTO, Basis.INDICATORS) and isinstance(element, Steered):
        exact = _weighted(
            (one.weight, ratio)
            for one in element.indicators
            if (ratio := reached(one, today)) is not None
        )
        if exact is not None:
            return Progress(exact, Origin.INDICATORS)
    if basis in (Basis.AUTO, Basis.TYPED) and isinstance(element, Action):
        return Progress(_hundredths(element.progress), Origin.TYPED)
    held = tree.children(element.id)
    given_up = held and all(_is_given_up(tree, one, found) for one in held)
    return Progress(Fraction(0), Origin.GIVEN_UP if given_up else Origin.NOTHING)


def _is_given_up(
    tree: Programme, child: Element, found: Mapping[str, Progress]
) -> bool:
    target = tree.element(shown(tree, child.id))
    return is_stopped(target) or found[target.id].origin is Origin.GIVEN_UP


def _counted(
    tree: Programme, id: str, found: Mapping[str, Progress]
) -> Iterator[tuple[Decimal, Fraction]]:
    for child in tree.children(id):
        if _is_given_up(tree, child, found):
            continue
        target = tree.element(shown(tree, child.id))
        weight = target.weight if isinstance(target, Steered | Task) else Decimal(1)
        yield weight, found[target.id].exact


def _weighted(pairs: Iterable[tuple[Decimal, Fraction]]) -> Fraction | None:
    """Return the mean; None when nothing weighs. One fraction is made, at the end."""
    rows = [
        (*weight.as_integer_ratio(), value.numerator, value.denominator)
        for weight, value in pairs
        if weight > 0
    ]
    if not rows:
        return None
    weights = lcm(*(below for _, below, _, _ in rows))
    scale = lcm(*(below * under for _, below, _, under in rows))
    whole = sum(above * (weights // below) for above, below, _, _ in rows)
    value = sum(
        above * over * (scale // (below * under)) for above, below, over, under in rows
    )
    return Fraction(value * weights, scale * whole)


@cache
def _hundredths(percent: int) -> Fraction:
    return Fraction(percent, 100)
