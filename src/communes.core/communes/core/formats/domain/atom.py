"""What is new, for readers of feeds: Atom (RFC 4287)."""

from collections.abc import Iterable
from communes.core.formats.domain.plain import for_xml
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from xml.etree import ElementTree


_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class FeedEntry:
    """One entry; ``category`` is a term and its label, moments have their zone."""

    id: str
    url: str
    title: str
    updated: datetime
    author: str
    published: datetime | None = None
    category: tuple[str, str] | None = None
    summary: str = ""


def atom(
    title: str,
    own_url: str,
    entries: Iterable[FeedEntry],
    updated: datetime | None = None,
) -> bytes:
    """Return a feed, its entries in the order given.

    :param updated: when the feed last changed; by default, its newest entry.
    """
    known = tuple(entries)
    newest = updated or max((one.updated for one in known), default=_NEVER)
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "fr"})
    _text(feed, "id", own_url)
    _text(feed, "title", title)
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": own_url})
    _text(feed, "updated", newest.isoformat())
    for one in known:
        _entry(ElementTree.SubElement(feed, "entry"), one)
    made: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _entry(entry: ElementTree.Element, one: FeedEntry) -> None:
    _text(entry, "id", one.id)
    _text(entry, "title", one.title)
    _text(entry, "updated", one.updated.isoformat())
    if one.published:
        _text(entry, "published", one.published.isoformat())
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": one.url})
    _text(ElementTree.SubElement(entry, "author"), "name", one.author)
    if one.category:
        term, label = (for_xml(text) for text in one.category)
        ElementTree.SubElement(entry, "category", {"term": term, "label": label})
    if one.summary:
        _text(entry, "summary", one.summary)


def _text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = for_xml(text)
