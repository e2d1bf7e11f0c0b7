"""What stands against a step of an element, in sentences a carrier can act upon."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.pst.domain.choices import Kind
from communes.pst.domain.deadline import is_done
from communes.pst.domain.element import Action
from communes.pst.domain.element import Element
from communes.pst.domain.element import OperationalObjective
from communes.pst.domain.element import Task
from communes.pst.domain.errors import because
from communes.pst.domain.errors import StepRefused
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.placement import shown
from communes.pst.domain.programme import Programme
from communes.pst.domain.states import ACTION_STEPS
from communes.pst.domain.states import ActionTransition
from communes.pst.domain.states import next_steps
from communes.pst.domain.states import OBJECTIVE_STEPS
from communes.pst.domain.states import ObjectiveTransition
from communes.pst.domain.states import TASK_STEPS
from communes.pst.domain.states import TaskTransition


#: Sentences name so many things that are still open; the pages show them all.
NAMED = 3


def steps_of(element: Element) -> tuple[str, ...]:
    """Return the ids of the steps out of the state of an element; none for a part."""
    match element.kind:
        case Kind.STRATEGIC | Kind.OPERATIONAL:
            return next_steps(OBJECTIVE_STEPS, element.state)
        case Kind.ACTION | Kind.SUB_ACTION:
            return next_steps(ACTION_STEPS, element.state)
        case Kind.TASK:
            return next_steps(TASK_STEPS, element.state)
    return ()


def step_obstacles(
    tree: Programme, id: str, step: str, archived: bool = False
) -> tuple[Reason, ...]:
    """Return every reason why the step may not be taken now; empty when it may.

    :param archived: whether the plan is closed: nothing moves in it any more.
    """
    element = tree.element(id)
    found: list[Reason] = []
    if archived:
        found.append(
            because(
                "plan_archived",
                "Le programme est archivé : remettez-le en vigueur pour y travailler.",
            )
        )
    rule = _RULES.get(step)
    if rule is not None:
        found += rule(tree, element)
    return tuple(found)


def check_step(tree: Programme, id: str, step: str, archived: bool = False) -> None:
    """Refuse a step that may not be taken now.

    :raises StepRefused: with the reasons of ``step_obstacles``.
    """
    reasons = step_obstacles(tree, id, step, archived)
    if reasons:
        raise StepRefused(*reasons, field="step")


def _begin(tree: Programme, element: Element) -> Iterator[Reason]:
    if isinstance(element, OperationalObjective):
        if not element.mandataries:
            yield because(
                "no_mandatary",
                "Dites d'abord quel mandataire répond de cet objectif.",
            )
        if not element.administratives:
            yield because(
                "no_administrative",
                "Dites d'abord quel agent est le responsable administratif de cet "
                "objectif.",
            )
    if isinstance(element, Action) and not element.managers:
        yield because("no_manager", "Dites d'abord quel service gère cette action.")


def _close(tree: Programme, element: Element) -> Iterator[Reason]:
    held = [tree.element(shown(tree, one.id)) for one in tree.children(element.id)]
    still = [one for one in held if not is_done(one)]
    if still:
        names = ", ".join(f"« {one.title} »" for one in still[:NAMED])
        more = f" et {len(still) - NAMED} de plus" if len(still) > NAMED else ""
        yield because(
            "still_running",
            "Tout n'est pas fini en dessous : ${kind} ${names}${more}. Finalisez ou "
            "annulez d'abord.",
            kind=KIND_LABELS[still[0].kind].lower(),
            names=names,
            more=more,
        )


def _assign(tree: Programme, element: Element) -> Iterator[Reason]:
    if isinstance(element, Task) and not element.service and not element.user:
        yield because(
            "task_without_service", "Dites d'abord quel service fera cette tâche."
        )


def _to_do(tree: Programme, element: Element) -> Iterator[Reason]:
    if isinstance(element, Task) and not element.user:
        yield because("task_without_user", "Dites d'abord quel agent fera cette tâche.")


_RULES: Mapping[str, Callable[[Programme, Element], Iterator[Reason]]] = {
    ObjectiveTransition.BEGIN.value: _begin,
    ObjectiveTransition.ACHIEVE.value: _close,
    ActionTransition.SET_TO_BE_SCHEDULED.value: _begin,
    ActionTransition.FINISH.value: _close,
    TaskTransition.DO_TO_ASSIGN.value: _assign,
    TaskTransition.DO_TO_DO.value: _to_do,
    TaskTransition.DO_CLOSED.value: _close,
}
