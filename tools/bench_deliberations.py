"""Measure the deliberations beside the bare engines and a stock Plone, in one run.

``bench_deliberations.py [--items 20000] [--requests 60] [--write]``. ``--write`` keeps
the table in docs/reference/benchmarks.md. No figure stands without its reference.
"""

import argparse
from bench import COUNCIL
from bench import free_ports
from bench import machine
from bench import measure
from bench import Measured
from bench import Page
from bench import SITE
from configuration import script_command
from datetime import date
import json
import os
from pathlib import Path
from report import keep_section
from report import REPORT
import run
import signal
import subprocess
import tempfile
from words import Failure
from words import ROOT
from words import run_as_command
from words import say


HEADING = "## Deliberations"
CONTENT = ROOT / "tools/bench_deliberations_content.py"
COUNCILLOR = "pauline.gerouville:Valmont-2026"
EDITOR = "bench.editor:Valmont-2026-bench"


class DeliberationsHouse(run.House):
    """A demo house whose content is made, and measured inside, before it answers."""

    def __init__(self, var: Path, items: int) -> None:
        super().__init__(var, free_ports(), "demo")
        self.items = items
        self.found: dict = {}

    def _start_zope(self, etc: Path) -> None:
        say(f"Holding a meeting, writing {self.items} items, and as many documents")
        out = self.var / "bench-deliberations.json"
        words = (CONTENT, str(self.items), str(out))
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


def pages(found: dict) -> dict[str, Page]:
    """Return what is asked over HTTP; the last one is the reference."""
    items = found["items"]
    return {
        "dashboard": Page(
            f"dashboard of an agent with {items} items", f"{SITE}/@@tableau-de-bord"
        ),
        "list": Page(f"list of {items} items, first page", COUNCIL),
        "agenda": Page(
            "agenda of 150 items, as a councillor", found["meeting"], COUNCILLOR
        ),
        "stock": Page(
            f"stock Plone 6.2: folder of {items} documents, first page",
            f"{found['stock']}/listing_view",
            EDITOR,
        ),
    }


def run_all(var: Path, asked: argparse.Namespace) -> tuple[dict, dict[str, Measured]]:
    """Return what was measured inside, and page by page."""
    started = DeliberationsHouse(var, asked.items)
    try:
        started.start()
        times = {}
        for name, page in pages(started.found).items():
            say(f"Measuring {page.name}")
            times[name] = measure(started.ports["web"], page, asked.requests)
        return started.found, times
    finally:
        started.stop()


def table(found: dict, times: dict[str, Measured], words: str) -> str:
    """Return the section of the report as Markdown."""
    inside = [
        (f"{found['numbers']} items presented, each at its place", "present"),
        ("stock Plone 6.2: 150 documents published", "publish"),
        ("their agenda put in the order of the rules", "sort"),
        ("their agenda frozen", "freeze"),
        (f"minutes of 150 items as PDF/A ({found['pdf size']} kB)", "pdf"),
        ("the same text, the PDF engine alone", "pdf engine"),
        ("minutes of 150 items as ODT", "odt"),
        ("the same text, the ODT engine alone", "odt engine"),
    ]
    lines = [HEADING, "", words, "", "| | p50 (ms) | p95 (ms) |", "|---|---:|---:|"]
    lines += [f"| {name} | {found[key]:.0f} | |" for name, key in inside]
    for name, page in pages(found).items():
        lines.append(f"| {page.name} | {times[name].p50:.0f} | {times[name].p95:.0f} |")
    return "\n".join([*lines, ""])


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=20_000)
    parser.add_argument("--requests", type=int, default=60)
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.name}")
    asked = parser.parse_args()
    run.ensure_java()
    with tempfile.TemporaryDirectory(prefix="bench-deliberations-") as folder:
        found, times = run_all(Path(folder), asked)
    words = (
        f"Made by `make bench-deliberations`, {date.today().isoformat()}: {machine()}; "
        f"{asked.requests} requests a page, one after the other, by one client, logged "
        "in; what has no p95 was done inside, documents as the median of five."
    )
    section = table(found, times, words)
    print(f"\n{section}")
    if asked.write:
        keep_section(HEADING, section)


if __name__ == "__main__":
    run_as_command(main)
