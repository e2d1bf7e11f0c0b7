"""A service told in plain values, and the OpenAPI 3.1 document many of them make."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
import re
from typing import Any


Schema = Mapping[str, Any]

VERSION = "3.1.0"
JSON = "application/json"
#: What each family of refusals means to a program (communes.core.errors).
REFUSALS = {
    400: "The address or the body can not be read: unknown name, wrong type or value.",
    401: "Nobody is logged in, or the credentials are wrong.",
    403: "This account may not do it.",
    404: "There is no such thing, or this account may not know of it.",
    409: "Somebody was first: a duplicate, or a stale revision. Nothing was changed.",
    422: "A rule of the trade refuses it; `reasons` say why, `rows` where.",
}
TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
URL: Schema = {"type": "string", "format": "uri"}


@dataclass(frozen=True)
class Query:
    """A parameter of the address; ``many`` may come several times."""

    name: str
    description: str
    schema: Schema = field(default_factory=lambda: TEXT)
    many: bool = False


@dataclass(frozen=True)
class Given:
    """One answer when things go well; without a schema it has no JSON body."""

    description: str
    schema: Schema | None = None
    content_types: tuple[str, ...] = (JSON,)
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Operation:
    """One service: a method at a path, for the things it is registered for.

    ``path`` is that of a site, with ``{places}``; ``places`` are the dotted names of
    the interfaces the service is registered for; ``refusals`` are the statuses of
    ``REFUSALS`` it may answer (401 always may).
    """

    method: str
    path: str
    places: tuple[str, ...]
    summary: str
    answers: Mapping[int, Given]
    description: str = ""
    query: tuple[Query, ...] = ()
    body: Schema | None = None
    refusals: tuple[int, ...] = (404,)

    @property
    def service(self) -> str:
        """The name of the service, with its @."""
        return next(one for one in self.path.split("/") if one.startswith("@"))


def obj(required: Mapping[str, Schema], **more: Schema) -> Schema:
    """Return the schema of an object; ``more`` are the keys that may be missing."""
    return {
        "type": "object",
        "properties": {**required, **more},
        "required": list(required),
    }


def closed(schema: Schema) -> Schema:
    """Return the schema of an object that has no other keys: what a body may bring."""
    return {**schema, "additionalProperties": False}


def many(items: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def one_of(*values: str) -> Schema:
    """Return the schema of a text that is one of a few."""
    return {"type": "string", "enum": list(values)}


def or_null(schema: Schema) -> Schema:
    """Return the schema of a value that may be null."""
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> Schema:
    """Return the reference to a schema told once."""
    return {"$ref": f"#/components/schemas/{name}"}


def created(name: str) -> Given:
    """Return the answer to who made a thing that a schema tells."""
    return Given("It.", ref(name), headers={"Location": "Its address."})


def created_once(name: str) -> dict[int, Given]:
    """Return the answers to who makes a thing once per external id."""
    return {201: created(name), 200: Given("The one of this `external_id`.", ref(name))}


REASON = obj({"code": TEXT, "message": TEXT})
ERROR = obj(
    {
        "error": obj(
            {"type": TEXT, "code": TEXT, "message": TEXT},
            field=TEXT,
            reasons=many(ref("Reason")),
            rows=many({"type": "object"}),
        )
    }
)
KIT_SCHEMAS: Mapping[str, Schema] = {"Reason": REASON, "Error": ERROR}


def document(
    operations: Iterable[Operation],
    schemas: Mapping[str, Schema],
    version: str,
    server: str,
) -> dict[str, Any]:
    """Return the whole document, in an order that does not depend on the caller.

    :raises ValueError: the same method and path are told twice.
    """
    paths: dict[str, dict[str, Any]] = {}
    for one in sorted(operations, key=lambda each: (each.path, each.method)):
        methods = paths.setdefault(one.path, {})
        if one.method.lower() in methods:
            raise ValueError(f"{one.method} {one.path} is told twice")
        methods[one.method.lower()] = _operation(one)
    for path, methods in paths.items():
        places = _places(path)
        if places:
            methods["parameters"] = places
    known = {**KIT_SCHEMAS, **schemas}
    return {
        "openapi": VERSION,
        "info": {
            "title": "Services of the communes suite",
            "version": version,
            "description": "Everything the pages can do. Send "
            "`Accept: application/json`; bodies are announced as JSON. "
            "A list says how many rows there are and gives one page of them.",
            "license": {"name": "GPL-2.0-or-later", "identifier": "GPL-2.0-or-later"},
        },
        "servers": [{"url": server}],
        "security": [{"basic": []}, {"bearer": []}],
        "paths": paths,
        "components": {
            "schemas": {name: known[name] for name in sorted(known)},
            "responses": {f"Refused{one}": _refused(one) for one in sorted(REFUSALS)},
            "securitySchemes": {
                "basic": {"type": "http", "scheme": "basic"},
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "JWT",
                    "description": "The token that `POST @login` gives.",
                },
            },
        },
    }


def _operation(one: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": _identifier(one),
        "tags": [one.service.removeprefix("@").partition("-")[0]],
        "summary": one.summary,
        "responses": {
            str(status): _given(one.answers[status]) for status in one.answers
        },
    }
    if one.description:
        told["description"] = one.description
    if one.query:
        told["parameters"] = [_query(each) for each in one.query]
    if one.body is not None:
        content = {JSON: {"schema": one.body}}
        told["requestBody"] = {"required": True, "content": content}
    for status in sorted({401, *one.refusals}):
        told["responses"][str(status)] = {
            "$ref": f"#/components/responses/Refused{status}"
        }
    return told


def _identifier(one: Operation) -> str:
    # The same service stands on several things: the thing is part of the name.
    parts = re.findall(r"[a-z]+", f"{one.service} {' '.join(_names(one.path))}")
    return one.method.lower() + "".join(part.capitalize() for part in parts)


def _names(path: str) -> list[str]:
    return re.findall(r"\{([a-z_]+)\}", path)


def _places(path: str) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": TEXT}
        for name in _names(path)
    ]


def _query(one: Query) -> dict[str, Any]:
    schema = many(one.schema) if one.many else one.schema
    told = {"name": one.name, "in": "query", "description": one.description}
    return {**told, "schema": schema}


def _given(one: Given) -> dict[str, Any]:
    told: dict[str, Any] = {"description": one.description}
    if one.schema is not None:
        told["content"] = {kind: {"schema": one.schema} for kind in one.content_types}
    if one.headers:
        told["headers"] = {
            name: {"description": words, "schema": TEXT}
            for name, words in one.headers.items()
        }
    return told


def _refused(status: int) -> dict[str, Any]:
    # Who is not logged in is answered by Plone itself, in Plone's words.
    schema: Schema = {"type": "object"} if status == 401 else ref("Error")
    return {"description": REFUSALS[status], "content": {JSON: {"schema": schema}}}
