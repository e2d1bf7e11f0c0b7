"""The queue in a database: nothing lost, nothing large, no conflict."""

from collections import Counter
from communes.core.jobs.errors import PayloadRefused
from communes.core.jobs.queue import IntentQueue
from communes.core.jobs.queue import Page
from communes.core.jobs.queue import PAGE_ENTRIES
from communes.core.jobs.queue import Shard
import pytest
from random import Random
import secrets
from transaction import TransactionManager
import ZODB
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError


class Client:
    """One of the processes that use the queue: its own connection and transaction."""

    def __init__(self, database, name):
        self.name = name
        self.turns = 0
        self.manager = TransactionManager()
        self.connection = database.open(self.manager)

    @property
    def queue(self):
        return self.connection.root()["queue"]

    def begin(self):
        self.turns += 1
        self.manager.begin()

    def put(self, key, moment, /, kind="mail", **payload):
        self.queue.put(kind, key, payload, moment, f"{self.name}-{self.turns}")

    def take(self, limit=1000, kind="mail"):
        return [(each.key, dict(each.payload)) for each in self.queue.take(kind, limit)]

    def commit(self):
        self.manager.commit()


@pytest.fixture
def clients(tmp_path):
    database = ZODB.DB(FileStorage(str(tmp_path / "Data.fs")))
    made = [Client(database, name) for name in ("one", "two", "three")]
    made[0].begin()
    made[0].connection.root()["queue"] = IntentQueue()
    made[0].commit()
    yield made
    for client in made:
        client.manager.abort()
        client.connection.close()
    database.close()


def both_ask_in_one_shard(one, two):
    for client, moment in ((one, 1), (two, 2)):
        client.begin()
        for key in ("same", f"of {client.name}"):
            by = f'{{"by": "{client.name}"}}'
            client.queue.shards[0].put(("mail", key), moment, client.name, by)
    one.commit()
    two.commit()


def test_requests_of_two_transactions_at_once_are_both_kept(clients):
    one, two, three = clients
    both_ask_in_one_shard(one, two)
    three.begin()
    taken = dict(three.take())
    assert taken == {
        "same": {"by": "two"},
        "of one": {"by": "one"},
        "of two": {"by": "two"},
    }


def test_without_merging_the_second_transaction_would_fail(clients, monkeypatch):
    def refuse(*_states):
        raise ConflictError

    monkeypatch.setattr(Shard, "_p_resolveConflict", refuse)
    with pytest.raises(ConflictError):
        both_ask_in_one_shard(*clients[:2])


def test_repeated_requests_become_one_with_the_latest_payload(clients):
    one = clients[0]
    for moment in (10, 20, 5):  # The clock of the last machine is slow.
        one.begin()
        one.put("a", moment, moment=moment)
        one.commit()
    one.begin()
    assert one.queue.pending() == 1
    assert one.queue.oldest() == pytest.approx(10e-9)
    assert one.take() == [("a", {"moment": 5})]


def test_an_abort_and_a_rolled_back_savepoint_take_the_request_back(clients):
    one = clients[0]
    one.begin()
    one.put("kept", 1)
    savepoint = one.manager.get().savepoint()
    one.put("rolled back", 2)
    savepoint.rollback()
    one.commit()
    one.begin()
    one.put("aborted", 3)
    one.manager.abort()
    one.begin()
    assert one.take() == [("kept", {})]


def test_a_request_made_while_the_old_one_is_drained_is_kept(clients):
    one, two, _three = clients
    one.begin()
    one.put("a", 1, old=True)
    one.commit()
    one.begin()
    two.begin()
    assert one.take() == [("a", {"old": True})]
    two.put("a", 2, old=False)
    one.commit()
    two.commit()
    one.begin()
    assert one.take() == [("a", {"old": False})]


