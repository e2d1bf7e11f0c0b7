"""What a request brings: its JSON body and its parameters, checked before use."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.errors.domain import InvalidInput
import json
from typing import Any


MAX_BODY_BYTES = 20_000_000


class NotJson(InvalidInput):
    """The body is no JSON object, or is not announced as JSON.

    Cure: send one object with ``Content-Type: application/json``. Browsers do not
    send that type to another site without asking it first, which keeps a page of
    somebody else from acting in the name of who is logged in.
    """

    code = "not_json"
    template = (
        "Le corps de la demande doit être un objet JSON, annoncé par l'en-tête "
        "« Content-Type: application/json » : ${problem}."
    )


class WrongValue(InvalidInput):
    """A value of the body has another type or is missing. Cure: send what is named."""

    code = "wrong_value"
    template = "« ${name} » : ${expected} est attendu."


class UnknownKey(InvalidInput):
    """The body or the address names something unknown. Cure: use a listed name."""

    code = "unknown_key"
    template = "« ${name} » n'est pas connu ici ; possibles : ${expected}."


KINDS = {
    str: "un texte",
    int: "un nombre entier",
    bool: "vrai ou faux",
    dict: "un objet",
    list: "une liste",
}


def raw_body(request: Any) -> bytes:
    """Return the bytes of a body announced as JSON.

    :raises NotJson: it is announced as something else, or is too large.
    """
    announced = request.getHeader("Content-Type", "").split(";")[0].strip().lower()
    if announced != "application/json":
        raise NotJson(problem=f"« {announced} » est annoncé")
    body = request.get("BODY") or b""
    if len(body) > MAX_BODY_BYTES:
        raise NotJson(problem=f"{len(body)} octets, {MAX_BODY_BYTES} au plus")
    return body


def json_body(request: Any, known: Sequence[str] | None = None) -> dict[str, Any]:
    """Return the JSON object of the request.

    :param known: the keys it may have; None: any.
    :raises NotJson: there is no such object.
    :raises UnknownKey: it has another key.
    """
    try:
        found = json.loads(raw_body(request) or b"{}")
        # Half a character is JSON, and nothing that can be kept or shown.
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as broken:
        raise NotJson(problem=str(broken)) from broken
    if not isinstance(found, dict):
        raise NotJson(problem="ce n'est pas un objet")
    for name in found:
        if known is not None and name not in known:
            raise UnknownKey(field=name, name=name, expected=", ".join(known))
    return found


def value(body: Mapping[str, Any], name: str, kind: type, default: Any = ...) -> Any:
    """Return one value of the body, of that type.

    :raises WrongValue: it is missing and has no default, or is of another type.
    """
    found = body.get(name)
    if found is None:
        if default is ...:
            raise WrongValue(field=name, name=name, expected=KINDS[kind])
        return default
    # A boolean is an int for Python and for nobody else.
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise WrongValue(field=name, name=name, expected=KINDS[kind])
    return found


def texts(body: Mapping[str, Any], name: str) -> list[str]:
    """Return a list of texts of the body.

    :raises WrongValue: it is missing, or holds something else.
    """
    found = value(body, name, list)
    if not all(isinstance(one, str) for one in found):
        raise WrongValue(field=name, name=name, expected="une liste de textes")
    return found


def revision(body: Mapping[str, Any]) -> int | None:
    """Return the revision the client read, or None when it does not say."""
    return value(body, "revision", int, None)


def parameter(request: Any, name: str, least: int, most: int, default: int) -> int:
    """Return a whole number of the query string.

    :raises WrongValue: it is none, or out of range.
    """
    given = request.form.get(name, default)
    try:
        number = int(given)
    except (TypeError, ValueError):
        number = least - 1
    if not least <= number <= most:
        expected = f"un nombre entier de {least} à {most}"
        raise WrongValue(field=name, name=name, expected=expected)
    return number
