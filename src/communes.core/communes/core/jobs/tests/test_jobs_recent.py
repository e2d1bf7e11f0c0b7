"""What was done a moment ago is named until it shows, and no longer."""

from communes.core.jobs.api import lately
from communes.core.jobs.api import pending
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.drain import Drainer
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.jobs.recent import Recent
from communes.core.jobs.storage import queue_of
from communes.core.jobs.tests.bare import ask
import pytest
import time
from transaction import TransactionManager
import ZODB
from ZODB.FileStorage import FileStorage


PATH = "/valmont/agents"


class Handler:
    """Does it, or not yet for the key "later"."""

    shown_after_seconds = 3600.0

    def run(self, site, intents):
        return [
            Outcome(
                one.key, OutcomeState.WAIT if one.key == "later" else OutcomeState.DONE
            )
            for one in intents
        ]


@pytest.fixture
def handler(register):
    return register(Handler(), IIntentHandler, "mail")


def drained(app):
    drainer = Drainer(app, lambda: False)
    while drainer.drain(PATH):
        pass
    return app.valmont.agents


def test_what_was_done_is_named_until_it_shows(app, handler):
    ask(app, "mail", "a", "b", "later")
    site = drained(app)
    assert lately(site, "mail") == {"a", "b"}
    assert lately(site, "other") == frozenset()
    after = time.time() + handler.shown_after_seconds + 1
    assert queue_of(site).done_lately("mail", after) == set()


def test_what_shows_at_once_is_not_named(app, handler):
    handler.shown_after_seconds = 0.0
    ask(app, "mail", "a")
    site = drained(app)
    assert pending(site) == 0
    assert lately(site, "mail") == frozenset()
    assert queue_of(site).recent is None


def test_what_is_over_is_dropped():
    recent = Recent()
    recent.put("mail", ["a"], until=10.0, now=8.0)
    recent.put("mail", ["b"], until=12.0, now=9.0)
    assert recent.keys("mail", 9.5) == {"a", "b"}
    assert recent.keys("mail", 10.5) == {"b"}
    recent.put("mail", ["c"], until=14.0, now=11.0)
    assert recent.done == ((12.0, "mail", ("b",)), (14.0, "mail", ("c",)))


def test_two_workers_note_at_once_without_conflict(tmp_path):
    database = ZODB.DB(FileStorage(str(tmp_path / "Data.fs")))
    managers = [TransactionManager(), TransactionManager()]
    one, two = (database.open(manager) for manager in managers)
    managers[0].begin()
    one.root()["recent"] = Recent()
    managers[0].commit()
    for manager, connection, key in zip(managers, (one, two), "ab", strict=True):
        manager.begin()
        connection.root()["recent"].put("mail", [key], until=10.0, now=8.0)
    managers[0].commit()
    managers[1].commit()
    managers[0].begin()
    assert one.root()["recent"].keys("mail", 9.0) == {"a", "b"}
    for manager, connection in zip(managers, (one, two), strict=True):
        manager.abort()
        connection.close()
    database.close()
