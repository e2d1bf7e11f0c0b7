"""The addresses of a site, for search engines: sitemaps.org 0.9."""

from collections.abc import Iterable
from communes.core.formats.domain.plain import for_xml
from datetime import datetime
from xml.etree import ElementTree


_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: How many addresses a site map may hold (sitemaps.org).
ADDRESSES = 50_000
Page = tuple[str, datetime]


def sitemap(pages: Iterable[Page]) -> bytes:
    """Return addresses, each with when it last changed.

    :param pages: at most ``ADDRESSES``.
    """
    return _addresses("urlset", "url", pages)


def sitemap_index(maps: Iterable[Page]) -> bytes:
    """Return the addresses of site maps, each with when it last changed."""
    return _addresses("sitemapindex", "sitemap", maps)


def _addresses(root: str, tag: str, pages: Iterable[Page]) -> bytes:
    document = ElementTree.Element(root, {"xmlns": _SITEMAP})
    for url, moment in pages:
        node = ElementTree.SubElement(document, tag)
        ElementTree.SubElement(node, "loc").text = for_xml(url)
        said = moment.isoformat(timespec="seconds")
        ElementTree.SubElement(node, "lastmod").text = said
    made: bytes = ElementTree.tostring(document, encoding="utf-8", xml_declaration=True)
    return made
