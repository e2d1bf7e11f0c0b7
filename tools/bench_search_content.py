"""The parts of the search benchmark that run inside Zope: bench_search_content.py VERB.

Run by tools/bench_search.py with ``app``, the root of a database. Each verb writes
what it measured to the file named last, as JSON.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from bench_content import STOCK_PROFILES
import bench_search_texts as texts
from bench_search_texts import LOGIN
from bench_search_texts import REAL
from bench_search_texts import SITE
from bench_search_texts import SMALL
from bench_search_texts import STOCK
from collections.abc import Callable
from communes.core.jobs.storage import queue_of
from communes.core.jobs.task import task
from communes.core.rights.api import change_below
from communes.search.api import search
from communes.search.clients.admin import SolrAdmin
from communes.search.clients.solr import FORM_TYPE
from communes.search.domain.params import terms
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.indexing.writer import send
from communes.search.pending.api import pending_places
from communes.search.reading.solr import Asking
from communes.search.reindexing.api import reindex
from communes.search.settings import client_of
from communes.search.storage import search_catalog
from dataclasses import replace
from DateTime import DateTime
from http.client import HTTPConnection
import json
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFPlone.factory import addPloneSite
import statistics
import sys
from Testing.makerequest import makerequest
import time
import transaction
from types import SimpleNamespace
from urllib.parse import urlencode
from urllib.parse import urlsplit
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


FACETS = ("portal_type", "Subject")
OURS = ("communes.core:default", "communes.search:default")
BATCH = 500
CONVERGED_SECONDS = 300
READY_SECONDS = 120
# What a catalogue of the records needs to answer the same questions.
INDEXES = frozenset(
    "SearchableText Title UID allowedRolesAndUsers effectiveRange effective expires "
    "path portal_type review_state Subject modified created sortable_title getId "
    "Creator Language".split()
)


def memory() -> float:
    """Return what this process holds in memory, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def new_site(app, name: str, *profiles: str):
    site = addPloneSite(
        app,
        name,
        title=name,
        default_language="fr",
        extension_ids=(*STOCK_PROFILES, *profiles),
    )
    setSite(site)
    return site


def sites(app, count: int) -> dict:
    """Make the sites, empty, and who searches there."""
    for name in (SITE, SMALL, REAL):
        site = new_site(app, name, *OURS)
        with api.env.adopt_roles(["Manager"]):
            login, password = LOGIN
            api.user.create(f"{login}@bench.example", login, password)
            for number in range(texts.GROUPS):
                api.group.create(texts.group(number))
            for group in texts.reader_groups():
                api.group.add_user(groupname=group, username=login)
            site.manage_permission("View", ["Authenticated", "Manager"], acquire=0)
        queue_away(site)
        transaction.commit()
    new_site(app, STOCK)
    transaction.commit()
    return {"count": count}


def index(app, count: int) -> dict:
    """Send prepared records to an empty index."""
    site = app[SITE]
    setSite(site)
    # Nothing is given up because the machine is busy: the seconds tell it.
    client = replace(client_of(site), index_seconds=120.0)
    prepared = list(texts.records(count, f"/{SITE}"))
    client.create_core()
    begin = time.perf_counter()
    for first in range(0, count, BATCH):
        refused = send(client, prepared[first : first + BATCH])
        assert not refused, refused[0]
    sent = time.perf_counter() - begin
    visible = SolrAdmin(client.url, 600).settle(client.core)
    seconds = time.perf_counter() - begin
    assert visible == count, (visible, count)
    return {"documents": count, "sent": sent, "seconds": seconds}


def queue_away(site) -> None:
    """Leave nothing for the worker: the site's own objects are not measured."""
    queue = queue_of(site)
    for kind in list(queue.kinds()):
        while queue.take(kind, 1000):
            pass


def catalog(app, count: int) -> dict:
    """Put the same records into the catalogue of the site, without any object."""
    site = app[SITE]
    setSite(site)
    tool = site.portal_catalog
    for name in set(tool.indexes()) - INDEXES:
        tool.delIndex(name)
    begin = time.perf_counter()
    for number, record in enumerate(texts.records(count, f"/{SITE}"), 1):
        entry = _entry(record)
        tool._catalog.catalogObject(entry, str(record["path"]))
        if number % 2000 == 0:
            transaction.commit()
            app._p_jar.cacheMinimize()
    transaction.commit()
    return {"seconds": time.perf_counter() - begin, "documents": count}


