"""What the list of messages loads does not grow with the messages that wait."""

from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import Kept
from communes.exchange.lanes.storage import Lane
from communes.exchange.lanes.storage import Lanes
from communes.exchange.lanes.storage import Place
from communes.exchange.letters import api as letters
from communes.exchange.letters.domain import Direction
from communes.exchange.outbox import api as outbox
import pytest
import transaction
from ZODB.Connection import Connection
from zope.annotation.interfaces import IAnnotations


PAGE = 10
#: The lanes and their messages of one page, and the trees above them.
MOST = 2 * PAGE + 20


@pytest.fixture
def loaded(monkeypatch):
    """The objects of the exchange that were loaded from the database."""
    found = []
    setstate = Connection.setstate

    def counted(connection, obj):
        setstate(connection, obj)
        if type(obj).__module__.startswith(("communes.exchange", "BTrees")):
            found.append(type(obj))

    monkeypatch.setattr(Connection, "setstate", counted)
    return found


def fill(site, count):
    """Have so many messages wait, each about its own subject, and one be refused."""
    lanes = IAnnotations(site)[outbox.KEY] = Lanes()
    for number in range(count):
        kept = Kept(f"m{number}", "communes.test.greeting.v1", "{}", State.WAITING, 1.0)
        lanes.put(Place("portail", f"subject:{number}", 1), kept)
    first = Place("portail", "subject:0", 1)
    lanes.settle(first, State.REFUSED, 2.0, "non")
    transaction.commit()
    site._p_jar.cacheMinimize()


@pytest.mark.parametrize("count", [10, 1000])
def test_a_page_of_the_list_loads_what_it_shows(functional, loaded, count):
    site = functional["portal"]
    fill(site, count)
    loaded.clear()
    assert len(letters.letters(site, Direction.OUT, size=PAGE)) == PAGE
    assert letters.count(site, Direction.OUT) == count
    assert loaded.count(Lane) == PAGE
    assert len(loaded) <= MOST


@pytest.mark.parametrize("count", [10, 1000])
def test_the_counter_of_the_rail_loads_no_message(functional, loaded, count):
    site = functional["portal"]
    fill(site, count)
    loaded.clear()
    assert letters.count(site, Direction.OUT, "refused") == 1
    assert letters.count(site, Direction.OUT, "waiting") == count - 1
    (found,) = letters.letters(site, Direction.OUT, "refused")
    assert (found.subject, found.reason) == ("subject:0", "non")
    assert len(loaded) <= MOST
