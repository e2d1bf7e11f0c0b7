"""Measure the website, with and without a caching proxy, beside a stock Plone.

``bench_web.py [--small] [--write]``: every figure of the tables is of one run, over the
same texts and pictures. ``--write`` keeps them in docs/reference/benchmarks.md. Without
Varnish on this machine (see bench_proxy.py) the columns of the proxy are left out, and
without a browser the table of bytes and requests; the report says so.
"""

import argparse
from bench import machine
import bench_proxy
from bench_serving import CLIENTS
from bench_serving import FilledHouse
from bench_serving import measure_all
from bench_serving import Row
from bench_serving import table
from bench_serving import wait_for_index
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from playwright.sync_api import sync_playwright
from report import keep_section
from report import REPORT
import run
import shutil
import signal
import tempfile
from urllib.parse import quote
from words import ROOT
from words import run_as_command
from words import say


HEADING = "## Website"
CONTENT = ROOT / "tools/bench_web_content.py"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: What citizens look for, and find in both sites.
QUESTIONS = (
    "carte d'identité", "poubelle", "école", "piscine", "permis", "brocante",
    "travaux rue Haute", "bibliothèque", "conteneur", "boulangerie", "crèche", "stage",
    "médecin", "salle", "inondation", "marché", "déchets", "vélo", "subside", "mariage",
)  # fmt: skip


@dataclass(frozen=True)
class Weight:
    """What a first visit of a page costs: requests, and bytes before compression."""

    name: str
    requests: int
    kilobytes: float
    foreign: int


def rows(found: dict) -> list[Row]:
    """Return what is asked; each row of the stock site stands below its twin."""
    site, stock = found["site"], "/stock"
    asked = [quote(one) for one in QUESTIONS]
    return [
        Row("home page", (site,)),
        Row("stock Plone: home page", (stock,)),
        Row("page", (f"{site}/vivre-ici/dechets/recyparc",)),
        Row("stock Plone: page", (f"{stock}/vivre-ici/dechets/recyparc/texte",)),
        Row("directory", (f"{site}/annuaire",)),
        Row("stock Plone: folder of as many documents", (f"{stock}/annuaire",)),
        Row("entry of the directory", (f"{site}/annuaire/hotel-de-ville",)),
        Row("stock Plone: document", (f"{stock}/annuaire/hotel-de-ville",)),
        Row("agenda", (f"{site}/agenda",)),
        Row("stock Plone: folder of as many events", (f"{stock}/agenda",)),
        Row("news", (f"{site}/actualites/{found['news']}",)),
        Row("stock Plone: news item", (f"{stock}/actualites/{found['news']}",)),
        Row("search", tuple(f"{site}/chercher?SearchableText={one}" for one in asked)),
        Row(
            "stock Plone: the same questions",
            tuple(f"{stock}/@@search?SearchableText={one}" for one in asked),
        ),
    ]


def weights(port: int, asked: list[Row]) -> list[Weight]:
    """Return what the first visit of each page costs in a real browser."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        return []
    say("Weighing the pages in a browser")
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"]
        )
        for row in asked:
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            page = context.new_page()
            sizes: list[int] = []
            hosts: list[str] = []

            def note(request, sizes=sizes, hosts=hosts):
                told = request.sizes()
                sizes.append(told["responseBodySize"] + told["responseHeadersSize"])
                hosts.append(request.url.split("/")[2])

            page.on("requestfinished", note)
            page.goto(
                f"http://127.0.0.1:{port}{row.paths[0]}", wait_until="networkidle"
            )
            foreign = sum(not one.startswith("127.0.0.1") for one in hosts)
            found.append(Weight(row.name, len(sizes), sum(sizes) / 1000, foreign))
            context.close()
        browser.close()
    return found


def weights_table(found: list[Weight]) -> str:
    """Return the second table of the section as Markdown."""
    if not found:
        return "No browser on this machine: bytes and requests were not counted.\n"
    lines = ["First visit, nothing kept:", ""]
    lines += ["| | requests | kB | to other hosts |", "|---|---:|---:|---:|"]
    lines += [
        f"| {one.name} | {one.requests} | {one.kilobytes:.0f} | {one.foreign} |"
        for one in found
    ]
    return "\n".join([*lines, ""])


def main() -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", action="store_true", help="a tenth of the content")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.name}")
    asked = parser.parse_args()
    run.ensure_java()
    share = "small" if asked.small else "whole"
    said = "135 pages, 38 services, 301 entries, 200 events, 150 news, 20 albums"
    with tempfile.TemporaryDirectory(prefix="bench-web-") as folder:
        words = (share,)
        started = FilledHouse(Path(folder), CONTENT, words, f"the {share} website")
        try:
            started.start()
            indexed = wait_for_index(started, started.found["site"])
            asking = rows(started.found)
            measured = measure_all(started, asking, asked.seconds, Path(folder))
            weighed = weights(started.ports["web"], asking)
        finally:
            started.stop()
    path = bench_proxy.varnishd()
    cache = bench_proxy.version(path) if path else "no caching proxy on this machine"
    told = (
        f"Made by `make bench-web`, {date.today().isoformat()}: {machine()}; "
        f"{said if share == 'whole' else 'a tenth of the specimen'}; {CLIENTS} clients "
        f"for {asked.seconds:.0f} seconds a line, logged out; one web process with two "
        f"threads; {cache}. Writing took {started.found['our seconds']:.0f} s and "
        f"{indexed:.0f} s more for the search, the stock Plone "
        f"{started.found['stock seconds']:.0f} s."
    )
    section = f"{table(HEADING, measured, told)}\n{weights_table(weighed)}"
    print(f"\n{section}")
    if asked.write:
        keep_section(HEADING, section)


if __name__ == "__main__":
    run_as_command(main)
