"""Measure the portal, with and without a caching proxy, beside a stock Plone.

``bench_publications.py [--institutions 50] [--meetings 200] [--items 30] [--write]``:
every figure of the table is of one run, over the same texts. ``--write`` keeps it in
docs/reference/benchmarks.md. Without Varnish on this machine (see bench_proxy.py) the
columns of the proxy are left out, and the report says so.
"""

import argparse
from bench import machine
import bench_proxy
from bench_search_texts import questions
from bench_serving import CLIENTS
from bench_serving import FilledHouse
from bench_serving import measure_all
from bench_serving import Row
from bench_serving import table
from bench_serving import wait_for_index
from datetime import date
from pathlib import Path
from report import keep_section
from report import REPORT
import run
import signal
import tempfile
from urllib.parse import quote
from words import ROOT
from words import run_as_command


HEADING = "## Publications"
CONTENT = ROOT / "tools/bench_publications_content.py"


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
        words = tuple(map(str, size))
        started = FilledHouse(Path(folder), CONTENT, words, describe(size))
        try:
            started.start()
            indexed = wait_for_index(started, started.found["portal"])
            asking = rows(started.found)
            measured = measure_all(started, asking, asked.seconds, Path(folder))
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
    section = table(HEADING, measured, words)
    print(f"\n{section}")
    if asked.write:
        keep_section(HEADING, section)


if __name__ == "__main__":
    run_as_command(main)
