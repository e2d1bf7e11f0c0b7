"""Agendas and events by their door: walls, recurrences, feeding, rights."""

from communes.core.access.errors import MayNot
from communes.core.access.errors import StaleRevision
from communes.web.api import agenda as door
from communes.web.api import contents
from communes.web.api.happenings import calendar_of
from communes.web.api.happenings import coming
from communes.web.api.happenings import happenings
from communes.web.domain.agenda.choosing import Wanted
from communes.web.domain.agenda.errors import NoSuchTime
from communes.web.domain.agenda.errors import NotEmptyBranch
from communes.web.domain.agenda.errors import UnknownSource
from communes.web.domain.errors import BadPeriod
from communes.web.domain.errors import BadRecurrence
from communes.web.domain.errors import Feeding
from communes.web.domain.errors import NotOfTheRule
from communes.web.domain.formats.site import Site
from communes.web.domain.reading import BadValue
from communes.web.tests import dated
from datetime import date
from datetime import datetime
from datetime import UTC
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.CMFCore.indexing import processQueue
import pytest


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SITE = Site("https://www.valmont.example", "Valmont-sur-Lesse")
WEDNESDAYS = {
    "title": "Marché",
    "event_starts": "2026-11-04T08:00",
    "event_ends": "2026-11-04T13:00",
    "rule": "RRULE:FREQ=WEEKLY;UNTIL=20261223",
}


@pytest.fixture
def site(integration):
    return dated.as_webmaster(integration["portal"])


@pytest.fixture
def agenda(site):
    return dated.agenda(site)


def told(place, span="", day="", now=NOW, **wanted):
    processQueue()
    found = happenings(place, span, day, Wanted(**wanted), now, TODAY)
    return [(one.time.event.title, one.time.start.day) for one in found.rows]


def test_an_event_keeps_the_walls_of_the_clocks(agenda):
    made = dated.event(agenda, **{**WEDNESDAYS, "event_starts": "2026-11-04T07:00Z"})
    assert made.event_starts == datetime(2026, 11, 4, 8)
    assert made.rule == "FREQ=WEEKLY;UNTIL=20261223"
    assert door.event_record(made).agendas == (agenda.UID(),)


def test_a_list_gives_each_event_once_and_a_period_each_of_its_times(agenda):
    dated.event(agenda, **WEDNESDAYS)
    dated.event(agenda, title="Concert", event_starts="2026-11-28T20:00", event_ends="")
    assert told(agenda) == [("Marché", 25), ("Concert", 28)]
    assert told(agenda, "mois", "2026-12-01") == [
        ("Marché", 2), ("Marché", 9), ("Marché", 16), ("Marché", 23)
    ]  # fmt: skip
    assert told(agenda, "week-end") == [("Concert", 28)]
    assert told(agenda, "aujourdhui") == []
    assert told(agenda, words="concért") == [("Concert", 28)]


def test_facets_narrow_and_count_what_is_there(site, agenda):
    dated.event(agenda, **WEDNESDAYS, categories=["culture"], free=True)
    dated.event(agenda, **{**WEDNESDAYS, "title": "Autre"}, categories=["sport"])
    assert told(agenda, category="sport") == [("Autre", 25)]
    assert told(agenda, free=True) == [("Marché", 25)]
    assert told(agenda, wheelchair=True) == []
    found = happenings(site, "", "", Wanted(category="sport"), NOW, TODAY)
    assert dict(found.choices["category"]) == {"culture": 1, "sport": 1}


def test_a_date_is_taken_away_and_no_other(agenda):
    made = dated.event(agenda, **WEDNESDAYS)
    revision = made.revision
    door.exclude_time(made, datetime(2026, 11, 25, 8), revision)
    assert told(agenda) == [("Marché", 2)]
    assert made.version == 1
    with pytest.raises(NoSuchTime, match="26/11/2026"):
        door.exclude_time(made, datetime(2026, 11, 26, 8))
    with pytest.raises(StaleRevision):
        door.exclude_time(made, datetime(2026, 12, 2, 8), revision)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"event_ends": "2026-11-03T08:00"}, BadPeriod),
        ({"event_ends": "2030-11-03T08:00"}, BadPeriod),
        ({"rule": "FREQ=HOURLY"}, BadRecurrence),
        ({"rule": "FREQ=WEEKLY;BYDAY=MO"}, NotOfTheRule),
        ({"event_starts": "demain"}, BadValue),
        ({"excluded": ["x"]}, BadValue),
    ],
)
def test_what_no_clock_shows_is_refused(agenda, values, refusal):
    with pytest.raises(refusal):
        door.create_event(agenda, {**WEDNESDAYS, **values})


def test_a_rule_holds_by_any_other_door(agenda):
    made = dated.event(agenda, **WEDNESDAYS)
    with pytest.raises(NotOfTheRule):
        contents.edit(made, {"rule": "FREQ=WEEKLY;BYDAY=MO"})


def test_agendas_feed_each_other_but_never_in_a_circle(site):
    sport = dated.agenda(site, "Sport")
    village = dated.agenda(site, "Village", fed_by=[sport.UID()])
    town = dated.agenda(site, "Ville", fed_by=[village.UID()])
    dated.event(sport, **WEDNESDAYS)
    assert told(town) == told(village) == told(sport) == [("Marché", 25)]
    with pytest.raises(Feeding, match="Sport → Ville → Village → Sport"):
        door.edit_agenda(sport, {"fed_by": [town.UID()]})
    with pytest.raises(UnknownSource):
        door.edit_agenda(sport, {"fed_by": ["inconnu"]})


def test_an_agenda_with_events_is_not_deleted(site, agenda):
    made = dated.event(agenda)
    with pytest.raises(NotEmptyBranch, match="1 élément"):
        door.delete_agenda(agenda)
    door.delete_event(made)
    door.delete_agenda(agenda)
    assert agenda.getId() not in site.objectIds()


def test_nobody_else_sees_what_is_not_published(site, agenda):
    dated.event(agenda, public=False, **{**WEDNESDAYS, "title": "Secret"})
    hidden = dated.agenda(site, "Caché", public=False)
    assert told(agenda) == [("Secret", 25)]
    processQueue()
    logout()
    assert told(agenda) == [] and coming(site, NOW, 9) == ()
    assert b"Secret" not in calendar_of(agenda, "Agenda", SITE, NOW)
    with pytest.raises(MayNot):
        door.create_event(agenda, WEDNESDAYS)
    with pytest.raises(MayNot):
        door.edit_agenda(hidden, {"title": "x"})


def test_who_writes_here_keeps_no_agenda(site, agenda):
    setRoles(site, TEST_USER_ID, ["WebContributor"])
    made = door.create_event(agenda, WEDNESDAYS)
    assert contents.edit(made, {"title": "Petit marché"}) == 1
    with pytest.raises(MayNot):
        door.create_agenda(site, {"title": "x"})


def test_a_calendar_says_the_rule_the_exclusions_and_the_zone(agenda):
    dated.event(agenda, **WEDNESDAYS, excluded=["2026-11-25T08:00"])
    processQueue()
    text = calendar_of(agenda, "Agenda", SITE, NOW).decode()
    assert "RRULE:FREQ=WEEKLY;UNTIL=20261223T070000Z" in text
    assert "EXDATE;TZID=Europe/Brussels:20261125T080000" in text
