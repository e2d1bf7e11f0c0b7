"""Holds a message against the JSON Schema (2020-12) of its kind."""

from collections.abc import Mapping
from communes.exchange.messages.domain.errors import MessageInvalid
from communes.exchange.messages.domain.kind import MessageKind
from communes.exchange.messages.wording import said
from functools import lru_cache
import json
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match


def check_body(kind: MessageKind, body: Mapping[str, object]) -> None:
    """Refuse a body that does not follow the schema of its kind.

    :raises MessageInvalid: names the place that is most wrong.
    """
    worst = best_match(_validator(json.dumps(kind.schema)).iter_errors(body))
    if worst is not None:
        place = "/".join(str(part) for part in worst.absolute_path) or "data"
        raise MessageInvalid(kind=kind.name, place=place, problem=said(worst))


@lru_cache(maxsize=256)
def _validator(schema: str) -> Draft202012Validator:
    found = json.loads(schema)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(
        found, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
