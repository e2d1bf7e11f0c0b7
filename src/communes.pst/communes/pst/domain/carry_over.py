"""What one mandate leaves to the next: unfinished actions, in the plan that follows."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from communes.pst.domain.choices import Kind
from communes.pst.domain.choices import Publication
from communes.pst.domain.deadline import is_done
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import Link
from communes.pst.domain.element import Steered
from communes.pst.domain.element import Task
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.plan import Plan
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from communes.pst.domain.reference import numbered
from communes.pst.domain.split import divided
from communes.pst.domain.split import WHOLE
from communes.pst.domain.standing import measures
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ObjectiveState
from dataclasses import replace


def unfinished(tree: Programme) -> tuple[str, ...]:
    """Return the ids of the actions that are neither finished nor stopped."""
    return tuple(one.id for one in tree.of_kind(Kind.ACTION) if not is_done(one))


def carried_over(
    tree: Programme,
    plan: Plan,
    new_id: Callable[[Element], str],
    chosen: Iterable[str] | None = None,
) -> Programme:
    """Return the programme the next mandate begins with.

    The chosen actions with what stands above and below them, under new ids, new
    numbers, and the old id as ``external_id``. What was going on is to be scheduled
    again, what is done stays behind. Money and targets of years the new plan does not
    have are left; the last measure becomes the new baseline. Nothing is public, no
    progress is corrected: the new college says so again.

    :param new_id: gives the id an element has in the new plan.
    :param chosen: ids of actions; None: all that are unfinished.
    :raises UnknownElement: a chosen action is not in the programme.
    """
    taken = set(_with_branches(tree, unfinished(tree) if chosen is None else chosen))
    for link in tree.of_kind(Kind.ACTION_LINK, Kind.SUB_ACTION_LINK):
        assert isinstance(link, Link)
        if link.target in taken and link.parent in taken:
            taken.add(link.id)
    kept = [one for one in tree.walk() if one.id in taken]
    ids = {one.id: new_id(one) for one in kept}
    return numbered(
        programme(
            replace(plan, last_number=0), [_begun(one, plan, ids) for one in kept]
        )
    )


def _with_branches(tree: Programme, chosen: Iterable[str]) -> Iterable[str]:
    for id in chosen:
        yield from (one.id for one in tree.above(id))
        yield id
        gone: set[str] = set()
        for one in tree.walk(id):
            # What stood below something done stays behind with it.
            if is_done(one) or one.parent in gone:
                gone.add(one.id)
            elif not isinstance(one, Link):
                yield one.id


def _begun(element: Element, plan: Plan, ids: Mapping[str, str]) -> Element:
    begun = replace(
        element,
        id=ids[element.id],
        parent=ids.get(element.parent, ""),
        external_id=element.id,
        number=0,
        updated_on=None,
    )
    if isinstance(begun, Link):
        return replace(begun, target=ids[begun.target])
    if isinstance(begun, Task):
        return replace(begun, due_on=None)
    if isinstance(begun, Steered):
        begun = _steered(begun, plan)
    if isinstance(begun, Action):
        return _action(begun, element.id, ids)
    return begun


def _steered(element: Steered, plan: Plan) -> Steered:
    return replace(
        element,
        state=ObjectiveState.ONGOING
        if element.state == ObjectiveState.ACHIEVED
        else element.state,
        budget=tuple(one for one in element.budget if one.year in plan.budget_years),
        articles=(),
        projections=(),
        indicators=tuple(_indicator(one, plan) for one in element.indicators),
        risks=tuple(one for one in element.risks if one.closed_on is None),
        override=None,
        publication=Publication.PRIVATE,
    )


def _indicator(indicator: Indicator, plan: Plan) -> Indicator:
    known = measures(indicator)
    return replace(
        indicator,
        baseline=known[-1].value if known else indicator.baseline,
        targets=tuple(
            one for one in indicator.targets if one.year in plan.budget_years
        ),
        measures=(),
    )


def _action(action: Action, old_id: str, ids: Mapping[str, str]) -> Action:
    again = action.state == ActionState.ONGOING
    shares = [one for one in action.split if one.place in ids and one.percent]
    parts = divided(WHOLE, [one.percent for one in shares]) if shares else ()
    return replace(
        action,
        state=ActionState.TO_BE_SCHEDULED.value if again else action.state,
        split=tuple(
            replace(share, place=ids[share.place], percent=part)
            for share, part in zip(shares, parts, strict=True)
        ),
        depends_on=tuple(
            replace(one, on=ids[one.on]) for one in action.depends_on if one.on in ids
        ),
        planned_begin=None,
        effective_begin=None,
        planned_end=None,
        effective_end=None,
        progress=0,
    )


def left_behind(tree: Programme, next_tree: Programme) -> tuple[str, ...]:
    """Return the ids of the actions the next programme does not take over."""
    taken = {one.external_id for one in next_tree.elements.values()}
    return tuple(one.id for one in tree.of_kind(Kind.ACTION) if one.id not in taken)
