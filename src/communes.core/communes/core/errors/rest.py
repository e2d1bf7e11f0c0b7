"""What a refusal says to a program, and in words to whoever reads them."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.errors.domain import DomainError
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused
from communes.core.errors.families import family_of
from communes.core.errors.i18n import to_sentence
from typing import Any


def as_json(error: DomainError, request: object) -> dict[str, object]:
    """Return the body of a refusal, as every service of the suite answers it.

    ``{"error": {"type", "code", "message"}}`` and, when there are, ``field`` (name of
    the input at fault), ``reasons`` (a list of ``code`` and ``message``) and ``rows``
    (what is wrong row by row). ``type`` is the family, ``code`` the refusal itself.
    """
    body: dict[str, object] = {
        "type": family_of(error),
        "code": error.code,
        "message": sentence_of(error, request),
    }
    if error.field is not None:
        body["field"] = error.field
    reasons = getattr(error, "reasons", ())
    if reasons:
        body["reasons"] = reasons_json(reasons, request)
    rows = rows_of(error)
    if rows:
        body["rows"] = [dict(row) for row in rows]
    return {"error": body}


def reasons_json(found: Iterable[Reason], request: object) -> list[dict[str, str]]:
    """Return reasons as every service tells them, in the language of the request."""
    return [{"code": one.code, "message": to_sentence(one, request)} for one in found]


def step_json(found: Any, request: object) -> dict[str, Any]:
    """Return a step out of a state as every service tells it, with what is against.

    :param found: it has ``id``, ``title``, ``target``, ``available`` and ``reasons``.
    """
    return {
        "id": found.id,
        "title": found.title,
        "target": found.target,
        "available": found.available,
        "reasons": reasons_json(found.reasons, request),
    }


def sentence_of(error: DomainError, request: object) -> str:
    """Return the refusal as one text; a rule that gives reasons speaks through them."""
    if isinstance(error, RuleRefused) and error.reasons:
        return " ".join(to_sentence(reason, request) for reason in error.reasons)
    return to_sentence(error.reason, request)


def rows_of(error: DomainError) -> tuple[Mapping[str, object], ...]:
    """Return what is wrong row by row, for the refusals that know."""
    return tuple(getattr(error, "rows", ()))
