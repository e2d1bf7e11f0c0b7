"""The parts of the search benchmark that run inside Zope: bench_search_content.py VERB.

Run by tools/bench_search.py with ``app``, the root of a database. Each verb writes
what it measured to the file named last, as JSON.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from bench_content import STOCK_PROFILES
from bench_search_measure import again
from bench_search_measure import ask
from bench_search_measure import rights
from bench_search_measure import shared
from bench_search_measure import small
import bench_search_texts as texts
from bench_search_texts import LOGIN
from bench_search_texts import REAL
from bench_search_texts import SITE
from bench_search_texts import SMALL
from bench_search_texts import STOCK
from communes.core.jobs.storage import queue_of
from communes.search.clients.admin import SolrAdmin
from communes.search.reindexing.domain import PORTION
from communes.search.reindexing.domain import Portion
from communes.search.reindexing.sender import Sender
from communes.search.settings import client_of
from dataclasses import replace
from DateTime import DateTime
import json
import logging
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFPlone.factory import addPloneSite
import sys
from Testing.makerequest import makerequest
import time
import transaction
from types import SimpleNamespace
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


OURS = ("communes.core:default", "communes.search:default")
BATCH = PORTION
# What a catalogue of the records needs to answer the same questions.
INDEXES = frozenset(
    "SearchableText Title UID allowedRolesAndUsers effectiveRange effective expires "
    "path portal_type review_state Subject modified created sortable_title getId "
    "Creator Language".split()
)


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
        # What is asked for is known at the commit only.
        transaction.commit()
        queue_away(site)
        transaction.commit()
    new_site(app, STOCK)
    transaction.commit()
    return {"count": count}


def index(app, count: int) -> dict:
    """Send prepared records to an empty index, as a reindex sends what it has read."""
    site = app[SITE]
    setSite(site)
    # Nothing is given up because the machine is busy: the seconds tell it.
    client = replace(client_of(site), index_seconds=120.0)
    prepared = list(texts.records(count, f"/{SITE}"))
    client.create_core()
    begin = time.perf_counter()
    sender = Sender(client)
    settled = []
    for number, first in enumerate(range(0, count, BATCH)):
        records = prepared[first : first + BATCH]
        portion = Portion(number, first, first + BATCH - 1, len(records))
        settled += sender.give(portion, records, [])
    settled += sender.rest()
    sent = time.perf_counter() - begin
    sender.close()
    assert sum(each.sent for each in settled) == count, settled
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


VERBS = {
    verb.__name__: verb
    for verb in (sites, catalog, pages, place, index, ask, small, shared, again, rights)
}


def main(app) -> None:
    verb, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[-1]
    # Read when it fails: why the catalogue answered, what Solr refused.
    logging.basicConfig(level=logging.INFO)
    app = makerequest(app)
    setRequest(app.REQUEST)
    newSecurityManager(None, system.__of__(app.acl_users))
    measured = VERBS[verb](app, count)
    Path(out).write_text(json.dumps(measured), encoding="utf-8")


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console
