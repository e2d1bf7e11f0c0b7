"""Decide several items at once, and say what was refused."""

from collections.abc import Sequence
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import Reason
from communes.deliberations.api.transition import do_transition
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.exceptions import UnknownStep
from dataclasses import dataclass


@dataclass(frozen=True)
class Decided:
    """What became of a bulk decision: UIDs done, and why others were refused."""

    done: tuple[str, ...]
    refused: tuple[tuple[str, tuple[Reason, ...]], ...]


def decide_items(
    items: Sequence[IMeetingItem], decision: str, comment: str = ""
) -> Decided:
    """Give each item the same outcome; one refused does not hold the others back.

    :param decision: one of ``domain.states.DECISIONS`` ("accept", "refuse"…).
    :raises UnknownStep: the decision is none of these.
    """
    if decision not in DECISIONS:
        expected = ", ".join(f"« {one.value} »" for one in DECISIONS)
        raise UnknownStep(field="decision", name=decision, expected=expected)
    done, refused = [], []
    for item in items:
        try:
            do_transition(item, decision, comment)
        except DomainError as error:
            reasons = getattr(error, "reasons", ()) or (error.reason,)
            refused.append((item.UID(), tuple(reasons)))
        else:
            done.append(item.UID())
    return Decided(tuple(done), tuple(refused))
