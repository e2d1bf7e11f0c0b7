"""What changes, for readers: Atom (RFC 4287), iCalendar (RFC 5545), sitemap."""

from collections.abc import Iterable
from communes.publications.domain.formats.links import Links
from communes.publications.domain.formats.plain import for_xml
from communes.publications.domain.formats.plain import plain
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from xml.etree import ElementTree


_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: How long a meeting is shown in a calendar when its end is not known.
USUAL_LENGTH = timedelta(hours=2)
LONGEST_SUMMARY = 400
#: How many entries fill a feed.
ENTRIES = 100
#: How many addresses a site map may hold (sitemaps.org).
ADDRESSES = 50_000


def decisions_atom(
    title: str, own_url: str, meetings: Iterable[Meeting], links: Links
) -> bytes:
    """Return the public items as an Atom feed, the last published first.

    Closed items are in no feed; a withdrawn one says that it is. The feed ends with
    the meeting that fills it: readers keep what they have read.
    """
    known = sorted(meetings, key=lambda one: one.published_at, reverse=True)
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "fr"})
    _text(feed, "id", own_url)
    _text(feed, "title", title)
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": own_url})
    newest = known[0].published_at if known else datetime(1970, 1, 1, tzinfo=UTC)
    _text(feed, "updated", newest.isoformat())
    for meeting in known:
        if len(feed.findall("entry")) >= ENTRIES:
            break
        for item in meeting.public_items:
            _entry(feed, item, meeting, links)
    return _document(feed)


def _entry(
    feed: ElementTree.Element, item: Item, meeting: Meeting, links: Links
) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    url = links.item(item)
    withdrawn = item.withdrawn
    moment = withdrawn.moment if withdrawn else meeting.published_at
    _text(entry, "id", url)
    _text(entry, "title", item.title)
    _text(entry, "updated", moment.isoformat())
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": url})
    author = ElementTree.SubElement(entry, "author")
    _text(author, "name", f"{meeting.institution} – {meeting.assembly_title}")
    if item.category:
        ElementTree.SubElement(
            entry,
            "category",
            {"term": item.category, "label": for_xml(item.category_title)},
        )
    said = f"Retiré : {withdrawn.reason}" if withdrawn else plain(item.summary)
    if said:
        _text(entry, "summary", said[:LONGEST_SUMMARY])


def meetings_ics(title: str, meetings: Iterable[Meeting], links: Links) -> bytes:
    """Return the meetings as an iCalendar file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//communes//publications//FR"]
    lines.append(f"X-WR-CALNAME:{_escaped(title)}")
    for meeting in meetings:
        ended = meeting.ended_at or meeting.date + USUAL_LENGTH
        lines += [
            "BEGIN:VEVENT",
            f"UID:{links.meeting(meeting)}",
            f"DTSTAMP:{_utc(meeting.published_at)}",
            f"LAST-MODIFIED:{_utc(meeting.published_at)}",
            f"SEQUENCE:{meeting.version}",
            f"DTSTART:{_utc(meeting.date)}",
            f"DTEND:{_utc(ended)}",
            f"SUMMARY:{_escaped(f'{meeting.assembly_title} – {meeting.institution}')}",
            *([f"LOCATION:{_escaped(meeting.place)}"] if meeting.place else []),
            f"URL:{links.meeting(meeting)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def sitemap(pages: Iterable[tuple[str, datetime]]) -> bytes:
    """Return addresses, each with when it last changed (sitemaps.org 0.9).

    :param pages: at most ``ADDRESSES``.
    """
    return _addresses("urlset", "url", pages)


def sitemap_index(maps: Iterable[tuple[str, datetime]]) -> bytes:
    """Return the addresses of site maps, each with when it last changed."""
    return _addresses("sitemapindex", "sitemap", maps)


def _addresses(root: str, tag: str, pages: Iterable[tuple[str, datetime]]) -> bytes:
    document = ElementTree.Element(root, {"xmlns": _SITEMAP})
    for url, moment in pages:
        node = ElementTree.SubElement(document, tag)
        _text(node, "loc", url)
        _text(node, "lastmod", moment.isoformat(timespec="seconds"))
    return _document(document)


def _text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = for_xml(text)


def _document(root: ElementTree.Element) -> bytes:
    found: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> str:
    """Return a content line folded at 75 octets (RFC 5545, section 3.1)."""
    parts: list[str] = []
    part = ""
    for sign in line:
        # A continuation begins with a blank that counts too.
        if len((part + sign).encode()) > (75 if not parts else 74):
            parts.append(part)
            part = ""
        part += sign
    return "\r\n ".join([*parts, part])
