"""The door of the directory: make, read and change directories and their entries."""

from collections.abc import Mapping
from communes.core.access.errors import MissingField
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.web.api import contents
from communes.web.content.directory import IDirectory
from communes.web.content.directory import IEntry
from communes.web.directory import listing
from communes.web.directory import storage
from communes.web.directory.writing import changed
from communes.web.directory.writing import checked_values
from communes.web.directory.writing import records
from communes.web.directory.writing import refuse_unknown
from communes.web.directory.writing import text
from communes.web.directory.writing import write_entry
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.directory import Entity
from communes.web.domain.directory_errors import NotEmptyEntry
from communes.web.domain.reading import tell
from communes.web.domain.taxonomy import Category
from communes.web.domain.taxonomy import Taxonomy
from communes.web.permissions import MANAGE_DIRECTORY
from typing import Any


ENTRY, DIRECTORY = listing.ENTRY, "communes.web.Directory"
MODIFY = "Modify portal content"
#: What may be written of a directory.
_WRITTEN = ("title", "description", "tree", "entities")


def create_directory(
    where: Any, values: Mapping[str, object], name: str = ""
) -> IDirectory:
    """Make a directory in a folder or at the root of the site.

    :param values: ``title``, and as for ``edit_directory``.
    :raises MayNot: the user may not write there.
    """
    made = contents.create(where, DIRECTORY, {"title": text(values, "title")}, name)
    _write_directory(made, values)
    return made


def edit_directory(
    directory: IDirectory, values: Mapping[str, object], revision: int | None = None
) -> None:
    """Change a directory.

    :param values: ``title``, ``description``, ``tree`` (categories, each after those
        it is below of), ``entities``.
    :raises MayNot: the user does not keep it.
    :raises BadCategory: the tree has a twin, an orphan or a circle.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    require(MANAGE_DIRECTORY, directory)
    contents.refuse_stale(directory, revision)
    _write_directory(directory, values)


def create_entry(where: Any, values: Mapping[str, object], name: str = "") -> IEntry:
    """Make an entry in a directory or in another entry; nobody else sees it yet.

    :param values: plain values of ``DirectoryEntry``; telephones may be typed as
        people write them.
    :raises MayNot: the user does not keep the directory.
    :raises InvalidInput: a value is unknown, missing or wrong (``error.field``).
    """
    require(MANAGE_DIRECTORY, where)
    kept = checked_values(storage.directory_of(where), values, {})
    base = {"title": kept["title"], "external_id": text(values, "external_id")}
    made = contents.create(where, ENTRY, base, name)
    storage.write(made, kept)
    made.reindexObject()
    return made


def edit_entry(
    entry: IEntry, values: Mapping[str, object], revision: int | None = None
) -> int:
    """Change some values of an entry; return its new revision.

    :param values: as for ``create_entry``; those left out stay.
    :raises MayNot: the user may not write it in its state.
    :raises InvalidInput: nothing was changed.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    contents.require_writing(entry, revision)
    return write_entry(entry, values)


def delete_entry(entry: IEntry) -> None:
    """Take an entry away for good; its address says so afterwards.

    :raises MayNot: the user does not keep the directory.
    :raises NotEmptyEntry: other entries stand in it.
    """
    require(MANAGE_DIRECTORY, entry.__parent__)
    if any(IEntry.providedBy(one) for one in entry.objectValues()):
        raise NotEmptyEntry(name=entry.title)
    contents.delete(entry)


def find_entry(directory: IDirectory, uid: str) -> IEntry:
    """Return the entry of that UID.

    :raises NoSuchEntry: the directory has none that this person may see.
    """
    return listing.entry_of(directory, uid)


def find_by_external_id(directory: IDirectory, external_id: str) -> IEntry | None:
    """Return the entry another system knows by that identifier; None when none is."""
    return contents.by_external_id(external_id, IEntry)


def read_entry(entry: IEntry) -> DirectoryEntry:
    """Return the public part of an entry."""
    return storage.record_of(entry)


def entry_values(entry: IEntry) -> dict[str, Any]:
    """Return the public part of an entry as plain values, revision and state beside."""
    found = tell(storage.record_of(entry))
    del found["private"]
    return {**found, "external_id": entry.external_id, "revision": entry.revision}


def may_keep(place: Any) -> bool:
    """Return whether the user keeps the directory there."""
    return may(MANAGE_DIRECTORY, place)


def may_edit(entry: IEntry) -> bool:
    """Return whether the user may write an entry now."""
    return may(MODIFY, entry)


def directory_above(place: Any) -> IDirectory:
    """Return the directory a place is in, itself when it is one."""
    return storage.directory_of(place)


def categories(directory: IDirectory) -> tuple[Category, ...]:
    """Return the categories of a directory, each after those it is below of."""
    return storage.categories_of(directory)


def taxonomy(directory: IDirectory) -> Taxonomy:
    """Return the tree of categories of a directory."""
    return storage.taxonomy_of(directory)


def entities(directory: IDirectory) -> tuple[Entity, ...]:
    """Return the communes whose entries a directory holds."""
    return storage.entities_of(directory)


def _write_directory(directory: IDirectory, values: Mapping[str, object]) -> None:
    refuse_unknown(values, _WRITTEN)
    title = text(values, "title", directory.title)
    if not title:
        raise MissingField(field="title", label="Titre")
    tree = records(Category, values.get("tree", directory.tree), "tree")
    Taxonomy(tree)
    entities = records(Entity, values.get("entities", directory.entities), "entities")
    directory.title = title
    directory.description = text(values, "description", directory.description)
    moved = tuple(tell(one) for one in tree) != tuple(directory.tree)
    directory.tree = tuple(tell(one) for one in tree)
    directory.entities = tuple(tell(one) for one in entities)
    changed(directory)
    if moved:
        for entry in listing.objects(directory):
            entry.reindexObject(idxs=["web_sorts", "SearchableText"])
