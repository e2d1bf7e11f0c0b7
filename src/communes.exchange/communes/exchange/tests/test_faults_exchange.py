"""Two houses of real processes, killed while they speak: all is done once, in order.

``COMMUNES_FAULT_MESSAGES`` says how many messages (60 by itself),
``COMMUNES_FAULT_SEED`` repeats what a run has printed.
"""

from collections import Counter
from communes.core.testing.nursery import is_there
from communes.core.testing.nursery import killed
from communes.core.testing.nursery import Nursery
from communes.core.testing.real_house import free_port
from communes.core.testing.real_house import RealHouse
from communes.exchange.inbox import api as inbox
from communes.exchange.inbox import apply
from communes.exchange.lanes.domain.state import ready
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.outbox import api as outbox
from communes.exchange.outbox import deliver
from communes.exchange.peers import api as peers
from communes.exchange.peers.domain.peer import Key
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.tests import fault_work
from communes.exchange.tests.pairs import GREETING
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextlib import ExitStack
import os
from plone import api
import pytest
import random
import threading
import time
import transaction


MESSAGES = int(os.environ.get("COMMUNES_FAULT_MESSAGES", "60"))
KEY = Key("emetteur/plone:1", "s" * 40)
SLUGS = ("emetteur", "recepteur")
BOTH = frozenset({GREETING.name})
CLIENTS = 3
SUBJECTS = [f"dossier:{number}" for number in range(10)]
ROLES = [("sender", "web"), ("sender", "worker"), ("receiver", "web")]
ROLES += [("receiver", "worker")]


def named(site, slug):
    """Call the site so, from now on."""
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("communes.core.slug", slug)
    transaction.commit()
    return peers.own_name(site)


@contextmanager
def two_houses(functional, folder):
    """Give the house that says, the house that hears, and the name of the latter."""
    site, database = functional["portal"], functional["zodbDB"]
    with ExitStack() as stack:
        stack.enter_context(fault_work.at_work())
        # Before any thread: both houses are forked from it.
        nursery = Nursery(folder / "nursery.log")
        stack.callback(nursery.close)
        ports = {slug: free_port() for slug in SLUGS}
        houses = {}
        for slug, other in zip(SLUGS, reversed(SLUGS), strict=True):
            name, far = named(site, slug), f"{other}/plone"
            address = f"http://127.0.0.1:{ports[other]}/plone/@exchange-inbox"
            peers.declare(site, Peer(far, far, "http", address, BOTH, BOTH, (KEY,)))
            transaction.commit()
            houses[slug] = RealHouse(database, fault_work.NAME, nursery, ports[slug])
            peers.forget(site, far)
        sender, receiver = (stack.enter_context(houses[slug]) for slug in SLUGS)
        yield sender, receiver, name


class Killer(threading.Thread):
    """Kills a process of either house at random moments; revives workers that died."""

    def __init__(self, houses, chance, kills):
        super().__init__(daemon=True)
        self.houses, self.chance, self.left = houses, chance, kills
        self.held = False
        self.killed = Counter()
        self.over = threading.Event()

    def run(self):
        while not self.over.wait(self.chance.uniform(0.05, 0.4)):
            if self.held:
                continue
            dead = [
                house for house in self.houses.values() if not is_there(house.worker)
            ]
            if dead:
                dead[0].kill("worker")
            elif self.left > 0:
                house, role = self.chance.choice(ROLES)
                self._kill(house, role)
                self.left -= 1

    def _kill(self, house, role):
        self.houses[house].kill(role)
        self.killed[f"{house} {role}"] += 1


