"""Two transactions that write one part at once: one waits, none is lost."""

from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.storage import part
from persistent.mapping import PersistentMapping
import pytest
from transaction import TransactionManager
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage
from ZODB.POSException import ConflictError


class Owner(PersistentMapping):
    """Something that carries a part."""

    agenda = None


@pytest.fixture
def database():
    database = DB(DemoStorage())
    manager = TransactionManager()
    root = database.open(manager).root()
    root["owner"] = Owner()
    manager.commit()
    part.write(root["owner"], "agenda", ("a",), by="dg", change="début")
    manager.commit()
    yield database
    database.close()


def opened(database):
    manager = TransactionManager()
    return manager, database.open(manager).root()["owner"]


def test_the_second_of_two_writers_meets_a_conflict_then_is_told(database):
    first, mine = opened(database)
    second, theirs = opened(database)
    read = part.read(mine, "agenda", tuple)[1]
    assert part.read(theirs, "agenda", tuple)[1] == read == 1
    part.write(mine, "agenda", ("b",), by="anne", change="B monté", revision=read)
    part.write(theirs, "agenda", ("c",), by="paul", change="C monté", revision=read)
    first.commit()
    with pytest.raises(ConflictError):
        second.commit()
    second.abort()
    with pytest.raises(StaleRevision) as refused:
        part.write(
            theirs,
            "agenda",
            ("c",),
            by="paul",
            change="C monté",
            revision=read,
            what="L'ordre du jour",
        )
    assert "L'ordre du jour a changé entre-temps : B monté (par anne)." in str(
        refused.value
    )
    assert part.read(theirs, "agenda", tuple)[0] == ("b",)


def test_only_the_last_changes_are_remembered():
    owner = Owner()
    for number in range(part.REMEMBERED + 5):
        part.write(owner, "agenda", number, by="dg", change=f"n{number}")
    assert len(owner.agenda.changes) == part.REMEMBERED
    with pytest.raises(StaleRevision):
        part.check(owner, "agenda", 1, "x")


def test_a_revision_that_never_was_is_refused():
    with pytest.raises(StaleRevision):
        part.check(Owner(), "agenda", 7, "x")
