"""Send a newsletter to 20,000 addresses, its worker killed three times.

``bench_newsletter.py [--letters 20000] [--write]``. ``--write`` keeps the table in
docs/reference/benchmarks.md. Beside it, the same letters over the bare line.
"""

import argparse
from bench import machine
from datetime import date
import json
import os
from pathlib import Path
from report import keep_section
import subprocess
import tempfile
from words import Failure
from words import ROOT
from words import run_as_command
from words import say


HEADING = "## Newsletter"
TEST = "src/communes.web/communes/web/tests/test_faults_newsletter.py"


def measured(letters: int) -> dict:
    """Run the fault test at that size; return its figures."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "figures.json")
        done = subprocess.run(
            [ROOT / "bin/pytest", "-q", "-s", TEST, "-k", "killed"],
            cwd=ROOT,
            env={
                **os.environ,
                "COMMUNES_FAULT_LETTERS": str(letters),
                "COMMUNES_FAULT_REPORT": str(report),
            },
        )
        if done.returncode or not report.exists():
            raise Failure("The letters were not all sent once: see above.")
        return json.loads(report.read_text(encoding="utf-8"))


def section(told: dict) -> str:
    """Return the section of the page."""
    ways = told["ways"]
    size = told["bytes"] / 1000
    return f"""{HEADING}

Made by `make bench-newsletter`, {date.today()}: {machine()};
one issue of {size:.0f} kB to {told["letters"]} addresses over SMTP on this machine, one
connection each, every letter written down twice on disk; the worker killed
{told["kills"]} times after the server had taken a letter and before it could answer.
The reference gives the same bytes with `smtplib` alone, nothing written.

| | |
|---|---:|
| addresses that got the letter | {told["received"]} of {told["letters"]} |
| addresses that got it twice | {told["twice"]} |
| letters noted as sent | {ways.get("sent", 0)} |
| letters shown as uncertain, to be decided by a person | {ways.get("uncertain", 0)} |
| the whole, with three new workers | {told["seconds"]:.0f} s |
| letters a second | {told["rate"]} |
| letters a second, `smtplib` alone | {told["bare"]} |
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    told = measured(given.letters)
    say(f"{told['rate']} letters a second; {told['twice']} twice")
    if given.write:
        keep_section(HEADING, section(told))


if __name__ == "__main__":
    run_as_command(main)
