"""Events, news and entries as the plain values of a message, and back."""

from collections.abc import Mapping
from communes.web.domain.agenda.event import Event
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.federation.envelope import Body
from communes.web.domain.federation.messages import SCHEMAS
from communes.web.domain.news import News
from communes.web.domain.reading import read
from communes.web.domain.reading import tell
from types import MappingProxyType
from typing import Any


Record = Event | News | DirectoryEntry
#: Record -> the name of its kind; the schema of the kind says what of it leaves.
NAMES: Mapping[type[Record], str] = MappingProxyType(
    {Event: "event", News: "news", DirectoryEntry: "entry"}
)


def document_of(record: Record) -> dict[str, Any]:
    """Return what a message tells of a record: what its schema names, nothing else.

    Private data of an entry, and the places where a commune shows things, have no
    name there.
    """
    found: dict[str, Any] = only(SCHEMAS[NAMES[type(record)]], tell(record))
    return found


def read_record(name: str, id: str, document: Body) -> Record:
    """Return the record of a message; values a later schema added are left out.

    :param name: event, news or entry.
    :raises DomainError: a rule of ours refuses what it says.
    """
    kind = next(one for one, its in NAMES.items() if its == name)
    given = only(SCHEMAS[name], document)
    found: Record = read(kind, {**given, "id": id})
    return found


def only(schema: Mapping[str, Any], value: Any) -> Any:
    """Return a value without the properties that a schema does not name."""
    if isinstance(value, Mapping):
        known = _object(schema)
        return {
            name: only(known[name], one) for name, one in value.items() if name in known
        }
    if isinstance(value, list):
        return [only(schema.get("items", {}), one) for one in value]
    return value


def _object(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    # A value that may be null is told as one of two schemas.
    found: Mapping[str, Any] = schema.get("anyOf", (schema,))[0].get("properties", {})
    return found