def _entry(record: dict):
    values = {**record, "Type": record["portal_type"], "effectiveRange": None}
    for name in ("created", "modified", "effective"):
        values[name] = DateTime(str(record[name]))
    values["expires"] = DateTime("2499/12/31")
    entry = SimpleNamespace(**values)
    entry.getPhysicalPath = lambda: tuple(str(record["path"]).split("/"))
    return entry


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

        def serve(text: str) -> None:
            results = search(site, _query(text))
            assert not results.degraded, text
            found[text] = results.total

        def by_catalog(text: str) -> None:
            search_catalog(site, _query(text))

        _timed(bare, warm)
        _wait_for_solr(site)
        _timed(serve, warm)
        measured = {"service": _timed(serve, asked), "solr": _timed(bare, asked)}
        few = asked[: max(count // 10, 20)]
        _timed(by_catalog, warm[:5])
        measured["catalog"] = _timed(by_catalog, few)
        # The cold pages of the catalogue weigh on this process, not on the next run.
        measured["service again"] = _timed(serve, asked)
    totals = list(found.values())
    measured["found"] = {"median": statistics.median(totals), "most": max(totals)}
    return measured


def _wait_for_solr(site) -> None:
    """Return once the search answers from Solr: the first question may be too slow."""
    deadline = time.monotonic() + READY_SECONDS
    while search(site, _query("voirie")).degraded:
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


def pages(app, count: int) -> dict:
    """Make the same real pages in a site with the search and in a stock one."""
    for name in (SMALL, STOCK):
        site = app[name]
        setSite(site)
        with api.env.adopt_roles(["Manager"]):
            folder = api.content.create(site, "Folder", "documents", title="Documents")
            _fill(folder, count)
        if name == SMALL:
            queue_away(site)
            transaction.commit()
    return {"documents": count}


def _fill(folder, count: int) -> None:
    path = "/".join(folder.getPhysicalPath())
    for number, record in enumerate(texts.records(count, path), 1):
        page = createContent(
            "Document", id=str(record["getId"]), title=str(record["Title"])
        )
        page.description = str(record["Description"])
        body = f"<p>{record['SearchableText']}</p>"
        page.text = RichTextValue(body, "text/html", "text/x-html-safe")
        addContentToContainer(folder, page, checkConstraints=False)
        if number % 500 == 0:
            transaction.commit()
            folder._p_jar.cacheGC()
    transaction.commit()


def place(app, count: int) -> dict:
    """Make a place with real pages below, which one service may see."""
    site = app[REAL]
    setSite(site)
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(site, "Folder", "place", title="Service")
        folder.manage_setLocalRoles(texts.reader_groups()[0], ["Reader"])
        folder.reindexObjectSecurity()
        _fill(folder, count)
        queue_away(site)
        transaction.commit()
    return {"documents": count}


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


def _fill(folder, count: int) -> None:
    path = "/".join(folder.getPhysicalPath())
    for number, record in enumerate(texts.records(count, path), 1):
        page = createContent(
            "Document", id=str(record["getId"]), title=str(record["Title"])
        )
        page.description = str(record["Description"])
        body = f"<p>{record['SearchableText']}</p>"
        page.text = RichTextValue(body, "text/html", "text/x-html-safe")
        addContentToContainer(folder, page, checkConstraints=False)
        if number % 500 == 0:
            transaction.commit()
            folder._p_jar.cacheGC()
    transaction.commit()


def small(app, count: int) -> dict:
    """Reindex the site that has as many pages as the stock one."""
    return _again(app[SMALL], count)


def again(app, count: int) -> dict:
    """Reindex the large site into a new index; tell the memory on the way."""
    return _again(app[REAL], count)


def _again(site, count: int) -> dict:
    setSite(site)
    seen: list[float] = []
    report = reindex(site, lambda _line: seen.append(memory()), grace=0.0)
    return {
        "documents": report.sent,
        "failed": len(report.failed),
        "seconds": report.seconds,
        "memory": [seen[len(seen) // 4], max(seen), seen[-1]],
        "count": count,
    }


VERBS = {
    verb.__name__: verb
    for verb in (sites, catalog, pages, place, index, ask, small, again, rights)
}


def main(app) -> None:
    verb, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[-1]
    app = makerequest(app)
    setRequest(app.REQUEST)
    newSecurityManager(None, system.__of__(app.acl_users))
    measured = VERBS[verb](app, count)
    Path(out).write_text(json.dumps(measured), encoding="utf-8")


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console
