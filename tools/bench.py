"""Measure a start of the house and each page, beside a stock Plone in the same run.

``bench.py [--cold] [--requests 60] [--write]``. ``--cold`` clones the repository
into a temporary folder and times ``make run`` there, twice; ``--write`` keeps the
table in docs/reference/benchmarks.md. A figure without its reference is not printed.
"""

import argparse
import base64
from collections.abc import Iterator
from configuration import script_command
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
import http.client
import json
import os
from pathlib import Path
import platform
from report import keep_section
from report import REPORT
import run
import signal
import solr
import statistics
import subprocess
import tempfile
import time
from words import Failure
from words import ROOT
from words import run_as_command
from words import say


CONTENT = ROOT / "tools/bench_content.py"
WARM_UP = 5
START_SECONDS = 1800
SITE = "/demo/agents"
COUNCIL = f"{SITE}/deliberations/conseil"


@dataclass(frozen=True)
class Page:
    """Something to ask, and as whom."""

    name: str
    path: str
    account: str = "benoit.quoilin:Valmont-2026"
    accept: str = "text/html"


@dataclass(frozen=True)
class Measured:
    """How long the answers took, in milliseconds, and how large one was."""

    p50: float
    p95: float
    size: int


def free_ports() -> dict[str, int]:
    return {name: solr.free_port() for name in ("web", "worker", "zeo", "solr")}


@contextmanager
def house(var: Path) -> Iterator[tuple[run.House, dict]]:
    """Yield a house with the content of the benchmark, and the paths in it."""
    found = var / "bench.json"

    class BenchHouse(run.House):
        def _start_zope(self, etc: Path) -> None:
            fill(self, found)
            super()._start_zope(etc)

    started = BenchHouse(var, free_ports(), "demo")
    try:
        started.start()
        yield started, json.loads(found.read_text(encoding="utf-8"))
    finally:
        started.stop()


def fill(started: run.House, found: Path) -> None:
    say("Making the content to look at")
    command = script_command(started.var / "etc/worker.conf", CONTENT, str(found))
    done = subprocess.run(
        command,
        env={**os.environ, **started.environment},
        capture_output=True,
        text=True,
    )
    if done.returncode or not found.exists():
        raise Failure(f"The content could not be made: {done.stderr[-600:]}")


def pages(paths: dict) -> list[Page]:
    """Return what is measured; the stock pages come last and are the reference."""
    item = paths["item"]
    stock = paths["stock"]
    editor = "bench.editor:Valmont-2026-bench"
    return [
        Page("login", f"{SITE}/login", ""),
        Page("dashboard", f"{SITE}/@@tableau-de-bord"),
        Page(f"list of {paths['items']} items, first page", COUNCIL),
        Page("item", item),
        Page("meeting with 10 items", paths["10"]),
        Page("meeting with 150 items", paths["150"]),
        Page("search", f"{SITE}/@@search?SearchableText=voirie"),
        Page(
            "REST: one item", f"{item}/@deliberations-items", accept="application/json"
        ),
        Page("stock Plone 6.2: login", "/stock/login", ""),
        Page("stock Plone 6.2: document", f"{stock}/document-1", editor),
        Page(
            f"stock Plone 6.2: folder of {paths['items']} documents, first page",
            f"{stock}/listing_view",
            editor,
        ),
        Page(
            "stock Plone 6.2: search",
            "/stock/@@search?SearchableText=voirie",
            editor,
        ),
        Page(
            "stock Plone 6.2: REST, one document",
            f"{stock}/document-1",
            editor,
            "application/json",
        ),
    ]


def measure(port: int, page: Page, requests: int) -> Measured:
    """Ask a page again and again, one after the other, on one connection."""
    headers = {"Accept": page.accept}
    if page.account:
        token = base64.b64encode(page.account.encode()).decode()
        headers["Authorization"] = f"Basic {token}"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times, size = [], 0
    for count in range(WARM_UP + requests):
        begin = time.perf_counter()
        connection.request("GET", page.path, headers=headers)
        answer = connection.getresponse()
        size = len(answer.read())
        if answer.status != 200:
            raise Failure(f"{page.name}: {page.path} answers {answer.status}.")
        if count >= WARM_UP:
            times.append((time.perf_counter() - begin) * 1000)
    connection.close()
    cuts = statistics.quantiles(times, n=20)
    return Measured(statistics.median(times), cuts[18], size)


def measure_starts() -> list[tuple[str, float]]:
    """Time ``make run`` in a fresh clone, then again in the same clone."""
    with tempfile.TemporaryDirectory(prefix="bench-clone-") as folder:
        clone = Path(folder) / "communes"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        cached = (ROOT / ".cache").is_dir()
        if cached:
            (clone / ".cache").symlink_to(ROOT / ".cache")
        downloads = "downloads in the cache" if cached else "with its downloads"
        ports = free_ports()
        cold = measure_start(clone, ports)
        warm = measure_start(clone, ports)
    return [
        (f"`make run`, fresh clone ({downloads}), until it answers", cold),
        ("`make run` again, until it answers", warm),
    ]


def measure_start(clone: Path, ports: dict[str, int]) -> float:
    """Return the seconds until the house of ``clone`` answers; stop it then."""
    variables = {f"COMMUNES_{name.upper()}_PORT": str(ports[name]) for name in ports}
    environment = {**os.environ, **variables, "COMMUNES_VAR": str(clone / "var")}
    begin = time.monotonic()
    process = subprocess.Popen(
        ["make", "run"],
        cwd=clone,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    tail = []
    try:
        for line in process.stdout or ():
            tail = [*tail[-9:], line]
            if line.startswith("The house answers"):
                return time.monotonic() - begin
        raise Failure(f"make run ended in the fresh clone: {''.join(tail)}")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=120)


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def table(
    measured: list[tuple[Page, Measured]], starts: list[tuple[str, float]], words: str
) -> str:
    """Return the report as Markdown."""
    lines = [
        "# Benchmarks",
        "",
        "Made by `make bench`; every figure of one table is of one run. Wall-clock",
        "times depend on the machine and on what else it does: read them beside the",
        "stock Plone of the same run. Budgets that do not depend on it are tests.",
        "",
        words,
        "",
        "| page | p50 (ms) | p95 (ms) | size (kB) |",
        "|---|---:|---:|---:|",
    ]
    for page, found in measured:
        size = found.size / 1000
        lines.append(
            f"| {page.name} | {found.p50:.0f} | {found.p95:.0f} | {size:.1f} |"
        )
    if starts:
        lines += ["", "| start | seconds |", "|---|---:|"]
        lines += [f"| {name} | {seconds:.0f} |" for name, seconds in starts]
    return "\n".join([*lines, ""])


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cold", action="store_true", help="time a fresh clone too")
    parser.add_argument("--requests", type=int, default=60)
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.name}")
    asked = parser.parse_args()
    starts = measure_starts() if asked.cold else []
    run.ensure_java()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        with house(Path(folder)) as (started, paths):
            measured = []
            for page in pages(paths):
                say(f"Measuring {page.name}")
                found = measure(started.ports["web"], page, asked.requests)
                measured.append((page, found))
    words = (
        f"{date.today().isoformat()}: {machine()}; {asked.requests} requests a page, "
        "one after the other, by one client, logged in; one process with two "
        f"threads, {paths['items']} items in the council and as many stock documents."
    )
    report = table(measured, starts, words)
    print(f"\n{report}")
    if asked.write:
        # What other runs have measured stays below.
        keep_section("", report)


if __name__ == "__main__":
    run_as_command(main)
