"""What became of every field of a plan, so that it can be seen as it was on a day.

An append-only tree on the plan: one entry for each change of an element, with what
was there before. Entries have keys of their own, so that two people who work at once
do not meet.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.access.plain import from_plain
from communes.core.access.plain import to_plain
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan
from communes.pst.domain.choices import Kind
from communes.pst.domain.programme import Programme
from communes.pst.domain.programme import programme
from communes.pst.storage.kinds import kind_of
from communes.pst.storage.kinds import TYPES
from communes.pst.storage.place import plan_of
from communes.pst.storage.programme import programme_of
from communes.pst.storage.record import plain_of
from communes.pst.storage.record import plan_record
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4


Plain = Mapping[str, object]
#: Changes of these alone are no change of the programme.
_QUIET = frozenset({"updated_on"})


@dataclass(frozen=True)
class Change:
    """One change: when, by whom, of which element, and its fields before and after.

    ``before`` is None for an element just made, ``after`` for one taken away.
    """

    at: datetime
    by: str
    id: str
    kind: Kind
    before: Plain | None
    after: Plain | None


@contextmanager
def quiet(plan: IPlan) -> Iterator[None]:
    """Tell the history nothing meanwhile; the caller tells it all at the end."""
    plan._v_quiet = True
    try:
        yield
    finally:
        plan._v_quiet = False


def is_quiet(obj: IElement) -> bool:
    """Return whether many elements are being made at once."""
    return getattr(aq_base(plan_of(obj)), "_v_quiet", False)


def note(obj: IElement) -> bool:
    """Tell the history what changed of an element since it was last told.

    :return: whether anything had changed.
    """
    now = plain_of(obj)
    known = obj.kept
    if known is None:
        _append(obj, None, now)
    else:
        names = [one for one in now if now[one] != known.get(one)]
        if not set(names) - _QUIET:
            return False
        _append(
            obj,
            {one: known.get(one) for one in names},
            {one: now[one] for one in names},
        )
    obj.kept = now
    return True


def note_removal(obj: IElement) -> None:
    """Tell the history that an element goes, and what it was."""
    _append(obj, plain_of(obj), None)
    obj.kept = None


def changes(plan: IPlan, since: datetime, until: datetime) -> Iterator[Change]:
    """Yield the changes after ``since`` and up to ``until``, the last one first."""
    if plan.history is None:
        return
    keys = plan.history.keys(_key(since, last=True), _key(until, last=True))
    for key in reversed(keys):
        yield _change(key, plan.history[key])


def changes_of(obj: IElement) -> list[Change]:
    """Return the changes of one element, the last one first."""
    plan, uid = plan_of(obj), obj.UID()
    entries = () if plan.history is None else plan.history.items()
    found = [_change(key, entry) for key, entry in entries if entry["id"] == uid]
    return found[::-1]


def programme_at(plan: IPlan, moment: datetime) -> Programme:
    """Return the programme as it stood at ``moment``.

    Elements untouched since then come without their long texts.
    """
    now = {one.id: to_plain(one) for one in programme_of(plan).elements.values()}
    kinds = {one.id: one.kind for one in programme_of(plan).elements.values()}
    told = list(changes(plan, moment, datetime.max))
    for change in told:
        kinds[change.id] = change.kind
        if change.before is None:
            now.pop(change.id, None)
        elif change.after is None:
            now[change.id] = dict(change.before)
        elif change.id in now:
            now[change.id] = {**now[change.id], **change.before}
    records = (from_plain(TYPES[kinds[id]].record, one) for id, one in now.items())
    return programme(plan_record(plan), records)


def _append(obj: IElement, before: Plain | None, after: Plain | None) -> None:
    plan = plan_of(obj)
    if plan is None:
        return
    if plan.history is None:
        plan.history = OOBTree()
    at = datetime.now()
    plan.history[_key(at)] = {
        "at": at,
        "by": current_user(),
        "id": obj.UID(),
        "kind": kind_of(obj).value,
        "before": before,
        "after": after,
    }


def _key(at: datetime, last: bool = False) -> str:
    return at.isoformat(timespec="microseconds") + ("~" if last else uuid4().hex)


def _change(key: str, entry: Mapping[str, object]) -> Change:
    return Change(
        entry["at"],
        entry["by"],
        entry["id"],
        Kind(entry["kind"]),
        entry["before"],
        entry["after"],
    )
