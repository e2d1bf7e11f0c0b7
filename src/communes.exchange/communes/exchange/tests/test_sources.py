"""A value of an authentic source says whose it is, since when, and what it is worth."""

from communes.core.jobs.domain import OutcomeState
from communes.core.journal.api import entries
from communes.exchange.keeping.api import forget
from communes.exchange.keeping.round import refresh_expired
from communes.exchange.peers.settings_target import ExchangeTarget
from communes.exchange.sources import api as sources
from communes.exchange.sources.demo import DemoSource
from communes.exchange.sources.domain.errors import KeyRefused
from communes.exchange.sources.domain.errors import NotInSource
from communes.exchange.sources.domain.errors import NotReadYet
from communes.exchange.sources.domain.errors import PurposeMissing
from communes.exchange.sources.domain.errors import UnknownSource
from communes.exchange.sources.domain.reading import Found
from communes.exchange.sources.domain.reading import Holding
from communes.exchange.sources.domain.reading import Level
from communes.exchange.sources.domain.reading import Reading
from communes.exchange.sources.interfaces import IAuthenticSource
from communes.exchange.sources.interfaces import ISourceChanged
from communes.exchange.sources.refreshing import Refresh
from communes.exchange.sources.storage import find
from communes.exchange.sources.storage import keep
from communes.exchange.tests.conftest import registered
from communes.exchange.tests.pairs import work
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
import pytest
from zope.component import getGlobalSiteManager
from zope.interface.verify import verifyObject


STREET = "5999-0112"
PERSON = "99010100197"


@pytest.fixture
def streets():
    made = DemoSource(
        "Registre des adresses",
        Level.REGIONAL,
        Holding.ADDRESSES,
        90,
        {STREET: {"street": "Rue du Moulin"}},
    )
    with registered(made, IAuthenticSource, "tests.streets"):
        yield made


@pytest.fixture
def people():
    made = DemoSource(
        "Registre national",
        Level.NATIONAL,
        Holding.PEOPLE,
        1,
        {PERSON: {"last_name": "Lambert"}},
    )
    with registered(made, IAuthenticSource, "tests.people"):
        yield made


@pytest.fixture
def town(portal, streets, people):
    ExchangeTarget(portal).write({"sources": ["tests.streets", "tests.people"]})
    return portal


def ask(site):
    return work(site, Refresh(), sources.REFRESH)


def read(site, source="tests.streets", key=STREET, purpose=""):
    """Read a value that may have to be asked for first."""
    try:
        return sources.read(site, source, key, purpose)
    except NotReadYet:
        ask(site)
        return sources.read(site, source, key, purpose)


def aged(site, days, source="tests.streets", key=STREET):
    """Make what was read so many days older."""
    kept = find(site, source, key)
    back = timedelta(days=days)
    old = {"read_at": kept.read_at - back, "valid_until": kept.valid_until - back}
    keep(site, Reading(**{**kept.__dict__, **old}))


def test_the_double_keeps_the_contract(streets):
    assert verifyObject(IAuthenticSource, streets)


def test_nobody_outside_is_asked_while_a_person_waits(town, streets):
    streets.silent = True
    with pytest.raises(NotReadYet):
        sources.read(town, "tests.streets", STREET)


def test_a_value_has_its_provenance_and_its_dates(town):
    found = read(town)
    assert found.value == {"street": "Rue du Moulin"}
    assert (found.source, found.key, found.stale) == ("tests.streets", STREET, False)
    assert len(found.reference) == 12
    assert datetime.now(UTC) - found.read_at < timedelta(minutes=1)
    assert found.valid_until - found.read_at == timedelta(days=90)


