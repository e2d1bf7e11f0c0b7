"""Entries as records, and records written into entries."""

from collections.abc import Mapping
from communes.core.access.catalog import object_by_uid
from communes.web.content.directory import IDirectory
from communes.web.content.directory import IEntry
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import Entity
from communes.web.domain.directory import PrivateData
from communes.web.domain.reading import read
from communes.web.domain.reading import tell
from communes.web.domain.taxonomy import Category
from communes.web.domain.taxonomy import Taxonomy
from datetime import datetime
from datetime import UTC
from typing import Any


#: What of a record is kept as it is, and under which name on the object.
KEPT = {
    name: name
    for name in (
        "title", "kind", "subtitle", "description", "enterprise_number", "phones",
        "mails", "links", "address", "place", "facilities", "hours", "entity",
        "shown_in", "confirmed_on",
    )
} | {"categories": "sorts"}  # fmt: skip
#: Kept as nothing where the record has its own empty value.
_LEFT_OUT = (None, "")


def record_of(entry: IEntry) -> DirectoryEntry:
    """Return the public part of an entry, its times and place included."""
    return read(DirectoryEntry, values_of(entry))


def values_of(entry: IEntry) -> dict[str, Any]:
    """Return the plain values of the public part of an entry."""
    found = {name: getattr(entry.aq_base, kept) for name, kept in KEPT.items()}
    found = {name: value for name, value in found.items() if value not in _LEFT_OUT}
    parent = entry.__parent__
    return {
        **found,
        "title": entry.title or "",
        "id": entry.UID(),
        "modified": modified_of(entry).isoformat(),
        "parent": parent.UID() if IEntry.providedBy(parent) else "",
    }


def modified_of(entry: Any) -> datetime:
    """Return when a content was last changed."""
    found: datetime = entry.modified().asdatetime().astimezone(UTC)
    return found.replace(microsecond=0)


def private_of(entry: IEntry) -> PrivateData:
    """Return what of an entry is not for everybody."""
    return read(PrivateData, entry.private or {})


def write(entry: IEntry, values: Mapping[str, Any]) -> None:
    """Set plain values, already checked as a record, on an entry."""
    for name, value in values.items():
        setattr(entry, KEPT[name], value)


def write_private(entry: IEntry, data: PrivateData) -> None:
    """Keep what is not for everybody."""
    entry.private = tell(data)


def directory_of(place: Any) -> IDirectory:
    """Return the directory an entry stands in, itself when it is one."""
    while not IDirectory.providedBy(place):
        place = place.__parent__
    return place


def entry_by_uid(uid: str) -> IEntry | None:
    """Return the entry of a UID whoever asks, None when there is none."""
    found = object_by_uid(uid)
    return found if IEntry.providedBy(found) else None


def taxonomy_of(directory: IDirectory) -> Taxonomy:
    """Return the tree of categories of a directory."""
    return Taxonomy(read(Category, one) for one in directory.tree)


def categories_of(directory: IDirectory) -> tuple[Category, ...]:
    """Return the categories in the order they are kept."""
    return tuple(read(Category, one) for one in directory.tree)


def entities_of(directory: IDirectory) -> tuple[Entity, ...]:
    """Return the communes whose entries a directory holds."""
    return tuple(read(Entity, one) for one in directory.entities)
