"""News for readers of feeds: Atom (RFC 4287) and RSS 2.0."""

from collections.abc import Sequence
from communes.core.formats.domain.atom import atom
from communes.core.formats.domain.atom import FeedEntry
from communes.core.formats.domain.plain import for_xml
from communes.core.formats.domain.plain import plain
from communes.web.domain.formats.site import Site
from communes.web.domain.news import News
from datetime import UTC
from email.utils import format_datetime
from xml.etree import ElementTree


_ATOM = "http://www.w3.org/2005/Atom"
LONGEST_SUMMARY = 400


def news_atom(title: str, own_url: str, news: Sequence[News], site: Site) -> bytes:
    """Return news as an Atom feed, in the order given."""
    entries = [
        FeedEntry(
            site.url("news", one.id),
            site.url("news", one.id),
            one.title,
            max(one.modified, one.published),
            site.name,
            one.published,
            (one.categories[0], one.categories[0]) if one.categories else None,
            _summary(one),
        )
        for one in news
    ]
    return atom(title, own_url, entries)


def news_rss(title: str, own_url: str, news: Sequence[News], site: Site) -> bytes:
    """Return news as RSS 2.0, in the order given."""
    ElementTree.register_namespace("atom", _ATOM)
    rss = ElementTree.Element("rss", {"version": "2.0"})
    channel = ElementTree.SubElement(rss, "channel")
    _text(channel, "title", title)
    _text(channel, "link", site.base)
    _text(channel, "description", f"{title} – {site.name}")
    _text(channel, "language", "fr")
    about = {"href": own_url, "rel": "self", "type": "application/rss+xml"}
    ElementTree.SubElement(channel, f"{{{_ATOM}}}link", about)
    for one in news:
        item = ElementTree.SubElement(channel, "item")
        url = site.url("news", one.id)
        _text(item, "title", one.title)
        _text(item, "link", url)
        _text(item, "guid", url)
        _text(item, "pubDate", format_datetime(one.published.astimezone(UTC)))
        for category in one.categories:
            _text(item, "category", category)
        _text(item, "description", _summary(one))
    made: bytes = ElementTree.tostring(rss, encoding="utf-8", xml_declaration=True)
    return made


def _summary(one: News) -> str:
    return plain(one.summary or one.text)[:LONGEST_SUMMARY]


def _text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = for_xml(text)
