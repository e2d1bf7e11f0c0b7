"""One thing to do after a decision, and how a list of them changes."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.deliberations.domain.errors import I18N_DOMAIN
from dataclasses import dataclass
from dataclasses import replace
from datetime import date


class EmptyTask(InvalidInput):
    """A follow-up says nothing. Cure: write what is to be done."""

    code = "empty_follow_up"
    template = "Indiquez ce qu'il y a à faire."
    i18n_domain = I18N_DOMAIN


class UnknownTask(Missing):
    """The item has no such follow-up. Cure: reload the page."""

    code = "unknown_follow_up"
    template = "Ce suivi n'existe pas : rechargez la page."
    i18n_domain = I18N_DOMAIN


class NotDecided(RuleRefused):
    """The item is not decided: nothing follows yet. Cure: decide it first."""

    code = "follow_up_before_decision"
    template = "« ${item} » n'est pas encore décidé : le suivi vient après la décision."
    i18n_domain = I18N_DOMAIN


@dataclass(frozen=True)
class FollowUp:
    """One thing to do.

    :param id: number on its item, from 1, never given twice.
    :param service: id of the service that does it.
    :param until: the last day; None when no day was set.
    :param done_on: the day it was done, None while it is to do; ``report`` says how.
    """

    id: int
    text: str
    service: str
    until: date | None = None
    done_on: date | None = None
    done_by: str = ""
    report: str = ""

    def late(self, today: date) -> bool:
        """Tell whether it should have been done before today."""
        return self.done_on is None and self.until is not None and self.until < today


def added(
    tasks: tuple[FollowUp, ...], text: str, service: str, until: date | None
) -> tuple[FollowUp, ...]:
    """Return the list with one more thing to do.

    :raises EmptyTask: nothing is said, or nobody is to do it.
    """
    if not text.strip() or not service:
        raise EmptyTask(field="text" if not text.strip() else "service")
    number = max((one.id for one in tasks), default=0) + 1
    return (*tasks, FollowUp(number, text.strip(), service, until))


def done(
    tasks: tuple[FollowUp, ...], id: int, by: str, day: date, report: str = ""
) -> tuple[FollowUp, ...]:
    """Return the list with one thing done; what is done already stays as it was.

    :raises UnknownTask: there is none of that number.
    """
    task = _find(tasks, id)
    if task.done_on is not None:
        return tasks
    return _with(tasks, replace(task, done_on=day, done_by=by, report=report.strip()))


def reopened(tasks: tuple[FollowUp, ...], id: int) -> tuple[FollowUp, ...]:
    """Return the list with one thing to do again.

    :raises UnknownTask: there is none of that number.
    """
    task = _find(tasks, id)
    return _with(tasks, replace(task, done_on=None, done_by="", report=""))


def _find(tasks: tuple[FollowUp, ...], id: int) -> FollowUp:
    found = next((one for one in tasks if one.id == id), None)
    if found is None:
        raise UnknownTask
    return found


def _with(tasks: tuple[FollowUp, ...], task: FollowUp) -> tuple[FollowUp, ...]:
    return tuple(task if one.id == task.id else one for one in tasks)
