"""The file of the journal: tampering shows, processes and deaths do not harm it."""

from collections import Counter
from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import start
from communes.core.jobs.tests.processes import wait_for_line
from communes.core.journal import verify
from communes.core.journal.store import JournalStore
from communes.core.journal.tests.programs import entry
import contextlib
import pytest
import secrets
import sqlite3


PROGRAM = "communes.core.journal.tests.programs"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal" / "valmont.sqlite"


@pytest.fixture
def store(path):
    store = JournalStore(path)
    store.append(entry("greffier", number) for number in range(1, 6))
    return store


def tamper(path, *statements):
    """Change the file as somebody with full access to it would."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("DROP TRIGGER entries_hold")
        db.execute("DROP TRIGGER entries_stay")
        for statement in statements:
            db.execute(statement)
        db.commit()


def test_entries_come_back_in_order_page_by_page(store):
    numbers = [each.number for each in store.entries(after=1, limit=3)]
    assert numbers == [2, 3, 4]
    assert [each.entry for each in store.entries(target_uid="uid-4")] == [
        entry("greffier", 4)
    ]
    assert store.head() == (5, store.entries(after=4)[0].seal)
    assert store.verify() is None


def test_a_repeated_request_adds_nothing(store):
    assert store.append([entry("greffier", 3), entry("greffier", 9)]) == 1
    assert store.head()[0] == 6


@pytest.mark.parametrize(
    "statement",
    ["UPDATE entries SET actor = 'x' WHERE number = 2", "DELETE FROM entries"],
)
def test_the_file_itself_refuses_changes(store, path, statement):
    with (
        contextlib.closing(sqlite3.connect(path)) as db,
        pytest.raises(sqlite3.IntegrityError, match="only be added to"),
    ):
        db.execute(statement)


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE entries SET details = '{}' WHERE number = 3", 3),
        ("UPDATE entries SET details = 'no JSON' WHERE number = 3", 3),
        ("UPDATE entries SET seal = 'f' WHERE number = 5", 5),
        ("UPDATE entries SET previous = 'f' WHERE number = 1", 1),
        ("DELETE FROM entries WHERE number = 2", 2),
        ("DELETE FROM entries WHERE number > 3", 4),
        ("DELETE FROM entries", 1),
    ],
)
def test_tampering_is_found_and_the_first_broken_entry_named(
    store, path, capsys, statement, number
):
    assert verify.main([str(path)]) == 0
    tamper(path, statement)
    assert verify.main([str(path)]) == 1
    assert f"inscription {number}: " in capsys.readouterr().out


def test_an_end_cut_off_with_care_is_found_by_the_noted_seal(store, path):
    number, seal = store.head()
    tamper(
        path,
        "DELETE FROM entries WHERE number > 3",
        "UPDATE sqlite_sequence SET seq = 3",
    )
    assert verify.main([str(path)]) == 0
    assert verify.main([str(path), f"{number}:{seal}"]) == 1


def test_the_command_does_not_make_a_journal_that_is_missing(path, capsys):
    assert verify.main([str(path)]) == 2
    assert not path.exists()


def appenders(path, count):
    children = [start(PROGRAM, path, actor, count) for actor in ("ann", "bob")]
    for child in children:
        wait_for_line(child, "ready")
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    return children


def test_two_processes_append_500_entries_each_to_one_chain(path):
    JournalStore(path)
    children = appenders(path, 500)
    for child in children:
        child.communicate(timeout=60)
        assert child.returncode == 0
    store = JournalStore(path)
    assert store.verify() is None
    actors = Counter(each.entry.actor for each in store.chain())
    assert actors == {"ann": 500, "bob": 500}


def test_a_process_killed_while_it_appends_leaves_the_chain_whole(path):
    seed = secrets.randbits(32)
    last = 20 + seed % 180
    print("seed", seed, "killed after", last)
    killed, other = appenders(path, 400)
    try:
        wait_for_line(killed, str(last))
        killed.kill()
        said = killed.stdout.read().split()
        other.communicate(timeout=60)
    finally:
        end(killed)
        end(other)
    store = JournalStore(path)
    actors = Counter(each.entry.actor for each in store.chain())
    print("said", last + 1 + len(said), "found", dict(actors))
    assert store.verify() is None
    assert actors["bob"] == 400
    # What was said to be written is there; at most one more had not been said.
    assert actors["ann"] - (last + 1 + len(said)) in (0, 1)
    store.append([entry("clara", 1)])
    assert store.verify() is None
