"""A message as programs read it."""

from communes.core.errors.domain import InvalidInput
from communes.exchange.letters.domain import Direction
from communes.exchange.letters.domain import DOMAIN
from communes.exchange.letters.domain import Letter
from datetime import datetime
from datetime import UTC
import json
from typing import Any


class UnknownChoice(InvalidInput):
    """Cause: a value is none of a few. Cure: the sentence lists them."""

    i18n_domain = DOMAIN
    code = "unknown_choice"
    template = "« ${name} » : l'un de ces mots est attendu : ${expected}."


def choice(name: str, given: object, known: tuple[str, ...]) -> str:
    """Return a value that must be one of a few.

    :raises UnknownChoice: it is not.
    """
    if not isinstance(given, str) or given not in known:
        raise UnknownChoice(field=name, name=name, expected=", ".join(known))
    return given


def direction(given: object) -> Direction:
    """Return the direction a request names.

    :raises UnknownChoice: it names none.
    """
    return Direction(choice("direction", given, tuple(Direction)))


def shown(found: Letter) -> dict[str, Any]:
    """Return a message as JSON; with its whole text when that was read."""
    told: dict[str, Any] = {
        "direction": str(found.direction),
        "peer": found.peer,
        "subject": found.subject,
        "number": found.number,
        "id": found.id,
        "kind": found.kind,
        "state": found.state,
        "since": datetime.fromtimestamp(found.moment, UTC).isoformat(),
        "reason": found.reason,
    }
    return {**told, "message": json.loads(found.text)} if found.text else told
