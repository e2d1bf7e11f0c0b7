"""What changed in a plan between two moments, for who may see what changed."""

from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.pst.content.plan import IPlan
from communes.pst.domain.compare import compare
from communes.pst.domain.compare import Comparison
from communes.pst.domain.programme import Programme
from communes.pst.domain.snapshot import figures
from communes.pst.permissions import MANAGE_PLAN
from communes.pst.storage.history import programme_at
from communes.pst.storage.programme import programme_of
from communes.pst.storage.programme import seen_in
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import time


@dataclass(frozen=True)
class Compared:
    """Two days of a plan and what differs; only elements the user may see.

    An element that is gone was seen by who keeps the plan, and is told to them only.
    """

    before: Programme
    after: Programme
    found: Comparison


def compared(plan: IPlan, first: date, last: date | None = None) -> Compared:
    """Return what changed from the evening of ``first`` to that of ``last``.

    :param last: None: until now.
    :raises MayNot: the user may not see the plan.
    """
    require("View", plan)
    before = programme_at(plan, _evening(first))
    now = last is None or last >= date.today()
    after = programme_of(plan) if now else programme_at(plan, _evening(last))
    days = (figures(before, first), figures(after, last or date.today()))
    found = compare(before, after, days)
    keeps = may(MANAGE_PLAN, plan)
    return Compared(before, after, _narrowed(found, seen_in(plan), keeps))


def _evening(day: date) -> datetime:
    return datetime.combine(day, time.max)


def _narrowed(found: Comparison, seen: dict[str, str], keeps: bool) -> Comparison:
    return replace(
        found,
        added=tuple(id for id in found.added if id in seen),
        removed=found.removed if keeps else (),
        moved=tuple(one for one in found.moved if one.element in seen),
        changed=tuple(one for one in found.changed if one.element in seen),
    )
