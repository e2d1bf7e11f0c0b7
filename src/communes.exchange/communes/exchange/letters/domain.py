"""One message as an agent sees it, in whichever direction it goes."""

from communes.core.errors.domain import InvalidInput
from dataclasses import dataclass
from enum import StrEnum
import json


DOMAIN = "communes.exchange"


#: What Python says when it stops reading JSON, by its first words.
_WORDS = {
    "Expecting ':'": "un deux-points est attendu",
    "Expecting ','": "une virgule est attendue",
    "Expecting property name": "un nom entre guillemets est attendu",
    "Expecting value": "une valeur est attendue",
    "Illegal trailing comma": "une virgule est de trop",
    "Extra data": "quelque chose suit la fin de l'objet",
    "Unterminated string": "un guillemet n'est pas fermé",
    "Invalid control character": "un retour à la ligne est dans un texte",
    "Invalid \\": "une barre oblique inverse n'annonce rien",
}


class Direction(StrEnum):
    """Whether this site says the message, or is told it."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Letter:
    """A message that has not arrived, or that is not done.

    ``state`` is ``waiting`` or ``refused`` (``done`` and ``dropped`` for one looked up
    by its id); ``moment`` when it took it, in seconds since the epoch; ``reason`` why
    it is refused, or why it still waits; ``text`` the whole message as JSON, empty in
    a list.
    """

    direction: Direction
    peer: str
    subject: str
    number: int
    id: str
    kind: str
    state: str
    moment: float
    reason: str
    text: str = ""


class BodyUnreadable(InvalidInput):
    """Cause: what was typed is no JSON object. Cure: the line and sign are named."""

    i18n_domain = DOMAIN
    code = "letter_body_unreadable"
    template = (
        "Le contenu ne peut pas être lu comme du JSON, à la ligne ${line}, signe "
        "${column} : ${problem}."
    )


class ReasonMissing(InvalidInput):
    """Cause: a message is given up without a word. Cure: say why."""

    i18n_domain = DOMAIN
    code = "letter_reason_missing"
    template = "Dites pourquoi ce message est abandonné : le motif reste au journal."


def read_body(text: str) -> dict[str, object]:
    """Return the body that was typed.

    :raises BodyUnreadable: names the place where it stops being JSON.
    """
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise BodyUnreadable(
            field="body",
            line=error.lineno,
            column=error.colno,
            problem=_said(error.msg),
        ) from error
    except RecursionError as error:
        raise BodyUnreadable(
            field="body", line=1, column=1, problem="trop de niveaux"
        ) from error
    if not isinstance(found, dict):
        raise BodyUnreadable(
            field="body", line=1, column=1, problem="un objet {…} est attendu"
        )
    return found


def _said(problem: str) -> str:
    """Return in French what the reader of JSON of Python found."""
    for begins, words in _WORDS.items():
        if problem.startswith(begins):
            return words
    return "ce n'est pas du JSON"
