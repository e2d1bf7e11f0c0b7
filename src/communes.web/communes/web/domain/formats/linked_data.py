"""The words that our graphs share: contexts, texts in French, references."""

from communes.web.domain.formats.site import Site


Node = dict[str, object]
EU = "http://publications.europa.eu/resource/authority"
CONTEXT: Node = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def graph(nodes: list[Node]) -> Node:
    """Return nodes as one JSON-LD document."""
    return {"@context": CONTEXT, "@graph": nodes}


def french(text: str) -> Node:
    """Return a text that says it is French."""
    return {"@language": "fr", "@value": text}


def reference(url: str, kind: str) -> Node:
    """Return what stands elsewhere, with its kind."""
    return {"@id": url, "@type": kind}


def concept(url: str, label: str) -> Node:
    """Return a term of somebody's list, with its French name."""
    return {**reference(url, "skos:Concept"), "skos:prefLabel": french(label)}


def commune(site: Site) -> Node:
    """Return the commune as who publishes."""
    return {
        "@id": site.publisher,
        "@type": "foaf:Agent",
        "foaf:name": french(site.name),
        "dct:type": concept(
            "http://purl.org/adms/publishertype/LocalAuthority", "Autorité locale"
        ),
    }