def fill_one_shard(client, count):
    """Ask, one transaction each, for ``count`` keys that share a shard."""
    shard = client.queue.shards[0]
    for number in range(count):
        client.begin()
        slot = ("mail", f"key {number}")
        shard.put(slot, number + 1, f"{client.name}-{client.turns}", "{}")
        client.commit()


def test_two_transactions_that_turn_the_page_at_once_double_nothing(clients):
    one, two, _three = clients
    fill_one_shard(one, PAGE_ENTRIES)
    for client in (one, two):
        client.begin()
        slot = ("mail", f"last of {client.name}")
        client.queue.shards[0].put(slot, 1000, f"{client.name}-last", "{}")
        assert len(client.queue.shards[0].pages) == 1
    one.commit()
    two.commit()
    one.begin()
    assert one.queue.pending() == PAGE_ENTRIES + 2
    assert len(one.take()) == PAGE_ENTRIES + 2


def test_requests_come_out_in_the_order_they_were_made(clients):
    one = clients[0]
    fill_one_shard(one, 3 * PAGE_ENTRIES)
    one.begin()
    taken = []
    while batch := one.take(limit=10):
        taken += [key for key, _payload in batch]
    assert taken == [f"key {number}" for number in range(3 * PAGE_ENTRIES)]


def test_a_long_dead_worker_leaves_no_large_object(clients):
    one, two, _three = clients
    wanted = 100_000
    for first in range(0, wanted, 500):
        one.begin()
        for number in range(first, first + 500):
            one.put(f"{number:032d}", number + 1, uid=f"{number:032d}")
        one.commit()
    one.begin()
    storage = one.connection.db().storage
    objects = [one.queue, *one.queue.shards]
    objects += [page[2] for shard in one.queue.shards for page in shard.pages.values()]
    sizes = [len(storage.load(each._p_oid)[0]) for each in objects]
    print("objects", len(sizes), "largest", max(sizes), "bytes")
    assert max(sizes) < 64 * 1024
    two.begin()
    assert two.queue.pending() == wanted
    assert len(two.take(limit=200)) >= 200
    awake = [
        each for each in two.connection._cache.lru_items() if isinstance(each[1], Page)
    ]
    assert len(awake) <= 200 // PAGE_ENTRIES + 2


def test_random_histories_lose_nothing_and_never_conflict(clients):
    seed = secrets.randbits(32)
    print("seed", seed)
    random = Random(seed)
    asked, taken = {}, {}
    doubled = Counter()
    for moment in range(1, 250):
        chosen = random.sample(clients, random.randint(1, 3))
        for client in chosen:
            client.begin()
        for client in chosen:
            client.done = []
            if client.name == "three":
                client.done = client.take(limit=random.randint(1, 60))
                continue
            for each in range(random.choice((1, 2, 90))):
                # Each writer has keys of its own, so that the latest is known.
                key = f"{client.name} {random.randint(0, 400)}"
                client.put(key, moment * 1000 + each, n=moment * 1000 + each)
                client.done.append((key, moment * 1000 + each))
        for client in chosen:
            client.commit()
            if client.name == "three":
                note_taken(client.done, taken, doubled)
            else:
                asked.update(client.done)
    clients[2].begin()
    while batch := clients[2].take(limit=100):
        note_taken(batch, taken, doubled)
    clients[2].commit()
    print("asked", len(asked), "doubled", sum(doubled.values()))
    assert taken == asked


def note_taken(batch, taken, doubled):
    for key, payload in batch:
        if taken.get(key, 0) >= payload["n"]:
            doubled[key] += 1
        taken[key] = max(payload["n"], taken.get(key, 0))


@pytest.mark.parametrize(
    "payload", [{"who": object()}, {"long": "x" * 40_000}, {"not": float("nan")}]
)
def test_a_payload_that_is_not_small_plain_json_is_refused(clients, payload):
    one = clients[0]
    one.begin()
    with pytest.raises(PayloadRefused, match="mail"):
        one.put("a", 1, **payload)
    assert one.queue.pending() == 0
