"""The sheets of services as linked data: CPSV-AP 3.2 (SEMIC), in JSON-LD."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.formats.domain.plain import plain
from communes.web.domain.formats.linked_data import concept
from communes.web.domain.formats.linked_data import EU
from communes.web.domain.formats.linked_data import french
from communes.web.domain.formats.linked_data import graph
from communes.web.domain.formats.linked_data import Node
from communes.web.domain.formats.site import Site
from communes.web.domain.service import Authority
from communes.web.domain.service import Cost
from communes.web.domain.service import Named
from communes.web.domain.service import ServiceSheet
from urllib.parse import quote


def services(sheets: Iterable[ServiceSheet], site: Site) -> Node:
    """Return sheets and all they name as one graph.

    :param sheets: those that lack nothing (``service.missing_of``).
    """
    nodes: dict[object, Node] = {}
    for sheet in sheets:
        for node in _nodes(sheet, site):
            nodes.setdefault(node["@id"], node)
    return graph(list(nodes.values()))


def _nodes(sheet: ServiceSheet, site: Site) -> Iterator[Node]:
    url = site.url("services", sheet.id)
    service: Node = {
        "@id": url,
        "@type": "cpsv:PublicService",
        "dct:identifier": sheet.id,
        "dct:title": french(sheet.title),
        "dct:description": french(plain(sheet.description)),
    }
    if sheet.authority:
        authority = _authority(sheet.authority, site)
        service["cv:hasCompetentAuthority"] = {"@id": authority["@id"]}
        yield authority
    for name, nodes in _parts(sheet, url):
        if nodes:
            service[name] = [{"@id": node["@id"]} for node in nodes]
        yield from nodes
    if sheet.delay is not None:
        days = {"@type": "xsd:duration", "@value": f"P{sheet.delay.days}D"}
        service["cv:processingTime"] = days
    yield service


def _parts(sheet: ServiceSheet, url: str) -> Iterator[tuple[str, list[Node]]]:
    for name, kind, named in (
        ("cv:hasRequirement", "cv:Requirement", sheet.conditions),
        ("cv:hasInputType", "cv:EvidenceType", sheet.pieces),
        ("cpsv:produces", "cv:Output", sheet.results),
        ("cpsv:follows", "cpsv:Rule", sheet.rules),
    ):
        yield (
            name,
            [_named(url, kind, one) for one in named],
        )
    yield "cv:hasCost", [_cost(url, one) for one in sheet.costs]
    channels = [_node(url, "cv:Channel", one.id) for one in sheet.channels]
    yield "cv:hasChannel", channels


def _authority(one: Authority, site: Site) -> Node:
    return {
        "@id": site.url("authorities", one.id),
        "@type": "cv:PublicOrganisation",
        "dct:identifier": one.id,
        "skos:prefLabel": french(one.name),
        "dct:spatial": {"@id": one.spatial, "@type": "dct:Location"},
    }


def _cost(url: str, one: Cost) -> Node:
    node = _node(url, "cv:Cost", one.id)
    node["cv:value"] = {"@type": "xsd:decimal", "@value": f"{one.amount:f}"}
    node["cv:currency"] = concept(f"{EU}/currency/EUR", "euro")
    if one.condition:
        node["dct:description"] = french(one.condition)
    return node


def _named(url: str, kind: str, one: Named) -> Node:
    node = _node(url, kind, one.id)
    node["dct:title"] = french(one.title)
    if one.description:
        node["dct:description"] = french(one.description)
    return node


def _node(url: str, kind: str, id: str) -> Node:
    name = f"{kind.partition(':')[2].lower()}-{quote(id, safe='')}"
    return {"@id": f"{url}#{name}", "@type": kind, "dct:identifier": id}
