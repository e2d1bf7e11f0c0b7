"""Whatever the text, somebody else's reader reads what was written."""

from communes.core.formats.domain.atom import atom
from communes.core.formats.domain.atom import FeedEntry
from communes.core.formats.domain.content_lines import document
from communes.core.formats.domain.content_lines import escaped
from communes.core.formats.domain.content_lines import escaped_lines
from communes.core.formats.domain.content_lines import folded
from communes.core.formats.domain.content_lines import LONGEST_LINE
from communes.core.formats.domain.content_lines import utc_text
from communes.core.formats.domain.plain import for_cell
from communes.core.formats.domain.plain import for_xml
from communes.core.formats.domain.plain import plain
from communes.core.formats.domain.site_map import sitemap
from communes.core.formats.domain.site_map import sitemap_index
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from datetime import UTC
import feedparser
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree


FEW = settings(max_examples=40, deadline=None)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
# A lone half of a surrogate pair can be in no file.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@FEW
@given(texts)
def test_a_line_is_folded_at_75_octets_and_unfolds_to_itself(text):
    line = text.replace("\r", "").replace("\n", "")
    parts = folded(line).split("\r\n")
    assert all(len(part.encode()) <= LONGEST_LINE for part in parts)
    assert folded(line).replace("\r\n ", "") == line


@FEW
@given(texts)
def test_a_summary_is_read_by_icalendar_with_the_same_words(text):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//FR", "BEGIN:VEVENT"]
    lines += ["UID:1", f"DTSTAMP:{utc_text(NOW)}", f"SUMMARY:{escaped(text)}"]
    made = document([*lines, "END:VEVENT", "END:VCALENDAR"])
    (found,) = Calendar.from_ical(made).walk("VEVENT")
    kept = "".join(one for one in text if one in "\t\n" or not _is_control(one))
    assert str(found["SUMMARY"]) == " ".join(kept.split())


def _is_control(sign):
    return ord(sign) < 32 or ord(sign) == 127


def test_a_description_keeps_its_lines():
    assert escaped_lines("Un; deux\r\ntrois, quatre") == "Un\\; deux\\ntrois\\, quatre"


def test_a_moment_is_written_in_utc():
    moment = datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=1)))
    assert utc_text(moment) == "20261123T080000Z"


def test_a_feed_is_read_by_feedparser():
    one = FeedEntry(
        "tag:1", "https://x.example/1?a=1&b=2", "Travaux <rue> & place", NOW,
        "Commune", NOW - timedelta(days=1), ("works", "Travaux\x00"), "Dès lundi",
    )  # fmt: skip
    found = feedparser.parse(atom("Actualités", "https://x.example/feed", [one]))
    assert not found.bozo
    (entry,) = found.entries
    assert (entry.id, entry.link) == (one.id, one.url)
    assert found.feed.updated == NOW.isoformat()
    assert (entry.author, entry.tags[0].label) == ("Commune", "Travaux")
    assert entry.published_parsed < entry.updated_parsed


def test_an_empty_feed_is_a_feed():
    found = feedparser.parse(atom("Rien", "https://x.example/feed", []))
    assert (found.bozo, found.entries) == (False, [])


def test_a_site_map_says_when_a_page_changed():
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    for make, tag in ((sitemap, "url"), (sitemap_index, "sitemap")):
        root = etree.fromstring(make([("https://x.example/?a=1&b=2", NOW)]))
        (loc,) = root.iterfind(f"{name}{tag}/{name}loc")
        assert loc.text == "https://x.example/?a=1&b=2"
        (moment,) = root.iterfind(f"{name}{tag}/{name}lastmod")
        assert moment.text == "2026-11-23T08:00:00+00:00"


def test_a_text_keeps_its_words_and_no_sign_that_breaks():
    assert plain("<p>Un  <b>deux</b></p><p>trois</p>") == "Un deux\ntrois"
    assert for_xml("a\x00b\ufffe") == "ab"
    assert [for_cell(one) for one in ("=1", "@x", "10", "")] == ["'=1", "'@x", "10", ""]
