"""A meeting as linked data in OSLO-Besluit (JSON-LD).

Vocabulary: ``besluit``, ``mandaat``, ``prov``, ``eli``, ``org`` and ``dct``, as the
application profile « Besluit Publicatie » of OSLO asks; the tests validate against
the shapes that Flanders validates its municipalities with.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.formats.domain.plain import for_xml
from communes.core.formats.domain.plain import plain
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.results import RESULTS
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Vote


Node = dict[str, object]

_EU = "http://publications.europa.eu/resource/authority"
CONTEXT: Node = {
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "prov": "http://www.w3.org/ns/prov#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "leidinggevenden": "http://data.lblod.info/vocabularies/leidinggevenden/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def meeting_jsonld(meeting: Meeting, links: Links, kind: str = "commune") -> Node:
    """Return the meeting, its agenda and, once decided, its decisions.

    :param kind: what the institution is, as the portal's list of kinds says.
    """
    graph = [*_meeting(meeting, links), *_organs(meeting, links, kind)]
    return {"@context": CONTEXT, "@graph": graph}


def meetings_jsonld(
    meetings: Iterable[Meeting], links: Links, kind: str = "commune"
) -> Node:
    """Return several meetings of an institution, each with its decisions."""
    graph: list[Node] = []
    organs: dict[str, Node] = {}
    for meeting in meetings:
        graph += _meeting(meeting, links)
        organs |= {str(one["@id"]): one for one in _organs(meeting, links, kind)}
    return {"@context": CONTEXT, "@graph": [*graph, *organs.values()]}


def assembly_jsonld(
    meeting: Meeting, moments: Mapping[str, str], links: Links, kind: str = "commune"
) -> Node:
    """Return an organ and when it met or will meet, without what was decided.

    :param meeting: one of its meetings, the last one.
    :param moments: address of each of its meetings -> moment in ISO 8601.
    """
    meetings: list[Node] = [
        {
            "@id": url,
            "@type": "besluit:Zitting",
            "besluit:geplandeStart": _moment(moment),
            "besluit:isGehoudenDoor": {"@id": links.assembly(meeting)},
        }
        for url, moment in moments.items()
    ]
    graph = [*_organs(meeting, links, kind), *meetings]
    return {"@context": CONTEXT, "@graph": graph}


def item_jsonld(
    item: Item, meeting: Meeting, links: Links, kind: str = "commune"
) -> Node:
    """Return one item with its decision, and what it needs to be understood."""
    graph = [*_item(item, None, meeting, links), *_organs(meeting, links, kind)]
    return {"@context": CONTEXT, "@graph": graph}


def _meeting(meeting: Meeting, links: Links) -> list[Node]:
    nodes = [_zitting(meeting, links)]
    previous: Item | None = None
    for item in meeting.items:
        nodes += _item(item, previous, meeting, links)
        previous = item
    return nodes


def _zitting(meeting: Meeting, links: Links) -> Node:
    node: Node = {
        "@id": links.meeting(meeting),
        "@type": "besluit:Zitting",
        "besluit:geplandeStart": _moment(meeting.date.isoformat()),
        "besluit:isGehoudenDoor": {"@id": links.assembly(meeting)},
        "besluit:behandelt": [
            {"@id": f"{links.item(item)}#point"} for item in meeting.items
        ],
        "dct:modified": _moment(meeting.published_at.isoformat()),
    }
    if meeting.decided:
        ended = meeting.ended_at or meeting.date
        node["prov:startedAtTime"] = _moment(meeting.date.isoformat())
        node["prov:endedAtTime"] = _moment(ended.isoformat())
    if meeting.chair:
        node["besluit:heeftVoorzitter"] = _mandatary(meeting.chair, meeting, links)
    if meeting.secretary:
        node["besluit:heeftSecretaris"] = {
            "@id": links.person(meeting, meeting.secretary),
            "@type": "leidinggevenden:Functionaris",
            "skos:prefLabel": for_xml(meeting.secretary),
        }
    if meeting.present:
        node["besluit:heeftAanwezigeBijStart"] = [
            _mandatary(one.name, meeting, links) for one in meeting.present
        ]
    if meeting.place:
        node["prov:atLocation"] = _location(
            f"{links.meeting(meeting)}#lieu", meeting.place
        )
    return node


def _organs(meeting: Meeting, links: Links, kind: str) -> list[Node]:
    return [
        {
            "@id": links.assembly(meeting),
            "@type": "besluit:Bestuursorgaan",
            "skos:prefLabel": for_xml(meeting.assembly_title),
            "besluit:bestuurt": {"@id": links.institution(meeting.nis)},
            "besluit:classificatie": _concept("organe", meeting.organ, links),
            "org:classification": _concept("organe", meeting.organ, links),
        },
        {
            "@id": links.institution(meeting.nis),
            "@type": "besluit:Bestuurseenheid",
            "skos:prefLabel": for_xml(meeting.institution),
            "dct:identifier": meeting.nis,
            "besluit:classificatie": _concept("institution", kind, links),
            "besluit:werkingsgebied": _location(
                f"{links.institution(meeting.nis)}#territoire", meeting.institution
            ),
        },
    ]


def _item(
    item: Item, previous: Item | None, meeting: Meeting, links: Links
) -> list[Node]:
    url = links.item(item)
    agendapunt: Node = {
        "@id": f"{url}#point",
        "@type": "besluit:Agendapunt",
        "dct:title": for_xml(item.title),
        "besluit:geplandOpenbaar": not item.closed,
        "besluit:Agendapunt.type": _concept("type", "point", links),
    }
    if previous is not None:
        agendapunt["besluit:aangebrachtNa"] = {"@id": f"{links.item(previous)}#point"}
    if item.summary:
        agendapunt["dct:description"] = plain(item.summary)
    if not meeting.decided or item.closed or item.withdrawn:
        return [agendapunt]
    return [agendapunt, *_decision(item, meeting, links)]


def _decision(item: Item, meeting: Meeting, links: Links) -> list[Node]:
    url = links.item(item)
    behandeling: Node = {
        "@id": f"{url}#traitement",
        "@type": "besluit:BehandelingVanAgendapunt",
        "dct:subject": {"@id": f"{url}#point"},
        "besluit:openbaar": True,
        "prov:generated": [{"@id": url}],
    }
    if item.votes:
        behandeling["besluit:heeftStemming"] = [
            _stemming(vote, f"{url}#vote-{number}", item, meeting, links)
            for number, vote in enumerate(item.votes, start=1)
        ]
    return [behandeling, _besluit(item, meeting, links)]


def _besluit(item: Item, meeting: Meeting, links: Links) -> Node:
    url = links.item(item)
    return {
        "@id": url,
        "@type": "besluit:Besluit",
        "eli:title": for_xml(item.title),
        "eli:language": {"@id": f"{_EU}/language/FRA", "@type": "skos:Concept"},
        "eli:date_publication": {
            "@type": "xsd:date",
            "@value": meeting.published_at.date().isoformat(),
        },
        "besluit:motivering": {"@language": "fr", "@value": plain(item.motivation)},
        "prov:value": plain(item.decision),
        "prov:wasGeneratedBy": {"@id": f"{url}#traitement"},
    }


def _stemming(vote: Vote, id: str, item: Item, meeting: Meeting, links: Links) -> Node:
    node: Node = {
        "@id": id,
        "@type": "besluit:Stemming",
        "besluit:aantalVoorstanders": vote.yes,
        "besluit:aantalTegenstanders": vote.no,
        "besluit:aantalOnthouders": vote.abstain,
        "besluit:geheim": vote.secret,
        "besluit:gevolg": {
            "@language": "fr",
            "@value": RESULTS.get(item.result, item.result or "Vote"),
        },
        "besluit:onderwerp": {
            "@language": "fr",
            "@value": for_xml(vote.label or item.title),
        },
    }
    for name, voters in (
        ("besluit:heeftVoorstander", vote.voted_yes),
        ("besluit:heeftTegenstander", vote.voted_no),
        ("besluit:heeftOnthouder", vote.abstained),
    ):
        if voters:
            node[name] = [_mandatary(voter, meeting, links) for voter in voters]
    return node


def _mandatary(name: str, meeting: Meeting, links: Links) -> Node:
    return {
        "@id": links.person(meeting, name),
        "@type": "mandaat:Mandataris",
        "skos:prefLabel": for_xml(name),
    }


def _location(id: str, label: str) -> Node:
    return {"@id": id, "@type": "prov:Location", "rdfs:label": for_xml(label)}


def _concept(kind: str, value: str, links: Links) -> Node:
    return {"@id": links.concept(kind, value), "@type": "skos:Concept"}


def _moment(text: str) -> Node:
    return {"@type": "xsd:dateTime", "@value": text}
