"""The way of an advice inside the advising service, from the check to the signature."""

from collections.abc import Mapping
from communes.deliberations.domain.advices.settings import AdviserRule
from communes.deliberations.domain.advices.settings import STEPS
from enum import StrEnum
from types import MappingProxyType


class AdviceStep(StrEnum):
    """Where an advice with steps is; the ids are those the trade knows."""

    CONTROLLER = "proposed_to_financial_controller"
    EDITOR = "proposed_to_financial_editor"
    REVIEWER = "proposed_to_financial_reviewer"
    MANAGER = "proposed_to_financial_manager"
    SIGNED = "financial_advice_signed"
    GIVEN = "advice_given"


STEP_LABELS: Mapping[AdviceStep, str] = MappingProxyType(
    {
        AdviceStep.CONTROLLER: "Contrôle de complétude",
        AdviceStep.EDITOR: "Rédaction",
        AdviceStep.REVIEWER: "Relecture",
        AdviceStep.MANAGER: "Décision du directeur financier",
        AdviceStep.SIGNED: "Signé",
        AdviceStep.GIVEN: "Rendu",
    }
)

ADVISERS = "advisers"

#: Who has the advice in hand at a step: last part of a group of the advising service.
STEP_ROLES: Mapping[AdviceStep, str] = MappingProxyType(
    {
        AdviceStep.CONTROLLER: "advicecontrollers",
        AdviceStep.EDITOR: "adviceeditors",
        AdviceStep.REVIEWER: "advicereviewers",
        AdviceStep.MANAGER: "advicemanagers",
        AdviceStep.SIGNED: "advicemanagers",
    }
)

ROLE_TITLES: Mapping[str, str] = MappingProxyType(
    {
        ADVISERS: "émetteurs d'avis",
        "advicecontrollers": "contrôleurs d'avis",
        "adviceeditors": "rédacteurs d'avis",
        "advicereviewers": "relecteurs d'avis",
        "advicemanagers": "signataires d'avis",
    }
)

_OF_SETTING = MappingProxyType(
    dict(
        zip(
            STEPS,
            (
                AdviceStep.CONTROLLER,
                AdviceStep.EDITOR,
                AdviceStep.REVIEWER,
                AdviceStep.MANAGER,
                AdviceStep.SIGNED,
            ),
            strict=True,
        )
    )
)


def path_of(rule: AdviserRule | None) -> tuple[AdviceStep, ...]:
    """Return the steps of a rule in their order; empty when it is given at once."""
    if rule is None or not rule.steps:
        return ()
    chosen = set(rule.steps)
    return tuple(step for name, step in _OF_SETTING.items() if name in chosen)


def after(path: tuple[AdviceStep, ...], step: str) -> AdviceStep:
    """Return the step that follows; the last one leads to the advice given."""
    if step not in path:
        return path[0] if path else AdviceStep.GIVEN
    place = path.index(AdviceStep(step)) + 1
    return path[place] if place < len(path) else AdviceStep.GIVEN


def before(path: tuple[AdviceStep, ...], step: str) -> AdviceStep | None:
    """Return the step a correction goes back to; None at the first one."""
    if step not in path:
        return None
    place = path.index(AdviceStep(step))
    return path[place - 1] if place else None


def roles_of(rule: AdviserRule | None) -> tuple[str, ...]:
    """Return the groups of the advising service that ever have such an advice."""
    found = [STEP_ROLES[step] for step in path_of(rule)]
    return tuple(dict.fromkeys(found)) or (ADVISERS,)


def in_hand(rule: AdviserRule | None, step: str) -> str:
    """Return the group that writes the advice now."""
    path = path_of(rule)
    if not path:
        return ADVISERS
    here = AdviceStep(step) if step in path else path[0]
    return STEP_ROLES[here]


def waits_for_completeness(rule: AdviserRule | None, step: str) -> bool:
    """Return whether the delay waits for the controller to find the file complete."""
    path = path_of(rule)
    first = bool(path) and path[0] is AdviceStep.CONTROLLER
    return first and step in ("", AdviceStep.CONTROLLER)
