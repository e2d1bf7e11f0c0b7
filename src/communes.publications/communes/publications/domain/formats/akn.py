"""A decision as Akoma Ntoso 3.0 (OASIS LegalDocML): metadata, articles, votes.

A regulation is an ``act``; any other decision a ``statement``. IRIs follow the naming
convention of Akoma Ntoso 3.0: ``/akn/be-wal/…/{date}/{id}``.
"""

from communes.core.formats.domain.plain import for_xml
from communes.core.formats.domain.plain import plain
from communes.core.privacy.domain.text import pieces
from communes.publications.domain.formats.links import Links
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from datetime import date
import re
from xml.etree import ElementTree


NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
COUNTRY = "be-wal"
_Element = ElementTree.Element
_ARTICLE = re.compile(
    r"^\s*(?:article|art\.)\s*(1er|premier|\d+(?:er)?)", re.IGNORECASE
)


def decision_xml(item: Item, meeting: Meeting, links: Links) -> bytes:
    """Return the decision as an XML document in UTF-8."""
    root = _Element("akomaNtoso", {"xmlns": NAMESPACE})
    document = _sub(root, "statement", name="deliberation")
    document.append(_meta(item, meeting, links))
    _preface(document, item, meeting)
    body = _sub(document, "mainBody")
    _section(body, "motivation", "Motivation", _lines(item.motivation))
    for number, (heading, lines) in enumerate(articles(item.decision), start=1):
        _section(body, f"art_{number}", heading, lines)
    if item.vote_words:
        _section(body, "vote", "Vote", _lines(item.vote_words))
    ElementTree.indent(root)
    found: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def articles(decision: str) -> list[tuple[str, list[str]]]:
    """Return heading and lines of each article; one « Décision » when there is none."""
    found: list[tuple[str, list[str]]] = []
    for line in _lines(decision):
        article = _ARTICLE.match(line)
        if article is not None:
            rest = line[article.end() :].lstrip(" .:–-")
            found.append((f"Article {article[1]}", [rest] if rest else []))
        elif found:
            found[-1][1].append(line)
        else:
            found.append(("Décision", [line]))
    return found


def _meta(item: Item, meeting: Meeting, links: Links) -> _Element:
    meta = _Element("meta")
    identification = _sub(meta, "identification", source="#institution")
    work = (
        f"/akn/{COUNTRY}/statement/{meeting.date:%Y-%m-%d}/{item.id.replace('/', '-')}"
    )
    expression = f"{work}/fra@{meeting.published_at:%Y-%m-%d}"
    published = meeting.published_at.date()
    _frbr(identification, "FRBRWork", work, meeting.date.date(), "decision")
    _frbr(identification, "FRBRExpression", expression, published, "publication")
    _frbr(
        identification,
        "FRBRManifestation",
        f"{expression}.xml",
        published,
        "generation",
    )
    references = _sub(meta, "references", source="#institution")
    _sub(
        references,
        "TLCOrganization",
        eId="institution",
        href=links.institution(meeting.nis),
        showAs=for_xml(meeting.institution),
    )
    _sub(
        references,
        "TLCOrganization",
        eId="assembly",
        href=links.assembly(meeting),
        showAs=for_xml(meeting.assembly_title),
    )
    return meta


def _frbr(parent: _Element, level: str, uri: str, day: date, event: str) -> None:
    node = _sub(parent, level)
    _sub(node, "FRBRthis", value=uri)
    _sub(node, "FRBRuri", value=uri)
    _sub(node, "FRBRdate", date=day.isoformat(), name=event)
    _sub(node, "FRBRauthor", href="#institution")
    if level == "FRBRWork":
        _sub(node, "FRBRcountry", value=COUNTRY)
    elif level == "FRBRExpression":
        _sub(node, "FRBRlanguage", language="fra")
    else:
        _sub(node, "FRBRformat", value="application/xml")


def _preface(document: _Element, item: Item, meeting: Meeting) -> None:
    preface = _sub(document, "preface")
    first = _sub(preface, "p")
    _sub(first, "docTitle").text = for_xml(item.title)
    second = _sub(preface, "p")
    second.text = f"{for_xml(meeting.assembly_title)}, séance du "
    day = _sub(second, "docDate", date=f"{meeting.date:%Y-%m-%d}")
    day.text = f"{meeting.date:%d/%m/%Y}"
    if item.reference:
        third = _sub(preface, "p")
        _sub(third, "docNumber").text = for_xml(item.reference)


def _section(parent: _Element, id: str, heading: str, lines: list[str]) -> None:
    if not lines:
        return
    section = _sub(parent, "hcontainer", eId=id, name=id.split("_")[0])
    _sub(section, "heading").text = for_xml(heading)
    content = _sub(section, "content", eId=f"{id}__content")
    for line in lines:
        _sub(content, "p").text = line


def _lines(html: str) -> list[str]:
    """Return the words of each block of a text."""
    return [line for line in plain(html).splitlines() if line] if pieces(html) else []


def _sub(parent: _Element, tag: str, **attributes: str) -> _Element:
    return ElementTree.SubElement(parent, tag, attributes)
