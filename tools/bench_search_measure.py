"""What the search benchmark measures inside Zope, on the sites that were prepared."""

import bench_search_texts as texts
from bench_search_texts import LOGIN
from bench_search_texts import REAL
from bench_search_texts import SITE
from bench_search_texts import SMALL
from collections.abc import Callable
from communes.core.jobs.storage import var_folder
from communes.core.jobs.task import task
from communes.core.rights.api import change_below
from communes.search.api import search
from communes.search.clients.solr import FORM_TYPE
from communes.search.domain.params import terms
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.pending.api import pending_places
from communes.search.reading.solr import Asking
from communes.search.reindexing.api import reindex
from communes.search.settings import client_of
from communes.search.storage import search_catalog
from http.client import HTTPConnection
import os
from pathlib import Path
import statistics
import time
import transaction
from urllib.parse import urlencode
from urllib.parse import urlsplit
from zope.component.hooks import setSite


FACETS = ("portal_type", "Subject")
CONVERGED_SECONDS = 300
READY_SECONDS = 120


def memory() -> float:
    """Return what this process holds in memory, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def _query(text: str) -> Query:
    return Query(text=text, facets=FACETS)


def _timed(work: Callable[[str], object], asked: list[str]) -> dict:
    times = []
    for text in asked:
        begin = time.perf_counter()
        work(text)
        times.append((time.perf_counter() - begin) * 1000)
    cuts = statistics.quantiles(times, n=20)
    return {"p50": statistics.median(times), "p95": cuts[18], "count": len(times)}


def ask(app, count: int) -> dict:
    """Ask the service, the bare Solr and the catalogue the same questions."""
    asked = texts.questions(count + 40)
    warm, asked = asked[:40], asked[40:]
    with task(app, f"/{SITE}", LOGIN[0]) as site:
        client = client_of(site)
        bare = _bare(client, site, warm + asked)
        found: dict[str, object] = {}
        limited: list[bool] = []

        def serve(text: str) -> None:
            results = search(site, _query(text))
            limited.append(results.degraded)
            found[text] = results.total

        def by_catalog(text: str) -> None:
            search_catalog(site, _query(text))

        _timed(bare, warm)
        measured = {"solr": _timed(bare, asked)}
        _wait_for_solr(site)
        _timed(serve, warm)
        limited.clear()
        measured["service"] = _timed(serve, asked)
        few = asked[: max(count // 10, 20)]
        _timed(by_catalog, warm[:5])
        measured["catalog"] = _timed(by_catalog, few)
        # The cold pages of the catalogue weigh on this process, not on the next run.
        measured["service again"] = _timed(serve, asked)
        # Answers of the catalogue are no answers of Solr: how many, is told.
        measured["limited"] = sum(limited)
    totals = list(found.values())
    measured["found"] = {"median": statistics.median(totals), "most": max(totals)}
    return measured


def _wait_for_solr(site) -> None:
    """Return once the search answers from Solr: the first question may be too slow.

    Asks for a word that nothing holds: a cold catalogue would take long to answer.
    """
    deadline = time.monotonic() + READY_SECONDS
    while search(site, _query("zzzzzz")).degraded:
        assert time.monotonic() < deadline, "Solr does not answer"
        time.sleep(0.5)


def _bare(client, site, asked: list[str]) -> Callable[[str], None]:
    """Return what asks Solr the same, with nothing around it but one connection."""
    base = urlsplit(client.url)
    connection = HTTPConnection(base.hostname or "", base.port)
    bodies = {}
    for text in asked:
        asking = Asking(site, _query(text))
        bodies[text] = urlencode(to_params(asking.query, asking.reader, asking.words))

    def bare(text: str) -> None:
        connection.request(
            "POST",
            f"{base.path}/{client.core}/select",
            bodies[text],
            {"Content-Type": FORM_TYPE},
        )
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, answer.status

    return bare


def rights(app, count: int) -> dict:
    """Take the place away from the service; search as it until all has converged."""
    path = f"/{REAL}"
    service = texts.reader_groups()[0]
    with task(app, path, LOGIN[0]) as site:
        _wait_for_solr(site)
        assert search(site, Query(text="voirie")).total > 0, "nothing to lose"
    with task(app, path) as site:
        folder = site["place"]
        begin = time.perf_counter()
        folder.manage_delLocalRoles([service])
        if not change_below(folder):
            folder.reindexObjectSecurity()
        transaction.commit()
        changed = time.perf_counter()
    leaks = searches = 0
    while True:
        with task(app, path, LOGIN[0]) as site:
            by_solr = search(site, Query(text="voirie"))
            by_catalog = search_catalog(site, Query(text="voirie"))
            searches += 2
            leaks += len(by_solr.hits) + len(by_catalog.hits)
            leaks += by_solr.total + by_catalog.total
            if not pending_places(site) and _converged(site):
                break
        if time.perf_counter() - changed > CONVERGED_SECONDS:
            raise AssertionError("the rights have not converged")
    return {
        "request_ms": (changed - begin) * 1000,
        "seconds": time.perf_counter() - changed,
        "searches": searches,
        "leaks": leaks,
        "count": count,
    }


def _converged(site) -> bool:
    reader = f"user:{texts.reader_groups()[0]}"
    token = terms("allowedRolesAndUsers", [reader])
    asked = [("q", "*:*"), ("fq", token), ("rows", "0")]
    by_solr = client_of(site).select(asked)["response"]["numFound"]
    tool = site.portal_catalog
    wanted = {"allowedRolesAndUsers": [reader]}
    return not by_solr and not tool.unrestrictedSearchResults(**wanted)


def small(app, count: int) -> dict:
    """Reindex the site that has as many pages as the stock one."""
    return _again(app[SMALL], count)


def shared(app, count: int) -> dict:
    """Do a part of the same together with as many other processes as ``count``."""
    folder = var_folder() / "bench-shared"
    folder.mkdir(exist_ok=True)
    (folder / str(os.getpid())).touch()
    # All begin at once: what a process takes to start is not measured.
    while len(list(folder.iterdir())) <= count:
        time.sleep(0.02)
    return _again(app[SMALL], count)


def again(app, count: int) -> dict:
    """Reindex the large site into a new index; tell the memory on the way."""
    return _again(app[REAL], count)


def _again(site, count: int) -> dict:
    setSite(site)
    seen: list[float] = []
    begin = time.process_time()
    report = reindex(site, lambda _line: seen.append(memory()), grace=0.0)
    return {
        "cpu": time.process_time() - begin,
        "documents": report.sent,
        "failed": len(report.failed),
        "seconds": report.seconds,
        "memory": [seen[len(seen) // 4], max(seen), seen[-1]],
        "count": count,
    }
