"""The door to the cores of a site: which one answers, which are written, a reindex."""

from collections.abc import Callable
from communes.search.clients.admin import SolrAdmin
from communes.search.clients.errors import CoreMissing
from communes.search.clients.solr import SolrClient
from communes.search.domain.schema_version import SCHEMA_VERSION
from communes.search.domain.schema_version import version_in
from communes.search.domain.versions import is_rights_alone
from communes.search.indexing.processor import note
from communes.search.indexing.writer import Refusal
from communes.search.indexing.writer import send
from communes.search.reindexing.domain import Build
from communes.search.reindexing.domain import Progress
from communes.search.reindexing.errors import IndexOutdated
from communes.search.reindexing.ledger import ledger
from communes.search.reindexing.reading import Superseded
from communes.search.reindexing.record import cores_of
from communes.search.reindexing.run import Reindex
from communes.search.reindexing.run import Report
from communes.search.settings import client_of
from communes.search.settings import core_name
from dataclasses import replace
import time
import transaction
from typing import Any


WAIT_SECONDS = 0.2
GRACE_SECONDS = 5.0
# Cores that are known to have this program's schema; a core never changes its own.
_fitting: set[tuple[str, str]] = set()


def reindex(
    site: Any, say: Callable[[str], None], grace: float = GRACE_SECONDS
) -> Report:
    """Send all of ``site`` to a new index, then put it in use; search stays up.

    Goes on with what a killed process had begun. Several processes that call this at
    once share the work. What is written meanwhile goes to both indexes. What can not
    be read or sent is noted for the worker, and named in the report.

    Reads what is committed: it begins and ends transactions of its own.

    :param say: takes a line of progress for each portion.
    :param grace: seconds for which the old index stays after the switch.
    :raises SolrError: Solr does not answer or refuses; call again to go on.
    :raises NotWhole: the new index lacks much; the old one stays in use.
    """
    clock = time.monotonic()
    run = Reindex(site, core_name(site), client_of(site), say)
    build = run.begin()
    try:
        run.work(build)
        switched = run.end(build, grace)
        while not switched and _is_building(site, build):
            # Others still work; what they leave undone by dying is done here.
            time.sleep(WAIT_SECONDS)
            run.work(build)
            switched = run.end(build, grace)
    except Superseded:
        switched = False
    progress = run.progress(build)
    failed = tuple(ledger().failures(build.core))
    return Report(progress.sent, failed, time.monotonic() - clock, switched)


def write(site: Any, documents: list[Any]) -> list[Refusal]:
    """Send documents to the index in use, and to the one in the making.

    The one in the making comes first: should it take over between the two, the second
    is the same again.

    :raises IndexOutdated: the index in use has another schema and none is in the
        making; everything waits.
    :raises SolrSilent: Solr does not answer.
    """
    live = client_of(site)
    building = _building(site)
    if building is not None and SolrAdmin(live.url).exists(building.core):
        _ask_for_whole(documents)
        refusals = send(replace(live, core=building.core), documents)
        if not _fits(live):
            return refusals
    elif not _fits(live):
        raise IndexOutdated(_outdated(site, live.core))
    return send(live, documents)


def progress(site: Any) -> Progress | None:
    """Return how far the reindex of ``site`` is; None when there is none."""
    build = _building(site)
    if build is None:
        return None
    return Progress(*ledger().counts(build.core), build.started, build.core)


def last_reindex(site: Any) -> float:
    """Return when the index in use was put in use; 0.0 if it grew by itself."""
    known = cores_of(site, core_name(site))
    return 0.0 if known is None else known.finished


def schema_in_use(site: Any) -> int:
    """Return the version of the schema of the index in use.

    :raises CoreMissing: there is no index yet.
    :raises SolrSilent: Solr does not answer.
    """
    live = client_of(site)
    return version_in(SolrAdmin(live.url, live.search_seconds).schema_of(live.core))


def _ask_for_whole(documents: list[Any]) -> None:
    """Have the whole of an object sent whose rights alone are.

    It may not be in the new index yet, and come there as it was read before.
    """
    for document in documents:
        if is_rights_alone(document):
            note(str(document["UID"]))


def _fits(client: SolrClient) -> bool:
    where = (client.url, client.core)
    if where not in _fitting:
        try:
            name = SolrAdmin(client.url, client.index_seconds).schema_of(client.core)
        except CoreMissing:
            # Made when it is written to, with the schema of today.
            return True
        if version_in(name) != SCHEMA_VERSION:
            return False
        _fitting.add(where)
    return True


def _building(site: Any) -> Build | None:
    known = cores_of(site, core_name(site))
    return None if known is None else known.building


def _is_building(site: Any, build: Build) -> bool:
    transaction.begin()
    found = _building(site)
    return found is not None and found.core == build.core


def _outdated(site: Any, core: str) -> str:
    path = "/".join(site.getPhysicalPath())
    return (
        f"l'index {core} n'a pas le schéma {SCHEMA_VERSION} : "
        f"lancez bin/instance search_reindex {path}"
    )
