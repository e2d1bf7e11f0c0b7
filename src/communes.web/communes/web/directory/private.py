"""The door to what of an entry is not for everybody: told in the journal when read."""

from collections.abc import Mapping
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.core.journal.api import record_read
from communes.web.api import contents
from communes.web.content.directory import IEntry
from communes.web.directory import storage
from communes.web.directory.writing import changed
from communes.web.directory.writing import typed
from communes.web.domain.directory import PrivateData
from communes.web.domain.reading import read
from communes.web.domain.reading import tell
from communes.web.permissions import MANAGE_DIRECTORY
from communes.web.permissions import VIEW_PRIVATE


def may_read_private(entry: IEntry) -> bool:
    """Return whether the user may read what is not for everybody."""
    return may(VIEW_PRIVATE, entry)


def may_write_private(entry: IEntry) -> bool:
    """Return whether the user may change what is not for everybody."""
    return may(VIEW_PRIVATE, entry) and may(MANAGE_DIRECTORY, entry)


def private_data(entry: IEntry) -> PrivateData:
    """Return what of an entry is not for everybody; the journal keeps who read it.

    :raises MayNot: the user has no right to it.
    """
    require(VIEW_PRIVATE, entry)
    record_read("web.private_read", entry)
    return storage.private_of(entry)


def edit_private(
    entry: IEntry, values: Mapping[str, object], revision: int | None = None
) -> None:
    """Change what of an entry is not for everybody.

    :param values: plain values of ``PrivateData``; those left out stay.
    :raises MayNot: the user has no right to it.
    :raises InvalidInput: nothing was changed.
    """
    require(VIEW_PRIVATE, entry)
    require(MANAGE_DIRECTORY, entry)
    contents.refuse_stale(entry, revision)
    kept = tell(storage.private_of(entry))
    data = read(PrivateData, {**kept, **typed(values)})
    storage.write_private(entry, data)
    changed(entry)
    record("web.private_written", entry)
