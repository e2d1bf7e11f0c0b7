"""The door to the text of annexes: kept, or read now, or asked of the worker."""

from collections.abc import Iterator
from communes.core.jobs.api import enqueue
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
from plone.namedfile.interfaces import INamedBlobFile
from plone.rfc822.interfaces import IPrimaryFieldInfo
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.globalrequest import getRequest


JOB = "search.extract"
CHUNK = 1 << 20
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
    try:
        file = IPrimaryFieldInfo(obj).value
    # A type without a primary field says so in this way.
    except TypeError:
        return None
    return file if INamedBlobFile.providedBy(file) else None


def sum_of(file: Any) -> str:
    """Return the SHA-256 sum (hex) of the bytes of a blob file."""
    digest = hashlib.sha256()
    with file.open() as stream:
        while piece := stream.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()


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
