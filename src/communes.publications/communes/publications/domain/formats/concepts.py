"""The portal's own lists of concepts, as SKOS: what the linked data refers to."""

from communes.publications.domain.formats.links import Links


Node = dict[str, object]

CONTEXT: Node = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
}
#: Kind of concept -> value -> French label.
CONCEPTS = {
    "organe": {
        "conseil": "Conseil communal",
        "college": "Collège communal",
        "conseil_action_sociale": "Conseil de l'action sociale",
        "bureau_permanent": "Bureau permanent",
        "conseil_police": "Conseil de police",
        "college_police": "Collège de police",
        "assemblee_generale": "Assemblée générale",
        "conseil_administration": "Conseil d'administration",
    },
    "institution": {
        "commune": "Commune",
        "cpas": "CPAS",
        "zone-de-police": "Zone de police",
        "zone-de-secours": "Zone de secours",
        "intercommunale": "Intercommunale",
        "regie": "Régie",
        "province": "Province",
    },
    "type": {"point": "Point à l'ordre du jour"},
}


def concepts(links: Links) -> Node:
    """Return every concept the other formats refer to."""
    scheme = f"{links.base}/concepts"
    graph: list[Node] = [
        {
            "@id": scheme,
            "@type": "skos:ConceptScheme",
            "dct:title": _french("Organes, institutions et points du portail"),
        }
    ]
    graph += [
        {
            "@id": links.concept(kind, value),
            "@type": "skos:Concept",
            "skos:prefLabel": _french(label),
            "skos:inScheme": {"@id": scheme},
        }
        for kind, values in CONCEPTS.items()
        for value, label in values.items()
    ]
    return {"@context": CONTEXT, "@graph": graph}


def _french(text: str) -> Node:
    return {"@language": "fr", "@value": text}
