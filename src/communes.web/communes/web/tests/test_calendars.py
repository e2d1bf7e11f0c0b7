"""Calendars and feeds of others: looked at, taken in once, and never trusted."""

from communes.core.access.errors import MayNot
from communes.core.jobs.storage import queue_of
from communes.web.api import taking_in as door
from communes.web.calendars import fetching
from communes.web.calendars.feeds import read_feed
from communes.web.calendars.ical import read_calendar
from communes.web.calendars.taking import take_in
from communes.web.calendars.working import TakingIn
from communes.web.domain.formats.calendar import calendar
from communes.web.domain.taken import CalendarSilent
from communes.web.domain.taken import CalendarUnreadable
from communes.web.domain.taken import MOST_BYTES
from communes.web.outside.guard import DECLARED
from communes.web.storage.agenda import event_of
from communes.web.tests import dated
from communes.web.tests.example import event
from communes.web.tests.example import SITE
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from plone.app.testing import logout
from Products.CMFCore.indexing import processQueue
import pytest
from threading import Thread
from types import SimpleNamespace


def ics(*lines):
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR"]
    return "\r\n".join(rows).encode() + b"\r\n"


def vevent(uid, *lines):
    return ("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", *lines,
            "END:VEVENT")  # fmt: skip


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Voisins</title>
<item><title>Piscine</title><guid>p1</guid><link>https://v.example/p1</link>
<pubDate>Mon, 02 Nov 2026 09:00:00 +0100</pubDate>
<description>&lt;b&gt;Rouverte&lt;/b&gt;</description></item>
<item><guid>sans</guid></item></channel></rss>"""


@pytest.fixture
def site(integration):
    return dated.as_webmaster(integration["portal"])


@pytest.fixture
def agenda(site):
    return dated.agenda(site)


def fates(report):
    return [one.fate.value for one in report.rows]


def taken(place, data, **more):
    processQueue()
    found = take_in(place, data, **{"dry_run": False, "publish": False, **more})
    processQueue()
    return found


def test_our_own_calendars_are_read_back():
    given = event(rule="FREQ=WEEKLY;UNTIL=20270131", title="Marché",
                  excluded=(datetime(2026, 10, 25, 8),))  # fmt: skip
    (found,) = read_calendar(calendar("x", [given], SITE))
    assert found.reason is None
    assert found.values["event_starts"] == given.starts
    assert found.values["event_ends"] == given.ends
    assert found.values["excluded"] == given.excluded
    (whole,) = read_calendar(calendar("x", [event(whole_day=True, ends=None)], SITE))
    assert whole.values["whole_day"] and whole.values["event_ends"].day == 18


def test_a_moved_time_leaves_its_rule_and_stands_alone():
    rows = read_calendar(ics(
        *vevent("a", "SUMMARY:Yoga", "DTSTART;TZID=Europe/Paris:20261104T190000",
                "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4"),
        *vevent("a", "SUMMARY:Yoga", "RECURRENCE-ID;TZID=Europe/Paris:20261111T190000",
                "DTSTART;TZID=Europe/Paris:20261112T190000", "DURATION:PT1H"),
    ))  # fmt: skip
    assert rows[0].values["excluded"] == (datetime(2026, 11, 11, 19),)
    assert rows[0].values["event_ends"] == datetime(2026, 11, 4, 20)
    assert rows[1].key == "a#2026-11-11T19:00:00+01:00"
    assert rows[1].values["event_starts"] == datetime(2026, 11, 12, 19)


def test_each_event_that_can_not_be_taken_says_why():
    rows = read_calendar(ics(
        *vevent("a", "DTSTART:20261104T190000Z"),
        *vevent("b", "SUMMARY:x", "DTSTART;TZID=America/New_York:20261104T190000",
                "RRULE:FREQ=DAILY"),
        *vevent("c", "SUMMARY:x", "DTSTART:20261104T190000", "RRULE:FREQ=SECONDLY"),
        *vevent("d", "SUMMARY:Bon", "DTSTART;VALUE=DATE:20261104",
                "DTEND;VALUE=DATE:20261106"),
    ))  # fmt: skip
    assert [one.reason and one.reason.code for one in rows] == [
        "web_nothing_to_show", "web_other_zone", "web_bad_recurrence", None
    ]  # fmt: skip
    assert rows[3].values["event_ends"] == datetime(2026, 11, 5)


@pytest.mark.parametrize(
    "data", [b"", b"x", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", b"a" * (MOST_BYTES + 1)]
)
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(CalendarUnreadable):
        read_calendar(data)


@pytest.mark.parametrize(
    "data",
    [
        b"<html/>",
        b"<rss",
        b'<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>',
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
    ],
)
def test_a_feed_that_declares_or_is_none_is_refused(data):
    with pytest.raises(CalendarUnreadable):
        read_feed(data)


def test_a_feed_gives_plain_words():
    good, bad = read_feed(RSS)
    assert good.values["description"] == "Rouverte"
    assert good.values["link"] == "https://v.example/p1"
    assert bad.reason.code == "web_nothing_to_show"


def test_a_calendar_is_looked_at_then_taken_in_once(agenda):
    one = vevent("a", "SUMMARY:Yoga", "DTSTART:20261104T190000", "DURATION:PT1H")
    data = ics(*one)
    assert fates(taken(agenda, data, dry_run=True)) == ["created"]
    assert agenda.objectIds() == []
    assert fates(taken(agenda, data, publish=True)) == ["created"]
    assert fates(taken(agenda, data)) == ["unchanged"]
    later = ics(*(line.replace("190000", "200000") for line in one))
    assert fates(taken(agenda, later, dry_run=True)) == ["updated"]
    assert fates(taken(agenda, later)) == ["updated"]
    (made,) = agenda.objectValues()
    assert event_of(made).starts == datetime(2026, 11, 4, 20)
    logout()
    assert len(dated.shown(agenda, "evenements.ics")) > 0
    with pytest.raises(MayNot):
        taken(agenda, data)


def test_the_same_calendar_feeds_two_agendas(site, agenda):
    other = dated.agenda(site, "Autre")
    data = ics(*vevent("a", "SUMMARY:Yoga", "DTSTART:20261104T190000"))
    assert fates(taken(agenda, data)) == fates(taken(other, data)) == ["created"]


def test_news_of_a_feed_keep_their_day(site):
    folder = dated.folder(site)
    report = taken(folder, RSS, source="https://v.example/rss")
    assert fates(report) == ["created", "refused"]
    (made,) = folder.objectValues()
    assert made.published_on.day == 2 and made.source_url == "https://v.example/rss"
    assert fates(taken(folder, RSS)) == ["unchanged", "refused"]


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/a.ics")
            self.end_headers()
            return
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest")
            self.end_headers()
            return
        self.send_response(200 if self.path == "/a.ics" else 404)
        self.end_headers()
        if self.path == "/a.ics":
            self.wfile.write(
                ics(*vevent("a", "SUMMARY:Yoga", "DTSTART:20261104T190000"))
            )

    def log_message(self, *_given):
        """Say nothing."""


@pytest.fixture
def elsewhere(monkeypatch):
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv(DECLARED, "127.0.0.1")
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_address_is_asked_by_the_worker(site, agenda, elsewhere):
    before = queue_of(site).pending("job")
    door.take_address(agenda, f"{elsewhere}/moved", dry_run=False, publish=False)
    assert queue_of(site).pending("job") == before + 1
    assert door.last_taken(agenda)["report"] is None
    args = {"place": agenda.UID(), "url": f"{elsewhere}/moved", "dry_run": False,
            "publish": False}  # fmt: skip
    processQueue()
    TakingIn().run(site, SimpleNamespace(args=args))
    assert door.last_taken(agenda)["report"]["counts"] == {"created": 1}
    TakingIn().run(site, SimpleNamespace(args={**args, "url": f"{elsewhere}/x"}))
    assert "code 404" in door.last_taken(agenda)["problem"]


def test_no_address_of_our_own_network_is_asked(elsewhere, monkeypatch):
    with pytest.raises(CalendarSilent):
        fetching.fetched("file:///etc/passwd")
    with pytest.raises(Exception, match=r"169\.254\.169\.254"):
        fetching.fetched(f"{elsewhere}/inside")
    monkeypatch.setenv(DECLARED, "")
    with pytest.raises(Exception, match=r"127\.0\.0\.1"):
        fetching.fetched(f"{elsewhere}/a.ics")


def test_what_drops_in_too_slowly_or_too_large_is_cut(monkeypatch):
    monkeypatch.setattr(fetching, "LONGEST_SECONDS", -1)
    slow = SimpleNamespace(read=lambda _size: b"x")
    with pytest.raises(CalendarSilent, match="trop lent"):
        fetching._read(slow, "https://x")
    monkeypatch.setattr(fetching, "LONGEST_SECONDS", 60)
    large = SimpleNamespace(read=lambda size: b"x" * size)
    assert MOST_BYTES < len(fetching._read(large, "x")) < MOST_BYTES + 100_000
