"""Reads the objects of a portion, as they are now, into search documents."""

from collections.abc import Iterator
from communes.search.indexing.document import document_of
from communes.search.indexing.lookup import objects_at
from communes.search.reindexing.domain import Portion
from communes.search.reindexing.record import cores_of
import logging
from Products.CMFCore.utils import getToolByName
import time
import transaction
from transaction.interfaces import TransientError
from typing import Any


CATCH_UP_SECONDS = 30.0
logger = logging.getLogger(__name__)


class Superseded(Exception):
    """Cause: another process has ended this reindex, or begun another one.

    Cure: none needed; this process stops.
    """


def numbers(site: Any) -> Iterator[int]:
    """Yield the catalogue's number of each object, ascending; wakes nothing."""
    catalog = getToolByName(site, "portal_catalog")
    yield from catalog._catalog.paths.keys()


def begin(site: Any, base: str, core: str) -> None:
    """Begin a transaction that sees that ``core`` is in the making.

    What is read in it is then at least as new as what any worker sent that did not
    yet know of ``core``; the others send to it as well.

    :raises Superseded: it is not, any more.
    """
    deadline = time.monotonic() + CATCH_UP_SECONDS
    while True:
        transaction.begin()
        known = cores_of(site, base)
        if known is not None and known.building and known.building.core == core:
            return
        # Another process's commit takes a moment to be known here.
        if time.monotonic() > deadline or (known and known.live == core):
            raise Superseded(core)
        time.sleep(0.05)


def read(site: Any, portion: Portion) -> tuple[list[dict[str, object]], list[str]]:
    """Return the documents of a portion, and the paths that can not be read."""
    catalog = getToolByName(site, "portal_catalog")
    paths = list(catalog._catalog.paths.values(portion.first, portion.last))
    documents = []
    failed = []
    for path, obj in objects_at(site, paths):
        try:
            documents.append(document_of(obj))
        except TransientError:
            raise
        # An indexer of any solution may fail in any way; the others go on.
        except Exception:
            logger.exception("No search document of %s", path)
            failed.append(path)
    return documents, failed
