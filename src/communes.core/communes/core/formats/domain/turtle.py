"""The same graph as JSON-LD, written as Turtle (RDF 1.1).

It writes what the formats of this house make: absolute identifiers, prefixes in
``@context``, values that are text, truth, whole numbers, references or typed texts.
"""

from collections.abc import Iterator
from collections.abc import Mapping
import re


Node = Mapping[str, object]
Triple = tuple[str, str, str]

_NOT_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\n\r\t\x00-\x08\x0b\x0c\x0e-\x1f]')


def turtle(document: Node) -> str:
    """Return a document (``@context`` and ``@graph``) as Turtle."""
    context, graph = document["@context"], document["@graph"]
    if not isinstance(context, Mapping) or not isinstance(graph, list):
        raise TypeError("A context and a graph are expected")
    lines = [f"@prefix {name}: {_iri(str(url))} ." for name, url in context.items()]
    subject = ""
    parts: list[str] = []
    for triple in dict.fromkeys(one for node in graph for one in _triples(node)):
        if triple[0] != subject:
            lines += _statement(subject, parts)
            subject, parts = triple[0], []
        parts.append(f"{triple[1]} {triple[2]}")
    return "\n".join([*lines, *_statement(subject, parts), ""])


def _statement(subject: str, parts: list[str]) -> list[str]:
    joined = " ;\n    ".join(parts)
    return ["", f"{subject} {joined} ."] if parts else []


def _triples(node: Node) -> Iterator[Triple]:
    subject = _iri(str(node["@id"]))
    inside: list[Node] = []
    for name, value in node.items():
        for one in value if isinstance(value, list) else [value]:
            if name == "@id":
                continue
            if name == "@type":
                yield subject, "a", str(one)
            else:
                yield subject, name, _value(one)
            if isinstance(one, Mapping) and "@id" in one and len(one) > 1:
                inside.append(one)
    for one in inside:
        yield from _triples(one)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, Mapping):
        return _text(str(value))
    if "@id" in value:
        return _iri(str(value["@id"]))
    text = _text(str(value["@value"]))
    if "@language" in value:
        return f"{text}@{value['@language']}"
    return f"{text}^^{value['@type']}"


def _text(text: str) -> str:
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}")


def _iri(url: str) -> str:
    return f"<{_NOT_IRI.sub(lambda found: f'%{ord(found[0]):02X}', url)}>"
