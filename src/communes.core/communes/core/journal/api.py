"""The door to the journal: write down what was done or read, and look it up."""

from AccessControl import getSecurityManager
from collections.abc import Iterator
from communes.core.jobs.api import intend
from communes.core.journal.domain import Break
from communes.core.journal.domain import Entry
from communes.core.journal.domain import Sealed
from communes.core.journal.errors import DetailsRefused
from communes.core.journal.errors import JournalForbidden
from communes.core.journal.errors import JournalUnavailable
from communes.core.journal.permissions import VIEW_JOURNAL
from communes.core.journal.storage import current_actor
from communes.core.journal.storage import described
from communes.core.journal.storage import journal_of
from communes.core.journal.store import JournalStore
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
import json
import sqlite3
from typing import Any
from uuid import uuid4
from zope.component.hooks import getSite


KIND = "journal"
COLUMNS = ("number", "at", "actor", "action", "target", "target_uid", "details", "seal")
PAGE = 500


def _entry(action: str, target: Any, details: dict[str, Any]) -> Entry:
    try:
        plain = json.loads(json.dumps(details, allow_nan=False))
    except (TypeError, ValueError) as error:
        raise DetailsRefused(problem=str(error)) from error
    path, uid = described(target)
    return Entry(
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        actor=current_actor(),
        action=action,
        target=path,
        target_uid=uid,
        details=plain,
        origin=uuid4().hex,
    )


def record(action: str, target: Any, **details: Any) -> None:
    """Write down a change, if and when the current transaction commits.

    The entry carries the moment and the user of this call, and is sealed by a
    worker after the commit; an abort takes it back.

    :param action: stable word of the trade (``"item.decide"``).
    :param target: the object, or a text that names the thing.
    :param details: plain JSON values; never a confidential content itself.
    :raises DetailsRefused: for anything else.
    """
    values = asdict(_entry(action, target, details))
    intend(KIND, values.pop("origin"), values)


def record_read(action: str, target: Any, **details: Any) -> None:
    """Write down the read of something confidential, before it is given out.

    The entry is on disk and sealed when this returns; it stays whatever becomes
    of the transaction. Nothing is written to the object database.

    :raises JournalUnavailable: when it could not be written: show nothing then.
    """
    entry = _entry(action, target, details)
    try:
        journal_of(getSite()).append([entry])
    except (sqlite3.Error, OSError) as error:
        raise JournalUnavailable() from error


def entries(
    site: Any, target_uid: str | None = None, after: int = 0, limit: int = 100
) -> list[Sealed]:
    """Return a page of the journal of the commune of ``site``, oldest first.

    :raises JournalForbidden: without the permission to view the journal.
    """
    return _visible(site).entries(target_uid, after, min(limit, PAGE))


def export_rows(site: Any) -> Iterator[dict[str, str]]:
    """Return all entries as rows of text, keys = ``COLUMNS``.

    Whoever writes them to a spreadsheet neutralises formulas there.

    :raises JournalForbidden: without the permission to view the journal.
    """
    return _rows(_visible(site))


def _rows(journal: JournalStore) -> Iterator[dict[str, str]]:
    for each in journal.chain():
        values = {**asdict(each.entry), "number": each.number, "seal": each.seal}
        values["details"] = json.dumps(values["details"], ensure_ascii=False)
        yield {column: str(values[column]) for column in COLUMNS}


def verify(site: Any, anchor: tuple[int, str] | None = None) -> Break | None:
    """Return the first broken entry of the journal of ``site``, None if it holds.

    :param anchor: number and seal noted earlier, as ``head`` returned them.
    :raises JournalForbidden: without the permission to view the journal.
    """
    return _visible(site).verify(anchor)


def head(site: Any) -> tuple[int, str]:
    """Return number and seal of the last entry, to be noted outside this machine.

    :raises JournalForbidden: without the permission to view the journal.
    """
    return _visible(site).head()


def _visible(site: Any) -> JournalStore:
    if not getSecurityManager().checkPermission(VIEW_JOURNAL, site):
        raise JournalForbidden()
    return journal_of(site)
