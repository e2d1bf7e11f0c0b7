"""The addresses of the open data told to programs, as an OpenAPI 3.1 document."""

from collections.abc import Mapping
from communes.publications.domain.formats import oparl_lists
from communes.publications.domain.formats.negotiation import ALIASES
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import FORMS
from communes.publications.domain.formats.negotiation import Kind
from communes.publications.domain.formats.negotiation import MEDIA_TYPES


Node = dict[str, object]

PATHS = {
    Kind.INSTITUTION: "/{nis}",
    Kind.ASSEMBLY: "/{nis}/{assembly}",
    Kind.YEAR: "/{nis}/{assembly}/{year}",
    Kind.MEETING: "/{nis}/{assembly}/{year}/{meeting}",
    Kind.DECISION: "/{nis}/{assembly}/{year}/{meeting}/{item}",
}
_TEXT: Node = {"type": "string"}
_PLACES: dict[str, Node] = {
    "nis": {"type": "string", "pattern": "^[0-9]{5}$"},
    "assembly": _TEXT,
    "year": {"type": "string", "pattern": "^[0-9]{4}$"},
    "meeting": _TEXT,
    "item": _TEXT,
    "name": _TEXT,
    "annex": _TEXT,
    "number": {"type": "string", "pattern": "^[1-9][0-9]*$"},
}
_MOMENT: Node = {"type": "string", "format": "date-time"}
_OBJECT: Node = {
    "type": "object",
    "required": ["id", "type"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"type": "string", "format": "uri"},
        "created": _MOMENT,
        "modified": _MOMENT,
        "deleted": {"type": "boolean"},
    },
}
_PAGE: Node = {
    "type": "object",
    "required": ["data", "pagination", "links"],
    "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Object"}},
        "pagination": {"type": "object"},
        "links": {"type": "object"},
    },
}
_ERROR: Node = {
    "type": "object",
    "required": ["type", "message", "debug"],
    "properties": {"type": _TEXT, "message": _TEXT, "debug": _TEXT},
}
_XML = {"application/xml": {"schema": _TEXT}}


def openapi(base: str, version: str) -> Node:
    """Return the document; ``base`` is the address of the portal."""
    paths: Node = {}
    for kind, path in PATHS.items():
        paths[path] = _path(path, _negotiated(kind), "Dans la forme demandée (Accept)")
        for form in FORMS[kind]:
            content = {MEDIA_TYPES[form]: {"schema": _schema(form)}}
            paths[f"{path}.{form}"] = _path(path, content, f"Comme .{form}")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Données ouvertes du portail",
            "version": version,
            "description": "Tout est public, en lecture, sans compte ni clé. "
            "Renvoyez l'ETag reçu dans If-None-Match : 304 quand rien n'a changé.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": base}],
        "paths": {**paths, **_oparl(), **_portal()},
        "components": {
            "schemas": {"Object": _OBJECT, "List": _PAGE, "Error": _ERROR},
        },
    }


def _portal() -> Node:
    graphs = {
        MEDIA_TYPES[one]: {"schema": _schema(one)} for one in (Form.JSONLD, Form.TURTLE)
    }
    paths: Node = {}
    for name, words in (("catalogue", "DCAT-AP 3"), ("concepts", "SKOS")):
        paths[f"/{name}"] = _path("", graphs, words)
        for form in (Form.JSONLD, Form.TURTLE):
            only = {MEDIA_TYPES[form]: {"schema": _schema(form)}}
            paths[f"/{name}.{form}"] = _path("", only, words)
    site_map = "/{nis}/sitemap-{number}.xml"
    paths["/sitemap.xml"] = _path("", _XML, "Les plans du site")
    paths[site_map] = _path(site_map, _XML, "Les pages d'une institution")
    return paths


def _oparl() -> Node:
    one = {"application/json": {"schema": {"$ref": "#/components/schemas/Object"}}}
    many = {"application/json": {"schema": {"$ref": "#/components/schemas/List"}}}
    paths: Node = {
        "/oparl/1.1/system": _path("", one, "OParl : System"),
        "/oparl/1.1/bodies": _path("", many, "OParl : Body", filters=True),
        "/oparl/1.1/{nis}": _path("/{nis}", one, "OParl : Body"),
    }
    meeting = "/{assembly}/{year}/{meeting}"
    keys = dict.fromkeys(oparl_lists.OF_MEETINGS, f"{meeting}/{{item}}")
    keys |= {"meetings": meeting, "locations": meeting}
    keys |= {"files": f"{meeting}/{{item}}/{{annex}}", "people": "/{name}"}
    keys |= {"memberships": "/{assembly}/{name}", "organizations": "/{assembly}"}
    kinds = oparl_lists.OF_MEETINGS | oparl_lists.OF_PEOPLE | oparl_lists.OF_BODY
    for name, kind in kinds.items():
        path = f"/oparl/1.1/{{nis}}/{name}"
        paths[path] = _path(path, many, f"OParl : {kind}", filters=True)
        if name in keys:
            alone = f"{path}{keys[name]}"
            paths[alone] = _path(alone, one, f"OParl : {kind}")
    return paths


def _negotiated(kind: Kind) -> Node:
    content: Node = {"text/html": {"schema": _TEXT}}
    for form in FORMS[kind]:
        content[MEDIA_TYPES[form]] = {"schema": _schema(form)}
    for alias, form in ALIASES.items():
        if form in FORMS[kind]:
            content[alias] = {"schema": _schema(form)}
    return content


def _schema(form: Form) -> Node:
    if form is Form.JSON:
        return {"$ref": "#/components/schemas/Object"}
    return {"type": "object"} if form is Form.JSONLD else _TEXT


def _path(
    path: str, content: Mapping[str, object], words: str, *, filters: bool = False
) -> Node:
    places = [name for name in _PLACES if f"{{{name}}}" in path]
    parameters: list[Node] = [
        {"name": name, "in": "path", "required": True, "schema": _PLACES[name]}
        for name in places
    ]
    if filters:
        parameters += [
            {"name": name, "in": "query", "schema": _MOMENT}
            for name in oparl_lists.MOMENTS
        ]
        parameters += [
            {"name": "omit_internal", "in": "query", "schema": {"type": "boolean"}},
            {
                "name": "page",
                "in": "query",
                "schema": {"type": "integer", "minimum": 1},
            },
        ]
    refused = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    responses: Node = {
        "200": {"description": words, "content": content},
        "304": {"description": "Rien n'a changé depuis l'ETag envoyé."},
        "404": {"description": "Rien de public à cette adresse.", "content": refused},
    }
    if filters:
        bad: Node = {"description": "Un paramètre est illisible.", "content": refused}
        responses["400"] = bad
    told: Node = {"get": {"summary": words, "responses": responses}}
    return told | ({"parameters": parameters} if parameters else {})