def test_a_stale_value_is_given_said_to_be_and_read_anew(town, streets):
    read(town)
    aged(town, 91)
    streets.values[STREET] = {"street": "Rue du Vieux Moulin"}
    told = sources.read(town, "tests.streets", STREET)
    assert told.stale and told.value == {"street": "Rue du Moulin"}
    ask(town)
    told = sources.read(town, "tests.streets", STREET)
    assert not told.stale and told.value == {"street": "Rue du Vieux Moulin"}


def test_who_relies_on_a_value_hears_that_it_changed(town, streets):
    heard = []
    registry = getGlobalSiteManager()
    registry.registerHandler(heard.append, (ISourceChanged,))
    try:
        read(town)
        sources.refresh(town, "tests.streets", STREET)
        ask(town)
        assert heard == []
        streets.values[STREET] = {"street": "Rue du Vieux Moulin"}
        sources.refresh(town, "tests.streets", STREET)
        ask(town)
    finally:
        registry.unregisterHandler(heard.append, (ISourceChanged,))
    (event,) = heard
    assert event.before.value == {"street": "Rue du Moulin"}
    assert event.after.value == {"street": "Rue du Vieux Moulin"}


def test_a_silent_source_waits_and_keeps_what_was_read(town, streets):
    read(town)
    aged(town, 91)
    streets.silent = True
    assert sources.read(town, "tests.streets", STREET).stale
    (outcome,) = ask(town)
    assert outcome.state is OutcomeState.WAIT
    assert sources.read(town, "tests.streets", STREET).value is not None


def test_a_key_the_source_does_not_know_is_said_to_be_unknown(town):
    with pytest.raises(NotInSource):
        read(town, key="5999-9999")


def test_every_read_of_a_person_is_in_the_journal_with_its_purpose(town):
    with pytest.raises(PurposeMissing):
        sources.read(town, "tests.people", PERSON)
    read(town, "tests.people", PERSON, "PU/2026/14")
    with api.env.adopt_roles(["Manager"]):
        told = [
            one.entry
            for one in entries(town, limit=500)
            if one.entry.target == f"tests.people:{PERSON}"
        ]
    assert told[-1].action == "exchange.source.read"
    assert told[-1].details == {"purpose": "PU/2026/14"}
    assert "Lambert" not in str(told)


def test_a_source_the_commune_did_not_open_is_not_read(portal, streets):
    with pytest.raises(UnknownSource):
        sources.read(portal, "tests.streets", STREET)
    assert sources.sources(portal) == []


@pytest.mark.parametrize("key", ["", "  ", "a\nb", "x" * 201])
def test_what_can_be_no_key_is_refused(town, key):
    with pytest.raises(KeyRefused):
        sources.read(town, "tests.streets", key)


def test_a_list_of_sources_counts_what_is_kept_and_stale(town):
    read(town)
    told = {one.name: (one.kept, one.stale) for one in sources.sources(town)}
    assert told == {"tests.streets": (1, 0), "tests.people": (0, 0)}
    aged(town, 91)
    told = {one.name: (one.kept, one.stale) for one in sources.sources(town)}
    assert told["tests.streets"] == (1, 1)


def test_what_holds_no_longer_is_read_again_but_not_of_people(town):
    read(town)
    read(town, "tests.people", PERSON, "PU/2026/14")
    aged(town, 91)
    aged(town, 2, "tests.people", PERSON)
    assert refresh_expired(town) == 1


def test_the_data_of_a_person_are_forgotten_when_they_hold_no_longer(town):
    read(town)
    read(town, "tests.people", PERSON, "PU/2026/14")
    aged(town, 200)
    aged(town, 40, "tests.people", PERSON)
    assert forget(town).values == 1
    assert find(town, "tests.people", PERSON) is None
    assert find(town, "tests.streets", STREET) is not None


def test_an_unknown_answer_is_kept_as_such():
    now = datetime(2026, 11, 23, tzinfo=UTC)
    made = Reading.made("s", "k", Found(None, "r"), now, 1)
    assert made.value is None
    assert not made.at(now).stale and made.at(now + timedelta(days=1)).stale
