"""Where the queue of a site is kept, which sites have one, and where files go."""

from App.config import getConfiguration
from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterator
from communes.core.jobs.errors import NoQueue
from communes.core.jobs.errors import VarFolderMissing
from communes.core.jobs.queue import IntentQueue
import os
from pathlib import Path
from typing import Any
from zope.annotation.interfaces import IAnnotations


ANNOTATION_KEY = "communes.core.jobs.queue"
SITES_KEY = "communes.core.jobs.sites"


def path_of(site: Any) -> str:
    """Return the path of ``site`` from the application: ``/<slug>/agents``."""
    return "/".join(site.getPhysicalPath())


def queue_of(site: Any) -> IntentQueue:
    """Return the queue of ``site``. :raises NoQueue:"""
    queue = IAnnotations(site).get(ANNOTATION_KEY)
    if queue is None:
        raise NoQueue(site=path_of(site))
    return queue


def install(site: Any) -> IntentQueue:
    """Give ``site`` a queue and make the workers know it; harmless when repeated."""
    annotations = IAnnotations(site)
    if ANNOTATION_KEY not in annotations:
        annotations[ANNOTATION_KEY] = IntentQueue()
    _sites(site.getPhysicalRoot()).add(path_of(site))
    return annotations[ANNOTATION_KEY]


def uninstall(site: Any) -> None:
    """Take the queue away with all it holds, and have the workers forget the site."""
    IAnnotations(site).pop(ANNOTATION_KEY, None)
    forget(site.getPhysicalRoot(), path_of(site))


def forget(app: Any, path: str) -> None:
    """Have the workers forget a site, for one that does not exist any more."""
    sites = app._p_jar.root().get(SITES_KEY)
    if sites is not None and path in sites:
        sites.remove(path)
        if not sites:
            del app._p_jar.root()[SITES_KEY]


def sites_with_queue(app: Any) -> Iterator[str]:
    """Yield the paths of the sites that have a queue; wakes none of them."""
    yield from list(app._p_jar.root().get(SITES_KEY, ()))


def _sites(app: Any) -> OOTreeSet:
    root = app._p_jar.root()
    if SITES_KEY not in root:
        root[SITES_KEY] = OOTreeSet()
    return root[SITES_KEY]


def var_folder() -> Path:
    """Return the folder of the files outside the object database, made if missing.

    ``COMMUNES_VAR`` says where. Without it: the folder above that of the running
    instance, which all instances of one buildout share. It does not come from
    the database: a restored copy must not write into the original's files.

    :raises VarFolderMissing: when neither is known.
    """
    named = os.environ.get("COMMUNES_VAR", "")
    if named:
        folder = Path(named)
    else:
        home = getattr(getConfiguration(), "clienthome", None)
        if not home:
            raise VarFolderMissing()
        folder = Path(home).parent
    folder.mkdir(parents=True, exist_ok=True)
    return folder
