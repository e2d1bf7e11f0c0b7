"""Measure the search beside the bare Solr, ZCatalog and stock collective.solr.

``bench_search.py [--documents 100000] [--objects 2000] [--place 10000] [--write]``: one
run over generated French documents with rights over 200 groups. ``--write`` keeps the
table in docs/reference/benchmarks.md. Goals stand beside the figures they are for.
"""

import argparse
from bench import machine
from bench_search_house import by_rest
from bench_search_house import house
from bench_search_house import reindex_by_two
from bench_search_house import reindex_under_search
from bench_search_house import resident
from bench_search_house import SearchHouse
import bench_search_stock as stock
import bench_search_texts as texts
from datetime import date
import json
from pathlib import Path
from report import keep_section
from report import REPORT
import run
import signal
import tempfile
from urllib.request import urlopen
from words import run_as_command
from words import say


HEADING = "## Search"


def prepare(started: SearchHouse, asked: argparse.Namespace) -> None:
    """Make the sites and their content, side by side; none of it is measured."""
    done = started.var / "prepared.json"
    wanted = json.dumps([asked.documents, asked.objects, asked.place])
    if done.exists() and done.read_text(encoding="utf-8") == wanted:
        return
    started.inside("sites", 0)
    say("catalog, pages and place, side by side")
    script = "bench_search_content.py"
    beside = [
        started.begin(script, "pages", str(asked.objects)),
        started.begin(script, "place", str(asked.place)),
    ]
    started.inside("catalog", asked.documents)
    for process, out in beside:
        started.result(process, out)
    done.write_text(wanted, encoding="utf-8")


def stock_reindex(started: SearchHouse, count: int) -> dict:
    """Have stock collective.solr send as many pages of a stock site."""
    core = "stock"
    stock.write_configset(started.var / "solr" / "configsets" / core)
    made = f"admin/cores?action=CREATE&name={core}&configSet={core}"
    with urlopen(f"{started.solr.url}/{made}", timeout=60):
        pass
    say(f"collective.solr {count}")
    script = started.begin("bench_search_stock.py", started.solr.url, core)
    return {**started.result(*script), "documents": count + 2}


def run_all(var: Path, asked: argparse.Namespace) -> dict:
    """Return everything that was measured."""
    found: dict = {}
    with house(var) as started:
        prepare(started, asked)
        found["index"] = started.inside("index", asked.documents)
        found["solr memory"] = resident(started.solr.pid)
        found["ask"] = started.inside("ask", asked.requests)
        found["small"] = started.inside("small", asked.objects)
        found["shared"] = reindex_by_two(started)
        found["stock"] = stock_reindex(started, asked.objects)
        started.serve()
        found["rest"] = by_rest(started.ports["web"], asked.requests)
        found["again"] = reindex_under_search(started, asked.place)
        found["rights"] = started.inside("rights", asked.place)
    return found


def rate(measured: dict, key: str = "seconds") -> float:
    return measured["documents"] / measured[key]


def table(found: dict, words: str) -> str:
    """Return the section of the report as Markdown."""
    index, ask, rest = found["index"], found["ask"], found["rest"]
    again, small, rights = found["again"], found["small"], found["rights"]
    before, most, after = again["memory"]
    rows = [
        (
            "two words, facets, rights: the service",
            f"{times(ask['service'])}; {ask['limited']} limited",
            "p95 ≤ 50; 0",
        ),
        (
            "the same by REST",
            f"{times(rest)}; {rest['limited']} limited",
            "p95 ≤ 120; 0",
        ),
        ("the same, the bare Solr", times(ask["solr"]), "reference"),
        ("the same words, ZCatalog (no facets)", times(ask["catalog"]), "reference"),
        (
            "indexing prepared records",
            f"{rate(index, 'sent'):.0f} documents/s",
            "≥ 1000",
        ),
        (
            f"reindex of {small['documents']} objects from the database",
            f"{rate(small):.0f} objects/s, {busy(small):.1f} ms of processor each",
            f"≥ {2 * rate(found['stock']):.0f}",
        ),
        (
            "the same by two processes (`--processes=2`)",
            f"{rate(found['shared']):.0f} objects/s",
            f"≥ {2 * rate(found['stock']):.0f}",
        ),
        (
            "the same by stock collective.solr 10.1.1",
            f"{rate(found['stock']):.0f} objects/s, "
            f"{busy(found['stock']):.1f} ms of processor each",
            "reference",
        ),
        (
            f"reindex of {again['documents']} objects while others search",
            f"{again['seconds']:.0f} s; {again['limited']} of {again['searches']} "
            f"searches limited, p95 {again['search_p95']:.0f} ms",
            "0 limited",
        ),
        (
            "its memory after a quarter, at most, at the end",
            f"{before:.0f}, {most:.0f}, {after:.0f} MiB",
            "flat",
        ),
        (
            f"rights of {rights['count']} objects: the request",
            f"{rights['request_ms']:.0f} ms",
            "≤ 500",
        ),
        (
            f"until both indexes have them; leaks in {rights['searches']} searches",
            f"{rights['seconds']:.0f} s; {rights['leaks']}",
            "≤ 60 s; 0",
        ),
        ("memory of Solr with all of it", f"{found['solr memory']} MiB", ""),
    ]
    lines = [HEADING, "", words, "", "| | measured | goal |", "|---|---:|---:|"]
    lines += [f"| {name} | {measured} | {goal} |" for name, measured, goal in rows]
    return "\n".join([*lines, ""])


def busy(measured: dict) -> float:
    """Return the milliseconds of processor per object: no other program counts."""
    return measured["cpu"] / measured["documents"] * 1000


def times(measured: dict) -> str:
    return f"p50 {measured['p50']:.0f} ms, p95 {measured['p95']:.0f} ms"


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--objects", type=int, default=2_000)
    parser.add_argument("--place", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="keep what was prepared here")
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.name}")
    asked = parser.parse_args()
    run.ensure_java()
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        found = run_all(asked.folder or Path(folder), asked)
    words = (
        f"Made by `make bench-search`, {date.today().isoformat()}: {machine()}; "
        f"{asked.documents} generated French documents of {texts.WORDS} words, rights "
        f"over {texts.GROUPS} groups, a reader in {texts.READER_GROUPS} of them; "
        f"{asked.requests} different questions, one after the other; half of the "
        f"questions find more than {found['ask']['found']['median']:.0f} documents."
    )
    section = table(found, words)
    print(f"\n{section}\n{found}")
    if asked.write:
        keep_section(HEADING, section)


if __name__ == "__main__":
    run_as_command(main)
