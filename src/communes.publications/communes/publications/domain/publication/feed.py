"""Regulations and notices for readers of feeds: Atom (RFC 4287)."""

from collections.abc import Iterable
from communes.publications.domain.formats.plain import for_xml
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.register import Entry
from datetime import datetime
from datetime import UTC
from itertools import islice
from xml.etree import ElementTree


ENTRIES = 100


def publications_atom(
    title: str, own_url: str, institution: str, entries: Iterable[Entry], base: str
) -> bytes:
    """Return the lines of a register as a feed, the last shown first.

    What was taken back is told with its reason and without its words.

    :param base: the address of the publications, without a slash at its end.
    """
    known = list(islice(entries, ENTRIES))
    feed = ElementTree.Element(
        "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "fr"}
    )
    _text(feed, "id", own_url)
    _text(feed, "title", title)
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": own_url})
    newest = max(map(_changed, known), default=datetime(1970, 1, 1, tzinfo=UTC))
    _text(feed, "updated", newest.isoformat())
    for one in known:
        _entry(feed, one, institution, base)
    made: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _entry(feed: ElementTree.Element, one: Entry, institution: str, base: str) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    url = f"{base}/{one.reference}"
    nature = natures().get(one.nature)
    kind = nature.title if nature else one.nature
    _text(entry, "id", f"{url}#v{one.number}")
    _text(entry, "title", one.title_shown or f"{kind} {one.reference}, dépublié")
    _text(entry, "updated", _changed(one).isoformat())
    _text(entry, "published", one.shown_at.isoformat())
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": url})
    _text(ElementTree.SubElement(entry, "author"), "name", institution)
    if one.matter:
        about = {"term": one.matter, "label": matters().get(one.matter, one.matter)}
        ElementTree.SubElement(entry, "category", about)
    _text(entry, "summary", f"Dépublié : {one.reason}" if one.withdrawn_at else kind)


def _changed(one: Entry) -> datetime:
    return one.withdrawn_at or one.shown_at


def _text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = for_xml(text)
