"""Lists of events and news wake nothing, for ten as for two hundred."""

from communes.web.api.happenings import calendar_of
from communes.web.api.happenings import coming
from communes.web.api.happenings import happenings
from communes.web.api.news import news_list
from communes.web.domain.agenda.choosing import Wanted
from communes.web.domain.formats.site import Site
from communes.web.tests import dated
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from Products.CMFCore.indexing import processQueue
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import transaction


NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SITE = Site("https://www.valmont.example", "Valmont-sur-Lesse")


def counted(monkeypatch):
    """Return the list that grows with each question to the catalogue."""
    found = []
    for name in ("searchResults", "unrestrictedSearchResults"):
        known = getattr(CatalogTool, name)

        def asked(self, *given, _known=known, **query):
            found.append(query)
            return _known(self, *given, **query)

        monkeypatch.setattr(CatalogTool, name, asked)
    return found


def asleep(objects, place):
    """Put the objects away; return how to know whether one was woken."""
    processQueue()
    transaction.savepoint()
    place._p_jar.cacheMinimize()
    return lambda: [one for one in objects if one._p_changed is not None]


@pytest.fixture
def site(integration):
    return dated.as_webmaster(integration["portal"])


@pytest.mark.parametrize(("count", "recurring"), [(10, 2), (200, 30)])
def test_a_list_of_events_wakes_none(site, monkeypatch, count, recurring):
    agenda = dated.agenda(site)
    made = []
    for number in range(count):
        # Each begins in October: the thirty come back over the change of clocks.
        starts = datetime(2026, 10, 1 + number % 28, 19)
        rule = "FREQ=WEEKLY" if number < recurring else ""
        shift = timedelta(0) if rule else timedelta(days=60)
        begins = starts + shift
        values = {
            "event_starts": begins.isoformat(),
            "event_ends": (begins + timedelta(hours=2)).isoformat(),
            "rule": rule,
        }
        made.append(dated.event(agenda, f"e{number}", public=False, **values))
    woken = asleep(made, agenda)
    asked = counted(monkeypatch)
    today = date(2026, 11, 23)
    rows = happenings(agenda, "", "", Wanted(), NOW, today).rows
    assert len(rows) == count
    assert all(one.time.start.hour == 19 for one in rows)
    assert len(happenings(site, "mois", "", Wanted(), NOW, today).rows) >= recurring * 4
    assert len(coming(agenda, NOW, 5)) == 5
    assert calendar_of(agenda, "Agenda", SITE, NOW).count(b"BEGIN:VEVENT") == count
    assert woken() == []
    assert len(asked) <= 8


@pytest.mark.parametrize("count", [10, 100])
def test_a_list_of_news_wakes_none(site, monkeypatch, count):
    folder = dated.folder(site)
    made = [dated.news(folder, f"n{number}") for number in range(count)]
    woken = asleep(made, folder)
    asked = counted(monkeypatch)
    found = news_list(folder, datetime.now(UTC))
    assert [one.news.title for one in found][:2] == [f"n{count - 1}", f"n{count - 2}"]
    assert woken() == [] and len(asked) <= 2
