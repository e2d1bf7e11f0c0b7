"""What changes, for readers: Atom (RFC 4287), iCalendar (RFC 5545)."""

from collections.abc import Iterable
from communes.core.formats.domain.atom import atom
from communes.core.formats.domain.atom import FeedEntry
from communes.core.formats.domain.content_lines import document
from communes.core.formats.domain.content_lines import escaped
from communes.core.formats.domain.content_lines import utc_text
from communes.core.formats.domain.plain import plain
from communes.publications.domain.formats.links import Links
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from datetime import timedelta


#: How long a meeting is shown in a calendar when its end is not known.
USUAL_LENGTH = timedelta(hours=2)
LONGEST_SUMMARY = 400
#: How many entries fill a feed.
ENTRIES = 100


def decisions_atom(
    title: str, own_url: str, meetings: Iterable[Meeting], links: Links
) -> bytes:
    """Return the public items as an Atom feed, the last published first.

    Closed items are in no feed; a withdrawn one says that it is. The feed ends with
    the meeting that fills it: readers keep what they have read.
    """
    known = sorted(meetings, key=lambda one: one.published_at, reverse=True)
    entries: list[FeedEntry] = []
    for meeting in known:
        if len(entries) >= ENTRIES:
            break
        entries += [_entry(item, meeting, links) for item in meeting.public_items]
    newest = known[0].published_at if known else None
    return atom(title, own_url, entries, newest)


def _entry(item: Item, meeting: Meeting, links: Links) -> FeedEntry:
    url = links.item(item)
    withdrawn = item.withdrawn
    said = f"Retiré : {withdrawn.reason}" if withdrawn else plain(item.summary)
    return FeedEntry(
        url,
        url,
        item.title,
        withdrawn.moment if withdrawn else meeting.published_at,
        f"{meeting.institution} – {meeting.assembly_title}",
        category=(item.category, item.category_title) if item.category else None,
        summary=said[:LONGEST_SUMMARY],
    )


def meetings_ics(title: str, meetings: Iterable[Meeting], links: Links) -> bytes:
    """Return the meetings as an iCalendar file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//communes//publications//FR"]
    lines.append(f"X-WR-CALNAME:{escaped(title)}")
    for meeting in meetings:
        ended = meeting.ended_at or meeting.date + USUAL_LENGTH
        lines += [
            "BEGIN:VEVENT",
            f"UID:{links.meeting(meeting)}",
            f"DTSTAMP:{utc_text(meeting.published_at)}",
            f"LAST-MODIFIED:{utc_text(meeting.published_at)}",
            f"SEQUENCE:{meeting.version}",
            f"DTSTART:{utc_text(meeting.date)}",
            f"DTEND:{utc_text(ended)}",
            f"SUMMARY:{escaped(f'{meeting.assembly_title} – {meeting.institution}')}",
            *([f"LOCATION:{escaped(meeting.place)}"] if meeting.place else []),
            f"URL:{links.meeting(meeting)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return document(lines)
