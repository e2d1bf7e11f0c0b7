"""The queue over a real ZEO server, with writers and a drainer in other processes."""

from communes.core.jobs.queue import IntentQueue
from communes.core.jobs.tests.bare import bare_app
from communes.core.jobs.tests.processes import end
from communes.core.jobs.tests.processes import start
from communes.core.jobs.tests.processes import wait_for_line
from communes.core.jobs.tests.processes import zeo_client
from communes.core.jobs.tests.processes import zeo_server
import pytest
import secrets
from transaction import TransactionManager
import ZODB
from ZODB.POSException import ConflictError


PROGRAMS = "communes.core.jobs.tests.programs"
WRITERS = ("ann", "bob", "cleo")
EACH = 200


def two_requests_at_once(address):
    database = ZODB.DB(zeo_client(address))
    clients = [database.open(TransactionManager()) for _number in range(2)]
    try:
        clients[0].root()["queue"] = IntentQueue()
        clients[0].transaction_manager.commit()
        for moment, client in enumerate(clients):
            client.transaction_manager.begin()
            client.root()["queue"].put("mail", "same", {}, moment + 1, str(moment))
        for client in clients:
            client.transaction_manager.commit()
    finally:
        for client in clients:
            client.transaction_manager.abort()
            client.close()
        database.close()


def test_a_server_with_our_code_merges_what_two_clients_ask_at_once():
    with zeo_server() as address:
        two_requests_at_once(address)


def test_a_server_without_our_code_would_refuse_the_second():
    with zeo_server(with_our_code=False) as address, pytest.raises(ConflictError):
        two_requests_at_once(address)


def test_writers_and_a_drainer_lose_nothing_and_never_conflict():
    seed = secrets.randbits(32)
    print("seed", seed)
    wanted = len(WRITERS) * EACH
    with zeo_server() as address:
        with bare_app(zeo_client(address)):
            pass
        children = [
            start(PROGRAMS, "write", address, name, seed, EACH) for name in WRITERS
        ]
        children.append(start(PROGRAMS, "drain", address, wanted))
        try:
            for child in children:
                wait_for_line(child, "ready")
            for child in children:
                child.stdin.write("go\n")
                child.stdin.flush()
            said = [child.communicate(timeout=90)[0].split("\n") for child in children]
        finally:
            for child in children:
                end(child)
    print("asked", wanted, "and", said[-1])
    assert [lines[0] for lines in said] == ["conflicts 0"] * len(children)
    assert said[-1][1].startswith("lost 0 ")
