"""Each format is read back by a client that somebody else wrote."""

from communes.web.domain.agenda.event import EventStatus
from communes.web.domain.agenda.occurrences import next_of
from communes.web.domain.agenda.occurrences import occurrences
from communes.web.domain.contact import Address
from communes.web.domain.formats import cpsv
from communes.web.domain.formats import dcat
from communes.web.domain.formats import feeds
from communes.web.domain.formats import geojson
from communes.web.domain.formats import schema_org
from communes.web.domain.formats.calendar import calendar
from communes.web.domain.formats.vcard import vcards
from communes.web.tests import example
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from dateutil.rrule import rrulestr
import feedparser
from icalendar import Calendar
from icalendar import Component
from icalendar.timezone import tzp
import json
import pytest
from rdflib import Graph
from rdflib import Namespace
from rdflib import RDF
from rdflib import XSD
import re


SITE = example.SITE
CPSV = Namespace("http://purl.org/vocab/cpsv#")
CV = Namespace("http://data.europa.eu/m8g/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")


@pytest.fixture(autouse=True)
def zones_of_the_standard_library():
    """Read zones as programs do today: Plone turns the reader back to pytz."""
    before = tzp.name
    tzp.use_zoneinfo()
    yield
    tzp.use(before)


def read_event(event):
    found = Calendar.from_ical(calendar("Agenda", [event], SITE))
    (one,) = found.walk("VEVENT")
    assert not one.errors
    return one


def test_an_event_is_read_by_icalendar():
    one = read_event(example.event())
    assert str(one["SUMMARY"]) == example.HOSTILE
    assert str(one["DESCRIPTION"]) == "Un\nDeux; trois"
    assert str(one["LOCATION"]).startswith("Place, du Bailli, Rue Haute, bte 2 3")
    assert one["DTSTART"].dt.astimezone(UTC) == datetime(2026, 10, 18, 6, tzinfo=UTC)
    assert one["DTEND"].dt.astimezone(UTC) == datetime(2026, 10, 18, 11, 30, tzinfo=UTC)
    assert one["UID"] == "marche@www.valmont.example"
    assert [str(cat) for cat in one["CATEGORIES"].cats] == ["Brocante, marché", "Fête"]


def test_whole_days_end_the_day_after():
    one = read_event(example.event(whole_day=True, ends=datetime(2026, 10, 19, 9, 0)))
    assert one["DTSTART"].dt == date(2026, 10, 18)
    assert one["DTEND"].dt == date(2026, 10, 20)
    assert "DTEND" not in read_event(example.event(ends=None))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;COUNT=6",
        "FREQ=WEEKLY;UNTIL=20261122",
        "FREQ=WEEKLY;UNTIL=20261122T080000",
        "FREQ=DAILY;INTERVAL=3;UNTIL=20261110T070000Z",
    ],
)
def test_somebody_elses_program_finds_the_same_times(rule):
    event = example.event(
        rule=rule,
        excluded=(datetime(2026, 10, 25, 8),),
        added=(datetime(2026, 10, 26, 9),),
    )
    since = datetime(2026, 10, 1, tzinfo=UTC)
    until = datetime(2027, 3, 1, tzinfo=UTC)
    ours = [one.begins for one in occurrences(event, since, until)]
    one = read_event(event)
    start = one["DTSTART"].dt
    text = one["RRULE"].to_ical().decode()
    theirs = {found.astimezone(UTC) for found in rrulestr(text, dtstart=start)}
    theirs -= {each.dt.astimezone(UTC) for each in one["EXDATE"].dts}
    theirs |= {each.dt.astimezone(UTC) for each in one["RDATE"].dts}
    assert ours == sorted(theirs)


