"""The open data of an institution as a DCAT-AP 3 catalogue (JSON-LD).

Source: DCAT-AP 3.0.1 (SEMIC): mandatory and recommended properties of Catalogue,
Dataset, Distribution and Data Service.
"""

from communes.publications.domain.formats.links import Links
from dataclasses import dataclass
from datetime import datetime


Node = dict[str, object]

_EU = "http://publications.europa.eu/resource/authority"
_IANA = "http://www.iana.org/assignments/media-types"
CONTEXT: Node = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Name in the address, title, type of the file in the EU's list, media type.
FILES = (
    ("decisions.csv", "Décisions (SCDL, CSV)", "CSV", "text/csv"),
    ("decisions.jsonld", "Décisions (OSLO-Besluit)", "JSON_LD", "application/ld+json"),
    ("decisions.atom", "Décisions (Atom)", "ATOM", "application/atom+xml"),
    ("seances.ics", "Séances (iCalendar)", "ICS", "text/calendar"),
)
LICENCE = f"{_EU}/licence/CC_BY_4_0"


@dataclass(frozen=True)
class Publisher:
    """Who answers for the data of one institution."""

    nis: str
    name: str
    mail: str
    modified: datetime


def catalogue(title: str, publishers: tuple[Publisher, ...], links: Links) -> Node:
    """Return the catalogue of the portal, with one dataset per institution."""
    graph: list[Node] = [
        {
            "@id": f"{links.base}/catalogue",
            "@type": "dcat:Catalog",
            "dct:title": _french(title),
            "dct:description": _french("Décisions publiques d'institutions wallonnes."),
            "dct:publisher": [
                {"@id": links.institution(one.nis)} for one in publishers
            ],
            "dct:language": _ref(f"{_EU}/language/FRA", "dct:LinguisticSystem"),
            "dcat:dataset": [{"@id": _dataset(one, links)} for one in publishers],
            "dcat:service": [{"@id": _service(one, links)} for one in publishers],
        }
    ]
    for one in publishers:
        graph += _nodes(one, links)
    return {"@context": CONTEXT, "@graph": graph}


def _nodes(one: Publisher, links: Links) -> list[Node]:
    base = links.institution(one.nis)
    distributions = [_distribution(base, *row) for row in FILES]
    dataset: Node = {
        "@id": _dataset(one, links),
        "@type": "dcat:Dataset",
        "dct:title": _french(f"Décisions de {one.name}"),
        "dct:description": _french(
            f"Séances, projets et décisions publiques de {one.name}."
        ),
        "dct:identifier": f"{one.nis}-decisions",
        "dct:publisher": {"@id": base},
        "dct:modified": {"@type": "xsd:dateTime", "@value": one.modified.isoformat()},
        "dcat:theme": _concept(
            f"{_EU}/data-theme/GOVE", "Gouvernement et secteur public"
        ),
        "dct:accessRights": _ref(f"{_EU}/access-right/PUBLIC", "dct:RightsStatement"),
        "dct:accrualPeriodicity": _ref(f"{_EU}/frequency/CONT", "dct:Frequency"),
        "dct:language": _ref(f"{_EU}/language/FRA", "dct:LinguisticSystem"),
        "dcat:contactPoint": {
            "@id": f"{base}#contact",
            "@type": "vcard:Kind",
            "vcard:fn": one.name,
            "vcard:hasEmail": {"@id": f"mailto:{one.mail}"},
        },
        "dcat:distribution": [{"@id": node["@id"]} for node in distributions],
    }
    agent: Node = {
        "@id": base,
        "@type": "foaf:Agent",
        "foaf:name": _french(one.name),
        "dct:type": _concept(
            "http://purl.org/adms/publishertype/LocalAuthority", "Autorité locale"
        ),
    }
    service: Node = {
        "@id": _service(one, links),
        "@type": "dcat:DataService",
        "dct:title": _french(f"OParl de {one.name}"),
        "dcat:endpointURL": {"@id": f"{base}/oparl/system"},
        "dcat:endpointDescription": {"@id": "https://schema.oparl.org/1.1/"},
        "dct:publisher": {"@id": base},
        "dcat:servesDataset": {"@id": _dataset(one, links)},
    }
    return [dataset, agent, service, *distributions]


def _distribution(base: str, file: str, title: str, kind: str, media: str) -> Node:
    return {
        "@id": f"{base}/{file}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _french(title),
        "dcat:accessURL": {"@id": f"{base}/{file}"},
        "dcat:downloadURL": {"@id": f"{base}/{file}"},
        "dct:license": _ref(LICENCE, "dct:LicenseDocument"),
        "dct:format": _ref(f"{_EU}/file-type/{kind}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _ref(f"{_IANA}/{media}", "dct:MediaType"),
    }


def _dataset(one: Publisher, links: Links) -> str:
    return f"{links.institution(one.nis)}/decisions"


def _service(one: Publisher, links: Links) -> str:
    return f"{links.institution(one.nis)}/oparl"


def _ref(url: str, kind: str) -> Node:
    return {"@id": url, "@type": kind}


def _concept(url: str, label: str) -> Node:
    return {**_ref(url, "skos:Concept"), "skos:prefLabel": _french(label)}


def _french(text: str) -> Node:
    return {"@language": "fr", "@value": text}
