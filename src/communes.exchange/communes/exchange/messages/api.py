"""The door to the catalogue: which messages may be said here."""

from collections.abc import Mapping
from communes.exchange.messages.domain.errors import UnknownKind
from communes.exchange.messages.domain.kind import MessageKind
from communes.exchange.messages.interfaces import IMessageKinds
from communes.exchange.messages.interfaces import IMessageReceiver
from communes.exchange.messages.schema import check_body
from zope.component import getUtilitiesFor
from zope.component import queryUtility


def kinds() -> tuple[MessageKind, ...]:
    """Return every kind of message of this process, by name."""
    found = (
        kind for _name, some in getUtilitiesFor(IMessageKinds) for kind in some.kinds
    )
    return tuple(sorted(found, key=lambda kind: kind.name))


def kind(name: str) -> MessageKind:
    """Return the kind of that name.

    :raises UnknownKind: there is none.
    """
    found = next((one for one in kinds() if one.name == name), None)
    if found is None:
        raise UnknownKind(kind=name)
    return found


def check(name: str, body: Mapping[str, object]) -> None:
    """Refuse a body that its kind does not allow.

    :raises UnknownKind: there is no such kind.
    :raises MessageInvalid: the body does not follow the schema.
    """
    check_body(kind(name), body)


def receiver_of(name: str) -> IMessageReceiver | None:
    """Return who listens to messages of that kind here, or None."""
    return queryUtility(IMessageReceiver, name=name)


def is_personal(name: str) -> bool:
    """Return whether messages of that kind may hold personal data.

    One that is not in the catalogue may.
    """
    found = next((one for one in kinds() if one.name == name), None)
    return found is None or found.personal


def title_of(name: str) -> str:
    """Return how a kind is called, its own name when it is not in the catalogue."""
    found = next((one for one in kinds() if one.name == name), None)
    return name if found is None else found.title
