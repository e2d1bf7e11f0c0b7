"""Real processes and a real Solr in trouble: no request waits, and nothing is lost.

``COMMUNES_FAULT_OBJECTS`` says how many objects the clients work on (60 by itself),
``COMMUNES_FAULT_SEED`` repeats what a run has printed.
"""

from collections import Counter
from collections.abc import Iterator
from communes.core.testing.real_house import wait_for
from communes.search.clients.errors import CoreMissing
from communes.search.clients.records import SolrRecords
from communes.search.convergence.api import sweep
from communes.search.indexing.document import document_of
from communes.search.indexing.lookup import all_uids
from communes.search.indexing.lookup import objects_by_uid
from communes.search.settings import URL_VARIABLE
from communes.search.testing import command
from communes.search.tests import fault_work
from communes.search.tests.fault_house import FaultHouse
from communes.search.tests.faulty_solr import Fault
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
import itertools
import os
from plone import api
import pytest
import random
import statistics
import threading
import time
import transaction
from typing import Any


OBJECTS = int(os.environ.get("COMMUNES_FAULT_OBJECTS", "60"))
REQUESTS_A_KILL = 30
MOST_KILLS = 20
PROMISED = 1000
FOUND_SECONDS = 2
WRITTEN = max(10, OBJECTS // 20)
FIRST_WRITTEN = 1_000_000
CLIENTS = ("ancre", "balise", "corde")
FAULTS = (None, *(fault for fault in Fault if fault is not Fault.NONE))
# What Solr computes by itself, and when a document was sent.
NOT_COMPARED = {"_version_", "_root_", "indexed_at", "version_l", "rights_version_l"}


@pytest.fixture
def house(site, functional) -> Iterator[FaultHouse]:
    site.portal_workflow.setChainForPortalTypes(
        ["Document", "Folder"], "simple_publication_workflow"
    )
    site.portal_registry["communes.search.index_timeout_seconds"] = 1
    for client in CLIENTS:
        folder = api.content.create(site, "Folder", client)
        api.content.create(folder, "Folder", "moved")
    transaction.commit()
    fault_work.register()
    try:
        with FaultHouse(functional["zodbDB"]) as house:
            yield house
    finally:
        fault_work.unregister()


def plans(chance: random.Random) -> list[list[tuple[str, str, int]]]:
    """Return, for each fault, the steps of all clients in an order of chance."""
    share = max(OBJECTS // len(FAULTS), 2)
    number = 0
    made: list[tuple[str, int]] = []
    found = []
    for _fault in FAULTS:
        steps: list[tuple[str, str, int]] = []
        for _each in range(share):
            made.append((chance.choice(CLIENTS), number))
            steps.append(("create", *made[-1]))
            number += 1
        later = [
            (chance.choice(fault_work.STEPS[1:]), *chance.choice(made))
            for _each in range(3 * share)
        ]
        found.append(steps + later)
    return found


@contextmanager
def trouble(house: FaultHouse, fault: Fault | None) -> Iterator[None]:
    """Have Solr fail during the block; None: it is killed."""
    if fault is None:
        with house.without_solr():
            yield
        return
    house.way.fault = fault
    yield
    house.way.fault = Fault.NONE


def worked(house: FaultHouse, steps: list[tuple[str, str, int]]) -> Counter[int]:
    """Have the clients take their steps, all at once; return the answers they got."""
    statuses: Counter[int] = Counter()

    def of_client(client: str) -> None:
        for step, owner, number in steps:
            if owner == client:
                statuses[house.take(step=step, client=client, number=number)] += 1

    with ThreadPoolExecutor(len(CLIENTS)) as clients:
        for done in [clients.submit(of_client, client) for client in CLIENTS]:
            done.result()
    return statuses


class Killer(threading.Thread):
    """Kills worker and web process, once so many requests of the run were answered."""

    def __init__(self, house: FaultHouse, chance: random.Random, requests: int) -> None:
        super().__init__(daemon=True)
        self.house = house
        self.over = threading.Event()
        self.killed: Counter[str] = Counter()
        moments = chance.sample(
            range(requests), min(max(requests // REQUESTS_A_KILL, 2), MOST_KILLS)
        )
        names = itertools.cycle(["worker", "web", "worker"])
        self.plan = list(zip(sorted(moments), names, strict=False))

    def run(self) -> None:
        for answered, name in self.plan:
            while len(self.house.took) < answered:
                if self.over.wait(0.02):
                    return
            self.house.kill(name)
            self.killed[name] += 1


def differences(house: FaultHouse, site: Any) -> list[str]:
    """Return, in words, how Solr differs from what the database says of each object."""
    uids = sorted(all_uids(site))
    wanted = {uid: document_of(obj) for uid, obj in objects_by_uid(site, uids).items()}
    records = SolrRecords(house.client_of())
    held = {
        each["UID"]: each
        for page in records.pages("*:*", ("*",), 500)
        for each in page
        if not each.get("gone")
    }
    words = [f"lost: {wanted[uid]['path']}" for uid in wanted.keys() - held.keys()]
    words += [f"left over: {held[uid]['path']}" for uid in held.keys() - wanted.keys()]
    for uid in wanted.keys() & held.keys():
        for name in wanted[uid].keys() | held[uid].keys():
            if name in NOT_COMPARED or name == "path_parents":
                continue
            ours, theirs = wanted[uid].get(name), held[uid].get(name)
            if plain(ours) != plain(theirs):
                words.append(f"{wanted[uid]['path']} {name}: {ours!r} / {theirs!r}")
    return words


def plain(value: Any) -> Any:
    if isinstance(value, str):
        # Solr writes no fraction that is zero.
        return value.replace(".000Z", "Z")
    if isinstance(value, list):
        return (
            sorted(map(str, value)) if len(value) > 1 else value[0] if value else None
        )
    return value


def seen_after(house: FaultHouse) -> list[float]:
    """Return, for some pages, the seconds from the answer to the first time found."""
    seconds = []
    for number in range(WRITTEN + 1):
        assert written(house, FIRST_WRITTEN + number) == 200
        began = time.monotonic()
        question = [("q", f"getId:page-{FIRST_WRITTEN + number}")]
        wait_for(lambda asked=question: found(house, asked), "a page just written")
        seconds.append(time.monotonic() - began)
    # For the first one the core itself is made.
    return seconds[1:]


def written(house: FaultHouse, number: int) -> int:
    return house.take(step="create", client=CLIENTS[0], number=number)


def found(house: FaultHouse, question: list[tuple[str, str]]) -> bool:
    try:
        return bool(house.client_of().select(question)["response"]["numFound"])
    except CoreMissing:
        # The first document makes the core.
        return False


def test_nothing_is_lost_whatever_happens_to_solr_and_to_the_processes(
    house, capsys, monkeypatch
):
    seed = int(os.environ.get("COMMUNES_FAULT_SEED", random.randrange(10**6)))
    chance = random.Random(seed)
    seen = seen_after(house)
    planned = plans(chance)
    killer = Killer(house, chance, sum(map(len, planned)))
    killer.start()
    answers: Counter[int] = Counter()
    for fault, steps in zip(FAULTS, planned, strict=True):
        with trouble(house, fault):
            answers += worked(house, steps)
    killer.over.set()
    killer.join()
    seconds = house.wait_until_done(60 + 60 * OBJECTS / 10_000)
    with house.site() as site:
        monkeypatch.setenv(URL_VARIABLE, house.solr.url)
        command(house.client_of(), b'{"commit": {}}')
        objects = len(list(all_uids(site)))
        wrong = differences(house, site)
        drift = sweep(site, repair=False)
    with capsys.disabled():
        print(
            f"\nseed {seed}: {OBJECTS} objects, {sum(answers.values())} requests "
            f"answered {dict(answers)} in {figures(house.took)}; killed "
            f"{dict(killer.killed)}; {house.trap.asked} requests asked Solr; "
            f"written and found in {figures(seen)}; converged in {seconds:.1f} s; "
            f"{objects} objects compared, {len(wrong)} differ, drift {drift.total}"
        )
    assert wrong == []
    assert drift.total == 0
    assert house.refused == []
    assert house.trap.asked == 0
    if OBJECTS >= PROMISED:
        assert sorted(seen)[int(len(seen) * 0.95)] <= FOUND_SECONDS


def figures(seconds: list[float]) -> str:
    """Return how long something took, in words."""
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95)]
    return (
        f"p50 {statistics.median(ordered) * 1000:.0f}, p95 {p95 * 1000:.0f}, "
        f"max {ordered[-1] * 1000:.0f} ms"
    )