def test_the_zone_says_the_changes_of_the_clocks():
    made = Calendar.from_ical(calendar("Agenda", [], SITE))
    (zone,) = made.walk("VTIMEZONE")
    there = zone.to_tz(lookup_tzid=False)
    for moment in (
        datetime(2026, 3, 29, 0, 59), datetime(2026, 3, 29, 1, 0),
        datetime(2026, 10, 24, 23, 59), datetime(2026, 10, 25, 2, 0),
    ):  # fmt: skip
        local = schema_org.local(moment.replace(tzinfo=UTC))
        assert there.utcoffset(local.replace(tzinfo=None, fold=0)) == local.utcoffset()


def test_what_is_cancelled_says_so():
    one = read_event(example.event(status=EventStatus.CANCELLED, version=3))
    assert (one["STATUS"], one["SEQUENCE"]) == ("CANCELLED", 3)


def unescaped(text):
    return re.sub(r"\\(.)", lambda one: "\n" if one[1] == "n" else one[1], text)


def test_an_entry_is_read_as_a_card():
    # icalendar reads places as vCard 3 wrote them; the next test looks at ours.
    made = vcards([example.entry(place=None)], SITE)
    card = Component.from_ical(made)
    # It leaves what a name is made of as it stands in the file.
    assert unescaped(str(card["FN"])) == example.HOSTILE
    assert card["VERSION"] == "4.0"
    assert [str(one) for one in card["TEL"]] == ["tel:+3282123456", "tel:+32470111222"]
    assert unescaped(str(card["NOTE"])) == "Pains\nTartes"
    assert made.count(b"BEGIN:VCARD") == 1
    assert card["ADR"].fields.street == "Rue Haute, bte 2 3"
    assert card["ADR"].fields.postal_code == "5500"


def test_a_part_of_an_address_keeps_its_signs():
    """icalendar 7.3 takes the sign of an escape away before it cuts: read by hand."""
    made = vcards([example.entry(address=Address("Rue A; b", "3"))], SITE)
    assert b"GEO:geo:50.260000,4.910000\r\n" in made
    assert b"ADR;TYPE=work:;;Rue A\\; b 3;;;;BE\r\n" in made


def test_nothing_private_leaves():
    entry = example.entry()
    said = [
        vcards([entry], SITE).decode().replace("\r\n ", ""),
        json.dumps(geojson.features([entry], SITE)),
        json.dumps(schema_org.directory_entry(entry, SITE)),
    ]
    for text in said:
        assert "+3282123456" in text
        assert example.SECRET not in text
        assert "Ne pas donner" not in text


def test_a_map_has_longitude_first_and_only_what_is_somewhere():
    placed, lost = example.entry(), example.entry(id="x", place=None)
    found = json.loads(json.dumps(geojson.features([placed, lost], SITE)))
    (one,) = found["features"]
    assert one["geometry"] == {"type": "Point", "coordinates": [4.91, 50.26]}
    layer = geojson.Facility.DEFIBRILLATOR
    assert geojson.features([placed], SITE, layer)["features"] == []


@pytest.mark.parametrize("make", [feeds.news_atom, feeds.news_rss])
def test_news_are_read_by_feedparser(make):
    own = "https://www.valmont.example/news/feed"
    found = feedparser.parse(
        make("Actualités", own, [example.NEWS], SITE), sanitize_html=False
    )
    assert not found.bozo
    (one,) = found.entries
    assert one.title == example.HOSTILE
    assert one.link == one.id == "https://www.valmont.example/news/travaux"
    assert one.summary == "Dès lundi"
    assert one.published_parsed[:5] == (2026, 11, 22, 8, 0)
    assert own in [link.href for link in found.feed.links if link.rel == "self"]
    assert one.tags[0].term == "Travaux & voirie"


def graph_of(node):
    return Graph().parse(data=json.dumps(node), format="json-ld")


