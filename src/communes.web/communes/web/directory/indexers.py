"""What the catalogue keeps of an entry: nothing of its private data."""

from communes.core.formats.domain.plain import plain
from communes.web.content.directory import IEntry
from communes.web.directory.storage import directory_of
from communes.web.directory.storage import record_of
from communes.web.directory.storage import taxonomy_of
from communes.web.domain.errors import BadCategory
from communes.web.domain.reading import tell
from plone.indexer.decorator import indexer
from typing import Any


@indexer(IEntry)
def record(entry: IEntry) -> dict[str, Any]:
    """Return what a list shows of an entry, so that it wakes none."""
    found = tell(record_of(entry))
    # The catalogue's own columns say the first two, and nobody's is empty here.
    return {name: value for name, value in found.items() if value and name != "private"}


@indexer(IEntry)
def sorts(entry: IEntry) -> list[str]:
    """Return the categories of an entry with those they are below of."""
    tree = taxonomy_of(directory_of(entry))
    found: set[str] = set()
    for one in entry.sorts:
        try:
            found.update(step.id for step in tree.path(one))
        except BadCategory:
            # It was taken out of the tree since.
            continue
    return sorted(found)


@indexer(IEntry)
def facilities(entry: IEntry) -> list[str]:
    """Return what one finds there."""
    return list(entry.facilities)


@indexer(IEntry)
def kind(entry: IEntry) -> str:
    """Return whether it is an organisation, a function or a mission."""
    return entry.kind


@indexer(IEntry)
def entities(entry: IEntry) -> list[str]:
    """Return the communes that show the entry: whose it is, and others."""
    return [one for one in (entry.entity, *entry.shown_in) if one]


@indexer(IEntry)
def words(entry: IEntry) -> str:
    """Return the words an entry is found by."""
    one = record_of(entry)
    tree = taxonomy_of(directory_of(entry))
    titles = [step.title for id in sorts(entry)() for step in tree.path(id)[-1:]]
    parts = (one.title, one.subtitle, plain(one.description), one.address.line, *titles)
    return " ".join(part for part in parts if part)
