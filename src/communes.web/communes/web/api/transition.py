"""The steps of a content: which are open, why not, take one now or plan it."""

from communes.core.access.errors import MayNot
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.errors.domain import Reason
from communes.core.journal.api import record
from communes.web.domain.clock import local
from communes.web.domain.content_errors import TooLate
from communes.web.domain.content_errors import UnknownStep
from communes.web.domain.errors import NotReady
from communes.web.domain.states import STEP_LABELS
from communes.web.domain.states import STEPS
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.permissions import PROPOSE
from communes.web.permissions import PUBLISH
from communes.web.storage.readiness import refuse_unready
from communes.web.storage.schedule import settle
from communes.web.storage.state import state_of
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any


_RIGHTS = {WebTransition.PROPOSE: PROPOSE, WebTransition.RETRACT: PROPOSE}


@dataclass(frozen=True)
class Transition:
    """A step the current user may take, now or once what it lacks is there."""

    id: str
    title: str
    target: str
    available: bool
    reasons: tuple[Reason, ...] = ()


def transitions(obj: Any) -> list[Transition]:
    """Return the steps out of the content's state that the user may take or ask about.

    :raises MayNot: the user may not see it.
    """
    require("View", obj)
    return [_told(obj, step) for step in _exits(obj) if may(_right(step), obj)]


def do_step(obj: Any, step: str, comment: str = "") -> str:
    """Take a step, or refuse and change nothing; return the new state.

    :raises UnknownStep: there is no such step where it stands.
    :raises MayNot: the user has no right to it.
    :raises NotReady: something everybody would miss is not there.
    """
    require("View", obj)
    open_ = {one.value: one for one in _exits(obj)}
    if step not in open_:
        expected = ", ".join(open_) or "aucune"
        raise UnknownStep(field="step", name=step, expected=expected)
    if not may(_right(open_[step]), obj):
        raise MayNot(what=obj.title)
    refuse_unready(obj, open_[step])
    if open_[step] is WebTransition.PUBLISH and obj.starts and obj.starts > _now():
        # Published now: the moment that was planned is over.
        obj.starts = None
    _move(obj, step, comment)
    return state_of(obj)


def plan(obj: Any, starts: datetime | None, ends: datetime | None) -> str:
    """Have a content published and archived at moments; return its state.

    It waits as « proposé »: who may not publish does not change it meanwhile.

    :param starts: None for at once (or as it is, when it is published).
    :param ends: None for no end.
    :raises MayNot: the user may not publish it.
    :raises TooLate: the end is past or before the beginning.
    :raises NotReady: something everybody would miss is not there.
    """
    require(PUBLISH, obj)
    _refuse_times(obj, starts, ends)
    if state_of(obj) != WebState.PUBLISHED:
        refuse_unready(obj, WebTransition.PLAN)
    obj.starts, obj.ends = starts, ends
    waits = starts is not None and starts > _now()
    state = state_of(obj)
    if waits and state != WebState.PROPOSED:
        _move(obj, WebTransition.PLAN.value, "")
    elif not waits and state != WebState.PUBLISHED:
        _move(obj, WebTransition.PUBLISH.value, "")
    obj.planned_by = current_user() if waits else ""
    settle(api.portal.get(), obj)
    obj.reindexObject()
    record("web.planned", obj, starts=str(starts or ""), ends=str(ends or ""))
    return state_of(obj)


def _told(obj: Any, step: WebTransition) -> Transition:
    reasons = _obstacles(obj, step)
    target = STEPS[step].target.value
    return Transition(step.value, STEP_LABELS[step], target, not reasons, reasons)


def _obstacles(obj: Any, step: WebTransition) -> tuple[Reason, ...]:
    try:
        refuse_unready(obj, step)
    except NotReady as refused:
        return (refused.reason,)
    return ()


def _refuse_times(obj: Any, starts: datetime | None, ends: datetime | None) -> None:
    if ends is not None and ends <= max(starts or _now(), _now()):
        told = f"{starts:%d/%m/%Y %H:%M}" if starts else "maintenant"
        raise TooLate(
            field="ends", name=obj.title, starts=told, ends=f"{ends:%d/%m/%Y %H:%M}"
        )


def _exits(obj: Any) -> list[WebTransition]:
    state = state_of(obj)
    return [
        step
        for step, one in STEPS.items()
        if state in one.sources and step is not WebTransition.PLAN
    ]


def _right(step: WebTransition) -> str:
    return _RIGHTS.get(step, PUBLISH)


def _move(obj: Any, step: str, comment: str) -> None:
    workflow = api.portal.get_tool("portal_workflow")
    workflow.doActionFor(obj, step, comment=comment)


def _now() -> datetime:
    return datetime.now(UTC)


def state(obj: Any) -> str:
    """Return where a content stands: a value of ``WebState``."""
    return state_of(obj)


def planned(obj: Any) -> str:
    """Return when a content is to be published: « 24/11/2026 à 08:00 », or nothing."""
    if not getattr(obj, "planned_by", "") or obj.starts is None:
        return ""
    return f"{local(obj.starts):%d/%m/%Y à %H:%M}"
