"""What is written into an entry is checked whole, and read back by whoever wrote it."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.access.errors import MissingField
from communes.core.access.errors import UnknownField
from communes.core.formats.domain.plain import plain
from communes.web.api.contents import touched
from communes.web.content.directory import IDirectory
from communes.web.content.directory import IEntry
from communes.web.directory import storage
from communes.web.domain.contact import checked_enterprise_number
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.errors import BadCategory
from communes.web.domain.phone import international
from communes.web.domain.reading import read
from communes.web.domain.reading import read_value
from communes.web.domain.reading import tell
from communes.web.storage.contents import plain_values
import re
from typing import Any


#: What may be written of an entry; the rest says where it stands.
WRITTEN = (*storage.KEPT, "external_id")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_PLACED = {"id": "new", "modified": "2000-01-01T00:00:00+00:00"}


def write_entry(entry: IEntry, values: Mapping[str, object]) -> int:
    """Check and write values of an entry; return its new revision.

    Whether the person may is the caller's.

    :raises InvalidInput: a value is unknown or wrong; nothing was changed.
    """
    kept = storage.values_of(entry)
    found = checked_values(storage.directory_of(entry), values, kept)
    storage.write(entry, found)
    if "external_id" in values:
        entry.external_id = text(values, "external_id")
    changed(entry)
    return int(entry.revision)


def checked_values(
    directory: IDirectory, values: Mapping[str, object], kept: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the plain values to keep, checked together with those that stay.

    :param kept: the values the entry has; none for a new one, which gets them all.
    :raises InvalidInput: a value is unknown, missing or wrong.
    """
    refuse_unknown(values, WRITTEN)
    given = typed({name: one for name, one in values.items() if name != "external_id"})
    found = read(DirectoryEntry, {**_PLACED, **kept, **given})
    if not found.title.strip():
        raise MissingField(field="title", label="Nom")
    if "categories" in given:
        tree = storage.taxonomy_of(directory)
        for one in found.categories:
            tree.path(one)
    if "entity" in given or "shown_in" in given:
        known = {one.id for one in storage.entities_of(directory)}
        for one in (found.entity, *found.shown_in):
            if one and one not in known:
                raise BadCategory(field="entity", name=one)
    plain = tell(found)
    return {name: plain[name] for name in storage.KEPT if name in given or not kept}


def typed(values: Mapping[str, object]) -> dict[str, Any]:
    """Return values with texts, telephones and numbers as they are kept."""
    found = dict(values)
    about = found.get("description")
    if isinstance(about, str):
        found["description"] = without_markup(about)
    rows = found.get("phones")
    if isinstance(rows, list | tuple):
        found["phones"] = [_with_number(one) for one in rows]
    number = found.get("enterprise_number")
    if isinstance(number, str) and number:
        found["enterprise_number"] = checked_enterprise_number(number)
    return found


def without_markup(text: str) -> str:
    """Return a text as its words: what comes from elsewhere is often formatted."""
    return plain(text) if _TAG.search(text) else text


def records(kind: type[Any], given: object, field: str) -> tuple[Any, ...]:
    """Return rows read as records of one kind. :raises BadValue: they are none."""
    if not isinstance(given, list | tuple):
        return (read(kind, given, field),)
    return tuple(read(kind, one, field) for one in given)


def text(values: Mapping[str, object], name: str, usual: str = "") -> str:
    """Return a text among values, without the spaces around it."""
    found: str = read_value(DirectoryEntry, "title", values.get(name, usual))
    return found.strip()


def refuse_unknown(values: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a name that nothing is written under.

    :raises UnknownField: says which there are.
    """
    for name in values:
        if name not in known:
            expected = ", ".join(f"« {one} »" for one in known)
            raise UnknownField(field=name, name=name, expected=expected)


def changed(content: Any) -> None:
    """Count a change, and tell catalogue and caches."""
    touched(content, plain_values(content))


def _with_number(row: object) -> object:
    if not isinstance(row, Mapping) or not isinstance(row.get("number"), str):
        return row
    return {**row, "number": international(row["number"])}
