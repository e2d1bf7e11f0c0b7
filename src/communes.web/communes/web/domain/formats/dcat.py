"""What the website gives as open data: a DCAT-AP 3 catalogue in JSON-LD."""

from communes.web.domain.formats.linked_data import commune
from communes.web.domain.formats.linked_data import concept
from communes.web.domain.formats.linked_data import EU
from communes.web.domain.formats.linked_data import french
from communes.web.domain.formats.linked_data import graph
from communes.web.domain.formats.linked_data import Node
from communes.web.domain.formats.linked_data import reference
from communes.web.domain.formats.site import Site
from dataclasses import dataclass
from datetime import datetime


_IANA = "http://www.iana.org/assignments/media-types"
LICENCE = f"{EU}/licence/CC_BY_4_0"
#: Where the catalogue stands; other solutions of the site have their own.
CATALOGUE = "donnees-du-site"


@dataclass(frozen=True)
class File:
    """A form of a dataset; ``kind`` is its type in the list of the Union."""

    url: str
    title: str
    media_type: str
    kind: str


@dataclass(frozen=True)
class Dataset:
    """A list of the site, with its forms; ``theme`` is a theme of the Union's list."""

    id: str
    title: str
    description: str
    modified: datetime
    files: tuple[File, ...]
    theme: str = "GOVE"
    theme_title: str = "Gouvernement et secteur public"


def catalogue(datasets: tuple[Dataset, ...], site: Site) -> Node:
    """Return the catalogue of a site."""
    head: Node = {
        "@id": site.url(CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": french(f"Données ouvertes de {site.name}"),
        "dct:description": french(f"Ce que le site de {site.name} publie."),
        "dct:publisher": {"@id": site.publisher},
        "dct:language": reference(f"{EU}/language/FRA", "dct:LinguisticSystem"),
        "dcat:dataset": [{"@id": _url(one, site)} for one in datasets],
    }
    nodes = [head, commune(site)]
    for one in datasets:
        nodes.append(_dataset(one, site))
        nodes += [_distribution(file) for file in one.files]
    return graph(nodes)


def _dataset(one: Dataset, site: Site) -> Node:
    node: Node = {
        "@id": _url(one, site),
        "@type": "dcat:Dataset",
        "dct:title": french(one.title),
        "dct:description": french(one.description),
        "dct:identifier": f"{site.nis}-{one.id}" if site.nis else one.id,
        "dct:publisher": {"@id": site.publisher},
        "dct:modified": {"@type": "xsd:dateTime", "@value": one.modified.isoformat()},
        "dcat:theme": concept(f"{EU}/data-theme/{one.theme}", one.theme_title),
        "dct:accessRights": reference(
            f"{EU}/access-right/PUBLIC", "dct:RightsStatement"
        ),
        "dct:language": reference(f"{EU}/language/FRA", "dct:LinguisticSystem"),
        "dcat:distribution": [{"@id": f"{file.url}#file"} for file in one.files],
    }
    if site.mail:
        node["dcat:contactPoint"] = {
            "@id": f"{site.base}#contact",
            "@type": "vcard:Kind",
            "vcard:fn": site.name,
            "vcard:hasEmail": {"@id": f"mailto:{site.mail}"},
        }
    return node


def _distribution(file: File) -> Node:
    return {
        "@id": f"{file.url}#file",
        "@type": "dcat:Distribution",
        "dct:title": french(file.title),
        "dcat:accessURL": {"@id": file.url},
        "dcat:downloadURL": {"@id": file.url},
        "dct:license": reference(LICENCE, "dct:LicenseDocument"),
        "dct:format": reference(f"{EU}/file-type/{file.kind}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": reference(f"{_IANA}/{file.media_type}", "dct:MediaType"),
    }


def _url(one: Dataset, site: Site) -> str:
    return site.url(CATALOGUE, one.id)