def test_a_service_has_what_cpsv_ap_asks_for():
    found = graph_of(cpsv.services([example.SHEET, example.SHEET], SITE))
    (service,) = found.subjects(RDF.type, CPSV.PublicService)
    for name in (DCT.identifier, DCT["title"], DCT.description):
        assert len(list(found.objects(service, name))) == 1
    assert str(found.value(service, DCT["title"])) == example.HOSTILE
    authority = found.value(service, CV.hasCompetentAuthority)
    assert found.value(authority, SKOS.prefLabel)
    assert found.value(authority, DCT.spatial)
    for kind in (CV.Requirement, CV.EvidenceType, CV.Output, CPSV.Rule):
        (one,) = found.subjects(RDF.type, kind)
        assert found.value(one, DCT.identifier)
        assert found.value(one, DCT["title"])
    (cost,) = found.subjects(RDF.type, CV.Cost)
    assert found.value(cost, CV.value).datatype == XSD.decimal
    assert found.value(service, CV.processingTime).value == timedelta(days=5)


def test_a_catalogue_has_what_dcat_ap_asks_for():
    file = dcat.File(f"{SITE.base}/events.ics", "iCalendar", "text/calendar", "ICS")
    data = dcat.Dataset("events", "Agenda", "Les événements.", example.NOW, (file,))
    found = graph_of(dcat.catalogue((data,), SITE))
    for kind, names in (
        (DCAT.Catalog, (DCT["title"], DCT.description, DCT.publisher, DCAT.dataset)),
        (DCAT.Dataset, (DCT["title"], DCT.description, DCAT.contactPoint)),
        (DCAT.Distribution, (DCAT.accessURL, DCT.license, DCT["format"])),
    ):
        (one,) = found.subjects(RDF.type, kind)
        assert all(found.value(one, name) for name in names)
    (one,) = found.subjects(RDF.type, DCAT.Dataset)
    assert found.value(one, DCT.modified).datatype == XSD.dateTime


def test_an_event_says_its_offset():
    one = next_of(example.event(rule="FREQ=WEEKLY"), datetime(2026, 10, 26, tzinfo=UTC))
    node = schema_org.event(one, SITE)
    assert node["startDate"] == "2026-11-01T08:00:00+01:00"
    assert node["endDate"] == "2026-11-01T13:30:00+01:00"
    first = next_of(example.event(), datetime(2026, 10, 1, tzinfo=UTC))
    assert schema_org.event(first, SITE)["startDate"] == "2026-10-18T08:00:00+02:00"


def test_whole_days_are_days_for_search_engines():
    whole = example.event(whole_day=True, ends=datetime(2026, 10, 19))
    node = schema_org.event(next_of(whole, datetime(2026, 10, 1, tzinfo=UTC)), SITE)
    assert (node["startDate"], node["endDate"]) == ("2026-10-18", "2026-10-19")


def test_where_an_event_is_attended():
    since = datetime(2026, 10, 1, tzinfo=UTC)
    both = example.event(online_url="https://live.example/x")
    alone = replace(both, location="", address=Address())
    modes = [
        schema_org.event(next_of(one, since), SITE)["eventAttendanceMode"]
        for one in (example.event(), both, alone)
    ]
    assert [mode.rpartition("/")[2] for mode in modes] == [
        "OfflineEventAttendanceMode",
        "MixedEventAttendanceMode",
        "OnlineEventAttendanceMode",
    ]


def test_hours_are_said_to_search_engines():
    node = schema_org.directory_entry(example.entry(), SITE)
    morning, afternoon = node["openingHoursSpecification"]
    assert (morning["opens"], morning["closes"]) == ("08:30", "12:00")
    assert afternoon["closes"] == "23:59"
    assert morning["dayOfWeek"] == "https://schema.org/Monday"
    assert morning["validFrom"] == "2026-01-01"
    (closed,) = node["specialOpeningHoursSpecification"]
    assert closed["opens"] == closed["closes"] == "00:00"


def test_a_node_never_closes_its_script():
    for node in (
        schema_org.news_article(example.NEWS, SITE),
        schema_org.government_service(example.SHEET, SITE),
        schema_org.breadcrumbs((("Accueil", SITE.base), (example.HOSTILE, SITE.base))),
    ):
        text = schema_org.script(node)
        assert "<" not in text
        assert json.loads(text) == node
