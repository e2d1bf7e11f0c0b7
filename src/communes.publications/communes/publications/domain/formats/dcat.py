"""The open data of an institution as a DCAT-AP 3 catalogue (JSON-LD).

Source: DCAT-AP 3.0.1 (SEMIC): mandatory and recommended properties of Catalogue,
Dataset, Distribution and Data Service.
"""

from communes.publications.domain.formats.links import as_form
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.negotiation import Form
from communes.publications.domain.formats.negotiation import MEDIA_TYPES
from communes.publications.domain.formats.publisher import Publisher
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote


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
#: Form, title, type of the file in the EU's list: what each institution gives whole.
FILES = (
    (Form.CSV, "Décisions (SCDL, CSV)", "CSV"),
    (Form.ATOM, "Dernières décisions (Atom)", "ATOM"),
    (Form.ICS, "Séances (iCalendar)", "ICS"),
)
LICENCE = f"{_EU}/licence/CC_BY_4_0"


@dataclass(frozen=True)
class Holding:
    """What an institution publishes: since when unchanged, and the years it has.

    ``years`` are the addresses of each year of each assembly, below the portal.
    """

    publisher: Publisher
    modified: datetime
    years: tuple[str, ...] = ()


def catalogue(title: str, holdings: tuple[Holding, ...], links: Links) -> Node:
    """Return the catalogue of the portal, with one dataset per institution."""
    publishers = [one.publisher for one in holdings]
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
    for held in holdings:
        graph += _nodes(held, links)
    return {"@context": CONTEXT, "@graph": graph}


def dataset(holding: Holding, links: Links) -> Node:
    """Return the dataset of one institution, as the catalogue has it."""
    return {"@context": CONTEXT, "@graph": _nodes(holding, links)}


def _nodes(holding: Holding, links: Links) -> list[Node]:
    one = holding.publisher
    base = links.institution(one.nis)
    distributions = [_distribution(base, *row) for row in FILES]
    distributions += [_year(f"{links.base}/{path}") for path in holding.years]
    dataset: Node = {
        "@id": _dataset(one, links),
        "@type": "dcat:Dataset",
        "dct:title": _french(f"Décisions de {one.name}"),
        "dct:description": _french(
            f"Séances, projets et décisions publiques de {one.name}."
        ),
        "dct:identifier": f"{one.nis}-decisions",
        "dct:publisher": {"@id": base},
        "dct:modified": {
            "@type": "xsd:dateTime",
            "@value": holding.modified.isoformat(),
        },
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
            "vcard:hasEmail": {"@id": f"mailto:{quote(one.mail, safe='@')}"},
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
        "dcat:endpointURL": {"@id": links.oparl(one.nis)},
        "dcat:endpointDescription": {"@id": "https://schema.oparl.org/1.1/"},
        "dct:publisher": {"@id": base},
        "dcat:servesDataset": {"@id": _dataset(one, links)},
    }
    return [dataset, agent, service, *distributions]


def _year(url: str) -> Node:
    title = f"Décisions {' '.join(url.rsplit('/', 2)[1:])} (OSLO-Besluit, JSON-LD)"
    return _distribution(url, Form.JSONLD, title, "JSON_LD")


def _distribution(base: str, form: Form, title: str, kind: str) -> Node:
    url = as_form(base, form)
    return {
        "@id": f"{url}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _french(title),
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dct:license": _ref(LICENCE, "dct:LicenseDocument"),
        "dct:format": _ref(f"{_EU}/file-type/{kind}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _ref(f"{_IANA}/{MEDIA_TYPES[form]}", "dct:MediaType"),
    }


def _dataset(one: Publisher, links: Links) -> str:
    return f"{links.institution(one.nis)}#decisions"


def _service(one: Publisher, links: Links) -> str:
    return f"{links.institution(one.nis)}#oparl"


def _ref(url: str, kind: str) -> Node:
    return {"@id": url, "@type": kind}


def _concept(url: str, label: str) -> Node:
    return {**_ref(url, "skos:Concept"), "skos:prefLabel": _french(label)}


def _french(text: str) -> Node:
    return {"@language": "fr", "@value": text}
