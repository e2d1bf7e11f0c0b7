"""The door to the text of annexes: kept, or read now, or asked of the worker."""

from collections.abc import Iterator
from communes.core.jobs.api import enqueue
from communes.core.jobs.leases import job_store
from communes.core.jobs.leases import JobState
from communes.core.jobs.storage import var_folder
from communes.search.extraction.domain.outcome import Reading
from communes.search.extraction.runner import read_file
from communes.search.extraction.shelf import Shelf
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
import hashlib
import logging
from pathlib import Path
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.schema import SCHEMA_CACHE
from plone.dexterity.utils import iterSchemata
from plone.namedfile.interfaces import INamedBlobFile
from plone.namedfile.interfaces import INamedField
from plone.rfc822.interfaces import IPrimaryField
from plone.rfc822.interfaces import IPrimaryFieldInfo
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.globalrequest import getRequest
from zope.schema import getFieldsInOrder


JOB = "search.extract"
CHUNK = 1 << 20
MOST_COUNTED = 1000
_later: ContextVar[bool] = ContextVar("extraction_later", default=False)
logger = logging.getLogger(__name__)


def annex_text(obj: Any) -> str:
    """Return the text of the file of ``obj``, with its name; empty without a file.

    A file is read once, by the sum of its bytes, in a process of its own. Where it
    was not read yet: within ``later()`` a job is asked for, which has ``obj`` indexed
    again; in a request nothing is read; elsewhere (a command) it is read now.
    """
    file = file_of(obj)
    if file is None:
        return ""
    reading = shelf().get(sum_of(file))
    if reading is None and not _in_request():
        if _later.get():
            enqueue(JOB, {"uid": IUUID(obj)}, IUUID(obj))
        else:
            reading = read_now(obj)
    return f"{file.filename or ''}\n{reading.text if reading else ''}".strip()


@contextmanager
def later() -> Iterator[None]:
    """Have files that were not read yet read by a job, not here and now."""
    token = _later.set(True)
    try:
        yield
    finally:
        _later.reset(token)


def read_now(obj: Any) -> Reading | None:
    """Read the file of ``obj`` unless it was; keep and return the reading.

    None for what has no file. Takes up to the seconds of ``Limits``; never raises for
    what stands in the file.
    """
    file = file_of(obj)
    if file is None:
        return None
    digest = sum_of(file)
    reading = shelf().get(digest)
    if reading is None:
        with file.open() as stream:
            reading = read_file(stream)
        shelf().put(digest, reading)
        where = "/".join(obj.getPhysicalPath())
        logger.info("%s: %s", where, reading.sentence)
    return reading


def file_of(obj: Any) -> Any:
    """Return the blob file an object is there for (an annex, a file), else None."""
    if not IDexterityContent.providedBy(obj):
        return None
    # Asked of everything that is indexed: few types are there for a file.
    if not _is_for_a_file(tuple(iterSchemata(obj)), SCHEMA_CACHE.invalidations):
        return None
    file = IPrimaryFieldInfo(obj).value
    return file if INamedBlobFile.providedBy(file) else None


@lru_cache(maxsize=512)
def _is_for_a_file(schemata: tuple[Any, ...], _changes: int) -> bool:
    """Tell whether one of the primary fields of a type is that of a file."""
    return any(
        IPrimaryField.providedBy(field) and INamedField.providedBy(field)
        for schema in schemata
        for _name, field in getFieldsInOrder(schema)
    )


def sum_of(file: Any) -> str:
    """Return the SHA-256 sum (hex) of the bytes of a blob file."""
    digest = hashlib.sha256()
    with file.open() as stream:
        while piece := stream.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def readings() -> dict[str, int]:
    """Return how many files of this house were read, by the name of their ending."""
    return shelf().counts()


def unread(site: Any) -> int:
    """Return how many files of ``site`` wait to be read, ``MOST_COUNTED`` at most."""
    path = "/".join(site.getPhysicalPath())
    queued = job_store().jobs(path, JobState.QUEUED, MOST_COUNTED)
    return sum(job.name == JOB for job in queued)


def shelf() -> Shelf:
    """Return the texts kept under the folder of this house."""
    return _shelf(var_folder())


@lru_cache(maxsize=4)
def _shelf(folder: Path) -> Shelf:
    return Shelf(folder)


def _in_request() -> bool:
    """Tell whether a person waits: a page or a service is being published."""
    request = getRequest()
    return request is not None and request.get("PUBLISHED") is not None
