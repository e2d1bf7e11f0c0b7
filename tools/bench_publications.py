"""Measure the portal, with and without a caching proxy, beside a stock Plone.

``bench_publications.py [--institutions 50] [--meetings 200] [--items 30] [--write]``:
every figure of the table is of one run, over the same texts. ``--write`` keeps it in
docs/reference/benchmarks.md. Without Varnish on this machine (see bench_proxy.py) the
columns of the proxy are left out, and the report says so.
"""

import argparse
import base64
from bench import free_ports
from bench import machine
import bench_proxy
from bench_search_texts import questions
from configuration import script_command
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
import http.client
import json
import os
from pathlib import Path
import re
from report import keep_section
from report import REPORT
import run
import signal
import statistics
import subprocess
import tempfile
from threading import Thread
import time
from urllib.parse import quote
import urllib.request
from words import Failure
from words import ROOT
from words import run_as_command
from words import say


HEADING = "## Publications"
CONTENT = ROOT / "tools/bench_publications_content.py"
CLIENTS = 4
#: Answers of each client, however long they take.
LEAST = 5
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
OPERATOR = "bench.operator:Valmont-2026-bench"
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


class PortalHouse(run.House):
    """A demo house whose portal and stock twin are filled before it answers."""

    def __init__(self, var: Path, size: tuple[int, int, int]) -> None:
        super().__init__(var, free_ports(), "demo")
        self.size = size
        self.found: dict = {}

    def _start_zope(self, etc: Path) -> None:
        say(f"Writing {describe(self.size)}, twice")
        out = self.var / "bench-publications.json"
        words = (CONTENT, *map(str, self.size), str(out))
        done = subprocess.run(
            script_command(etc / "worker.conf", *words),
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
        )
        if done.returncode or not out.exists():
            raise Failure(f"The content could not be made: {done.stderr[-2000:]}")
        self.found = json.loads(out.read_text(encoding="utf-8"))
        super()._start_zope(etc)


def describe(size: tuple[int, int, int]) -> str:
    institutions, meetings, items = size
    return (
        f"{institutions} institutions × {meetings} meetings × {items} items "
        f"({institutions * meetings * items} decisions)"
    )


def rows(found: dict) -> list[Row]:
    """Return what is asked; each row of the stock site stands below its twin."""
    portal, meeting = found["portal"], f"{found['portal']}/{found['meeting']}"
    stock, folder = "/stock", f"/stock/{found['stock meeting']}"
    asked = [quote(one) for one in questions(80)]
    search = tuple(f"{portal}/recherche?q={one}" for one in asked)
    stock_search = tuple(f"{stock}/@@search?SearchableText={one}" for one in asked)
    return [
        Row("home page", (f"{portal}/decisions",)),
        Row("stock Plone: home page", (stock,)),
        Row("agenda of a meeting", (meeting,)),
        Row("stock Plone: folder of as many documents", (folder,)),
        Row("decision", (f"{meeting}/1",)),
        Row("stock Plone: document", (f"{folder}/1",)),
        Row("search, 80 questions in turn", search, proxied=False),
        Row("stock Plone: the same questions", stock_search, proxied=False),
        Row("agenda as linked data", (f"{meeting}.ttl",), "text/turtle"),
        Row(
            "feed of an institution",
            (f"{portal}/{meeting.split('/')[-4]}.atom",),
            "*/*",
        ),
    ]


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


def wait_for_index(started: PortalHouse) -> float:
    """Return the seconds until the worker has nothing to send: searches are whole."""
    began = time.monotonic()
    while time.monotonic() - began < INDEXED_SECONDS:
        if _waiting(started) == 0:
            return time.monotonic() - began
        time.sleep(2)
    raise Failure("The search index did not follow in time.")


def _waiting(started: PortalHouse) -> float:
    url = f"http://127.0.0.1:{started.ports['web']}{started.found['portal']}"
    token = base64.b64encode(OPERATOR.encode()).decode()
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
    started: PortalHouse, seconds: float, folder: Path
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
        for row in rows(started.found):
            say(f"Measuring {row.name}")
            direct = load(started.ports["web"], row, seconds)
            through = load(cache, row, seconds) if cache and row.proxied else None
            found.append((row, direct, through))
    return found


def table(measured: list[tuple[Row, Load, Load | None]], words: str) -> str:
    """Return the section of the report as Markdown."""
    lines = [HEADING, "", words, ""]
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


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--institutions", type=int, default=50)
    parser.add_argument("--meetings", type=int, default=200)
    parser.add_argument("--items", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.name}")
    asked = parser.parse_args()
    run.ensure_java()
    size = (asked.institutions, asked.meetings, asked.items)
    with tempfile.TemporaryDirectory(prefix="bench-publications-") as folder:
        started = PortalHouse(Path(folder), size)
        try:
            started.start()
            indexed = wait_for_index(started)
            measured = measure_all(started, asked.seconds, Path(folder))
        finally:
            started.stop()
    path = bench_proxy.varnishd()
    cache = bench_proxy.version(path) if path else "no caching proxy on this machine"
    words = (
        f"Made by `make bench-publications`, {date.today().isoformat()}: {machine()}; "
        f"{describe(size)}; {CLIENTS} clients for {asked.seconds:.0f} seconds a line, "
        f"logged out; one web process with two threads; {cache}. Writing took "
        f"{started.found['portal seconds']:.0f} s and {indexed:.0f} s more for the "
        f"search, the stock Plone {started.found['stock seconds']:.0f} s."
    )
    section = table(measured, words)
    print(f"\n{section}")
    if asked.write:
        keep_section(HEADING, section)


if __name__ == "__main__":
    run_as_command(main)
