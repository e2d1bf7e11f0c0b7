"""Measure the programme beside a stock Plone and the bare engines, in one run.

``bench_pst.py [--actions 230 2000] [--requests 20] [--write]``. ``--write`` keeps the
table in docs/reference/benchmarks.md. No figure stands without its reference.
"""

import argparse
from bench import free_ports
from bench import machine
from bench import measure
from bench import Measured
from bench import Page
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


HEADING = "## Strategic programme"
CONTENT = ROOT / "tools/bench_pst_content.py"
EDITOR = "bench.editor:Valmont-2026-bench"


class PstHouse(run.House):
    """A demo house whose plans are made, and measured inside, before it answers."""

    def __init__(self, var: Path, sizes: list[int]) -> None:
        super().__init__(var, free_ports(), "demo")
        self.sizes = sizes
        self.plans: list[dict] = []

    def _start_zope(self, etc: Path) -> None:
        say(f"Bringing plans of {self.sizes} actions in, and as many documents")
        out = self.var / "bench-pst.json"
        words = (CONTENT, str(out), *map(str, self.sizes))
        done = subprocess.run(
            script_command(etc / "worker.conf", *words),
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
        )
        if done.returncode or not out.exists():
            raise Failure(f"The content could not be made: {done.stderr[-2000:]}")
        self.plans = json.loads(out.read_text(encoding="utf-8"))["plans"]
        super()._start_zope(etc)


def pages(plan: dict) -> list[Page]:
    """Return what is asked of a plan over HTTP; the last one is the reference."""
    path, objects = plan["path"], plan["objects"]
    return [
        Page(f"tree of {objects} elements, all on one page", f"{path}/arbre"),
        Page("timeline of its actions", f"{path}/chronologie"),
        Page("overview", path),
        Page("boards, first page", f"{path}/tableaux"),
        Page(
            "REST: the whole tree with its figures",
            f"{path}/@pst-programme",
            accept="application/json",
        ),
        Page(
            f"stock Plone 6.2: listing of {objects} documents, all on one page",
            f"{plan['stock']}/listing_view?b_size={objects}",
            EDITOR,
        ),
        Page(
            "stock Plone 6.2: the same listing, first page",
            f"{plan['stock']}/listing_view",
            EDITOR,
        ),
    ]


def run_all(var: Path, asked: argparse.Namespace) -> tuple[list[dict], list[Measured]]:
    """Return what was measured inside, and page by page."""
    started = PstHouse(var, asked.actions)
    try:
        started.start()
        times = []
        for plan in started.plans:
            for page in pages(plan):
                say(f"Measuring {page.name}, {plan['actions']} actions")
                times.append(measure(started.ports["web"], page, asked.requests))
        return started.plans, times
    finally:
        started.stop()


def table(plans: list[dict], times: list[Measured], words: str) -> str:
    """Return the section of the report as Markdown."""
    inside = (
        ("detailed report as PDF/A", "pdf"),
        ("the same text, the PDF engine alone", "pdf engine"),
        ("detailed report as ODT", "odt"),
        ("the same text, the ODT engine alone", "odt engine"),
        ("whole plan as XLSX", "xlsx"),
        ("the same rows, the XLSX writer alone", "xlsx engine"),
    )
    lines = [HEADING, "", words]
    left = iter(times)
    for plan in plans:
        head = f"| {plan['actions']} actions, {plan['objects']} elements |"
        lines += ["", f"{head} p50 (ms) | p95 (ms) |", "|---|---:|---:|"]
        for page, took in zip(pages(plan), left, strict=False):
            lines.append(f"| {page.name} | {took.p50:.0f} | {took.p95:.0f} |")
        lines += [f"| {name} | {plan[key]:.0f} | |" for name, key in inside]
    return "\n".join([*lines, ""])


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--actions", type=int, nargs="+", default=[230, 2_000])
    parser.add_argument("--requests", type=int, default=20)
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.name}")
    asked = parser.parse_args()
    run.ensure_java()
    with tempfile.TemporaryDirectory(prefix="bench-pst-") as folder:
        plans, times = run_all(Path(folder), asked)
    words = (
        f"Made by `make bench-pst`, {date.today().isoformat()}: {machine()}; "
        f"{asked.requests} requests a page, one after the other, by one client, logged "
        "in; what has no p95 was done inside, each object read anew, the median of "
        "three."
    )
    section = table(plans, times, words)
    print(f"\n{section}")
    if asked.write:
        keep_section(HEADING, section)


if __name__ == "__main__":
    run_as_command(main)
