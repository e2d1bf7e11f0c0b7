"""What a public site serves: answers per second, with and without a caching proxy.

Shared by the benchmarks of the portal and of the website: a house that is filled before
it answers, several clients that ask, and the table of what they saw.
"""

import base64
from bench import free_ports
import bench_proxy
from configuration import script_command
from contextlib import ExitStack
from dataclasses import dataclass
import http.client
import json
import os
from pathlib import Path
import re
import run
import statistics
import subprocess
from threading import Thread
import time
import urllib.request
from words import Failure
from words import say


CLIENTS = 4
#: Answers of each client, however long they take.
LEAST = 5
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
#: Who asks whether the search index is whole: login and password.
OPERATOR = ("bench.operator", "Valmont-2026-bench")
INDEXED_SECONDS = 7200


@dataclass(frozen=True)
class Load:
    """Answers per second of several clients at once, and how long one took (ms)."""

    rate: float
    p50: float
    p95: float


@dataclass(frozen=True)
class Row:
    """What is asked: one address again and again, or many in turn."""

    name: str
    paths: tuple[str, ...]
    accept: str = BROWSER
    proxied: bool = True


class FilledHouse(run.House):
    """A demo house whose sites a script fills before they answer.

    ``found`` is what the script wrote into the file it is given last.
    """

    def __init__(self, var: Path, script: Path, words: tuple[str, ...], said: str):
        super().__init__(var, free_ports(), "demo")
        self.script, self.words, self.said = script, words, said
        self.found: dict = {}

    def _start_zope(self, etc: Path) -> None:
        say(f"Writing {self.said}, twice")
        out = self.var / "bench-found.json"
        done = subprocess.run(
            script_command(etc / "worker.conf", self.script, *self.words, str(out)),
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
        )
        if done.returncode or not out.exists():
            raise Failure(f"The content could not be made: {done.stderr[-2000:]}")
        self.found = json.loads(out.read_text(encoding="utf-8"))
        super()._start_zope(etc)


def load(port: int, row: Row, seconds: float) -> Load:
    """Have several clients ask for some seconds, each on a connection of its own."""
    _ask(port, row, 0.0, [])
    times: list[list[float]] = [[] for _client in range(CLIENTS)]
    threads = [Thread(target=_ask, args=(port, row, seconds, one)) for one in times]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    passed = time.perf_counter() - began
    every = [one for each in times for one in each]
    if len(every) < CLIENTS * LEAST:
        raise Failure(f"{row.name}: {row.paths[0]} was not answered.")
    cuts = statistics.quantiles(every, n=20)
    return Load(len(every) / passed, statistics.median(every), cuts[18])


def _ask(port: int, row: Row, seconds: float, times: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    until, count = time.perf_counter() + seconds, 0
    while time.perf_counter() < until or len(times) < LEAST:
        path = row.paths[count % len(row.paths)]
        count += 1
        begin = time.perf_counter()
        connection.request("GET", path, headers={"Accept": row.accept})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            print(f"           {row.name}: {path} answers {answer.status}", flush=True)
            return
        times.append((time.perf_counter() - begin) * 1000)
    connection.close()


def wait_for_index(started: FilledHouse, site: str) -> float:
    """Return the seconds until the worker has nothing to send: searches are whole.

    :param site: the path of the site that is searched.
    """
    began = time.monotonic()
    while time.monotonic() - began < INDEXED_SECONDS:
        if _waiting(started, site) == 0:
            return time.monotonic() - began
        time.sleep(2)
    raise Failure("The search index did not follow in time.")


def _waiting(started: FilledHouse, site: str) -> float:
    url = f"http://127.0.0.1:{started.ports['web']}{site}"
    token = base64.b64encode(":".join(OPERATOR).encode()).decode()
    request = urllib.request.Request(
        f"{url}/@@search-metrics", headers={"Authorization": f"Basic {token}"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        said = answer.read().decode()
    found = re.search(r"^communes_search_outbox_length\{.*\} (\S+)$", said, re.M)
    if found is None:
        raise Failure(f"The search says nothing of its outbox: {said[:200]}")
    return float(found[1])


def measure_all(
    started: FilledHouse, asked: list[Row], seconds: float, folder: Path
) -> list[tuple[Row, Load, Load | None]]:
    """Return every row: asked directly, then through the proxy when there is one."""
    path = bench_proxy.varnishd()
    found = []
    with ExitStack() as stack:
        cache = None
        if path:
            cache = stack.enter_context(
                bench_proxy.proxy(path, started.ports["web"], folder / "varnish")
            )
        for row in asked:
            say(f"Measuring {row.name}")
            direct = load(started.ports["web"], row, seconds)
            through = load(cache, row, seconds) if cache and row.proxied else None
            found.append((row, direct, through))
    return found


def table(
    heading: str, measured: list[tuple[Row, Load, Load | None]], words: str
) -> str:
    """Return the section of the report as Markdown."""
    lines = [heading, "", words, ""]
    lines += [
        "| | a second | p50 (ms) | p95 (ms) | a second, with the proxy | p95 (ms) |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for row, direct, through in measured:
        cached = f"{through.rate:.0f} | {through.p95:.1f}" if through else "| "
        lines.append(
            f"| {row.name} | {direct.rate:.1f} | {direct.p50:.0f} | {direct.p95:.0f} "
            f"| {cached} |"
        )
    return "\n".join([*lines, ""])