def said_by(house, to, messages):
    """Have the clients say it all, each its own subjects; return the answers."""
    answers = Counter()
    share = {subject: messages // len(SUBJECTS) for subject in SUBJECTS}

    def of_client(client):
        mine = SUBJECTS[client::CLIENTS]
        for number in range(1, max(share.values()) + 1):
            for subject in mine:
                answers[house.take(subject=subject, number=number, to=to)] += 1

    with ThreadPoolExecutor(CLIENTS) as clients:
        for done in [clients.submit(of_client, one) for one in range(CLIENTS)]:
            done.result()
    return share, answers


def run(functional, folder, messages, seed, kills, hold=False):
    """Say and hear under fire; return what was said, heard, and how it went.

    :param hold: let no worker bring anything before all is said.
    """
    began = time.monotonic()
    with two_houses(functional, folder) as (sender, receiver, name):
        houses = {"sender": sender, "receiver": receiver}
        killer = Killer(houses, random.Random(seed), kills)
        killer.held = hold
        if hold:
            killed(sender.worker)
            killed(receiver.worker)
        killer.start()
        share, answers = said_by(sender, name, messages)
        killer.held = False
        while killer.left > 0:
            time.sleep(0.1)  # the last kills are still to come
        sender.wait_until_done(120 + messages / 5)
        killer.over.set()
        killer.join()
        receiver.wait_until_done(120 + messages / 5)
        with sender.site() as site:
            waiting = len(lanes_of(site, outbox.KEY).open)
        with receiver.site() as site:
            heard = fault_work.heard_at(site)
            waiting += len(lanes_of(site, inbox.KEY).open)
        deaths = len(list((sender.folder / "killed").glob("*")))
    wanted = {subject: list(range(1, count + 1)) for subject, count in share.items()}
    print(
        f"\nseed {seed}: {sum(share.values())} messages on {len(SUBJECTS)} subjects, "
        f"answered {dict(answers)}; killed {dict(killer.killed)}, and {deaths} workers "
        f"between the peer's answer and their commit; "
        f"heard {sum(map(len, heard.values()))}, lost {lost(wanted, heard)}, "
        f"doubled {doubled(heard)}, out of order {disordered(heard)}, "
        f"left over {waiting}; {time.monotonic() - began:.0f} s"
    )
    return wanted, heard


def lost(wanted, heard):
    return sum(
        len(set(numbers) - set(heard.get(one, ()))) for one, numbers in wanted.items()
    )


def doubled(heard):
    return sum(len(numbers) - len(set(numbers)) for numbers in heard.values())


def disordered(heard):
    return sum(numbers != sorted(numbers) for numbers in heard.values())


@pytest.fixture
def seed():
    return int(os.environ.get("COMMUNES_FAULT_SEED", random.randrange(10**6)))


def test_all_is_done_once_and_in_order_whoever_is_killed(
    functional, tmp_path, seed, capsys
):
    kills = max(MESSAGES // 10, 4)
    with capsys.disabled():
        wanted, heard = run(functional, tmp_path, MESSAGES, seed, kills)
    assert heard == wanted


class Forgetful:
    """Lanes that never know a message again."""

    def __init__(self, site, key):
        self.lanes = lanes_of(site, key)

    def place(self, name, id):
        return None

    def get(self, place):
        return None

    def put(self, place, kept):
        self.lanes.put(place, kept)


def test_without_what_knows_a_message_again_some_act_twice(
    functional, tmp_path, seed, monkeypatch
):
    monkeypatch.setattr(inbox, "lanes_of", Forgetful)
    monkeypatch.setattr(fault_work, "DEADLY", 1)
    wanted, heard = run(functional, tmp_path, len(SUBJECTS), seed, 0)
    assert lost(wanted, heard) == 0
    assert doubled(heard) > 0


def test_without_what_keeps_the_order_it_is_lost(
    functional, tmp_path, seed, monkeypatch
):
    for room in (deliver, apply):
        monkeypatch.setattr(room, "ready", lambda line, most: ready(line, most)[::-1])
    wanted, heard = run(functional, tmp_path, 3 * len(SUBJECTS), seed, 0, hold=True)
    assert lost(wanted, heard) == 0
    assert disordered(heard) == len(SUBJECTS)
