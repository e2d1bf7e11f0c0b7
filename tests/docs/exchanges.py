"""The documented exchanges, and the OpenAPI document they are held against."""

from dataclasses import dataclass
from documentation import DOCS
import json
from pathlib import Path
import re
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit


WRITTEN = DOCS / "reference" / "openapi.json"
EXAMPLES = sorted(DOCS.glob("reference/*/http/*.http"))
SERVER = "https://valmont.example/agents"


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, as an example of the documentation tells them."""

    method: str
    path: str
    query: dict[str, list[str]]
    body: Any
    status: int
    answer: Any


def read(example: Path) -> Exchange:
    """Return the exchange of an example."""
    asked, answered = example.read_text("utf-8").split("\nHTTP/1.1 ", 1)
    method, address = asked.splitlines()[0].split(" ", 1)
    address = address.removesuffix(" HTTP/1.1")
    parts = urlsplit(address)
    return Exchange(
        method,
        parts.path.removeprefix(urlsplit(SERVER).path),
        parse_qs(parts.query),
        _body(asked),
        int(answered.split(" ", 1)[0]),
        _body(answered),
    )


def _body(message: str) -> Any:
    _head, _blank, body = message.partition("\n\n")
    return json.loads(body) if body.strip() else None


def operation(document: dict, exchange: Exchange) -> dict | None:
    """Return the operation of the document that an exchange uses, if there is one."""
    for path, methods in document["paths"].items():
        pattern = re.sub(r"\\\{[a-z_]+\\\}", "[^/@]+", re.escape(path))
        if re.fullmatch(pattern, exchange.path):
            return methods.get(exchange.method.lower())
    return None


def strict(schema: Any) -> Any:
    """Return a schema whose objects have no key that it does not tell."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: strict(value) for key, value in schema.items()}
    is_object = told.get("type") == "object" and "properties" in told
    if is_object and "additionalProperties" not in told:
        told["additionalProperties"] = False
    return told


def schema_of(document: dict, told: dict) -> dict | None:
    """Return the JSON schema of a body or an answer, its references resolvable."""
    if "$ref" in told:
        told = document["components"]["responses"][told["$ref"].rsplit("/", 1)[1]]
    content = told.get("content", {}).get("application/json")
    if content is None:
        return None
    return {**content["schema"], "components": document["components"]}
