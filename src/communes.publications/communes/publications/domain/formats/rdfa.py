"""The list of decisions of a meeting as a page that machines read too (RDFa 1.1).

The same statements as ``oslo``, in the markup people see: the body of the list.
"""

from communes.core.formats.domain.plain import for_xml
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.results import RESULTS
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Vote
import html


PREFIX = (
    "besluit: http://data.vlaanderen.be/ns/besluit# "
    "prov: http://www.w3.org/ns/prov# eli: http://data.europa.eu/eli/ontology# "
    "dct: http://purl.org/dc/terms/ skos: http://www.w3.org/2004/02/skos/core# "
    "xsd: http://www.w3.org/2001/XMLSchema#"
)


def decisions_rdfa(meeting: Meeting, links: Links) -> str:
    """Return the list as HTML: every text escaped, or cleaned when it came in."""
    items = "".join(_item(item, meeting, links) for item in meeting.items)
    return (
        f'<div prefix="{PREFIX}" resource="{_url(links.meeting(meeting))}" '
        f'typeof="besluit:Zitting"><p><time property="besluit:geplandeStart" '
        f'datatype="xsd:dateTime" datetime="{meeting.date.isoformat()}">'
        f"{meeting.date:%d/%m/%Y}</time>, "
        f'<span rel="besluit:isGehoudenDoor"><span resource='
        f'"{_url(links.assembly(meeting))}" typeof="besluit:Bestuursorgaan">'
        f'<span property="skos:prefLabel">{_words(meeting.assembly_title)}</span>'
        f"</span></span></p><ol>{items}</ol></div>"
    )


def _item(item: Item, meeting: Meeting, links: Links) -> str:
    url = _url(links.item(item))
    planned = "false" if item.closed else "true"
    agendapunt = (
        f'<div rel="besluit:behandelt"><div resource="{url}#point" '
        f'typeof="besluit:Agendapunt"><meta property="besluit:geplandOpenbaar" '
        f'datatype="xsd:boolean" content="{planned}" /><span property="dct:title">'
        f"{_words(item.title)}</span></div></div>"
    )
    shown = meeting.decided and not item.closed and not item.withdrawn
    return f"<li>{agendapunt}{_treated(item, url) if shown else ''}</li>"


def _treated(item: Item, url: str) -> str:
    votes = "".join(
        _vote(vote, f"{url}#vote-{number}", item)
        for number, vote in enumerate(item.votes, start=1)
    )
    return (
        f'<div resource="{url}#traitement" typeof="besluit:BehandelingVanAgendapunt">'
        f'<link property="dct:subject" resource="{url}#point" />'
        f'<meta property="besluit:openbaar" datatype="xsd:boolean" content="true" />'
        f'{votes}<div rel="prov:generated"><div resource="{url}" '
        f'typeof="besluit:Besluit"><a href="{url}"><span property="eli:title">'
        f"{_words(item.title)}</span></a></div></div></div>"
    )


def _vote(vote: Vote, id: str, item: Item) -> str:
    counts = "".join(
        f'<meta property="besluit:{name}" datatype="xsd:integer" content="{count}" />'
        for name, count in (
            ("aantalVoorstanders", vote.yes),
            ("aantalTegenstanders", vote.no),
            ("aantalOnthouders", vote.abstain),
        )
    )
    result = _words(RESULTS.get(item.result, item.result))
    return (
        f'<div rel="besluit:heeftStemming"><div resource="{id}" '
        f'typeof="besluit:Stemming">{counts}<span property="besluit:gevolg" lang="fr">'
        f"{result}</span></div></div>"
    )


def _words(text: str) -> str:
    return html.escape(for_xml(text))


def _url(url: str) -> str:
    return html.escape(url, quote=True)
