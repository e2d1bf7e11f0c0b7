"""Which core answers for a site, and which one is in the making: in its database.

The database is the alias: every process sees the switch with its next transaction,
all at once, and what a transaction wrote fits the core that it saw.
"""

from communes.search.reindexing.domain import Build
from persistent import Persistent
from typing import Any
from zope.annotation.interfaces import IAnnotations


ANNOTATION_KEY = "communes.search.cores"


class Cores(Persistent):
    """The cores of one site under the name that its settings give."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.live = base
        self.building: Build | None = None
        self.finished = 0.0


def cores_of(site: Any, base: str) -> Cores | None:
    """Return what is known of the core ``base``; None before its first reindex.

    A copy of a database that has other core names knows nothing of its own cores.
    """
    found = IAnnotations(site).get(ANNOTATION_KEY)
    return found if found is not None and found.base == base else None


def live_name(site: Any, base: str) -> str:
    """Return the name in Solr of the core that answers for ``base``."""
    known = cores_of(site, base)
    return base if known is None else known.live


def begun(site: Any, base: str, build: Build) -> None:
    """Note, in this transaction, that ``build`` is in the making."""
    known = cores_of(site, base)
    if known is None:
        known = IAnnotations(site)[ANNOTATION_KEY] = Cores(base)
    known.building = build


def switched(site: Any, base: str, now: float) -> str:
    """Put what was in the making in use, in this transaction.

    :returns: the name of the core that was in use before.
    """
    known = cores_of(site, base)
    if known is None or known.building is None:
        raise ValueError(f"no index of {base} is in the making")
    before = known.live
    known.live, known.building, known.finished = known.building.core, None, now
    return before


def dropped(site: Any, base: str) -> None:
    """Forget what was in the making."""
    known = cores_of(site, base)
    if known is not None:
        known.building = None


def forget(site: Any) -> None:
    """Leave nothing in the database; the settings name the core again."""
    IAnnotations(site).pop(ANNOTATION_KEY, None)
