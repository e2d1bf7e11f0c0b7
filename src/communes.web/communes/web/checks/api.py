"""The door to « Mes corrections »: what the current user may mend, and why."""

from collections import Counter
from collections.abc import Mapping
from communes.core.access.catalog import visible
from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.web.api.desk import own_branches
from communes.web.checks import storage
from communes.web.checks.looking import look_over
from communes.web.content.base import IWebContent
from communes.web.domain.links.corrections import Fault
from communes.web.domain.links.corrections import Finding
from communes.web.permissions import EDIT
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Correction:
    """A content with things to mend, as the catalogue knows it."""

    uid: str
    title: str
    url: str
    portal_type: str
    state: str
    modified: date
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Corrections:
    """``rows``: one page of them; ``counts``: fault -> contents, of all of them."""

    rows: tuple[Correction, ...]
    total: int
    counts: Mapping[str, int]


def corrections(
    site: Any, mine: bool = True, fault: str = "", start: int = 0, most: int = 50
) -> Corrections:
    """Return what the current user may mend, the content last changed first.

    No content is woken: the worker has looked them over.

    :param mine: only what the user made; else all the user may write.
    :param fault: a value of ``Fault``: only the contents that have it.
    """
    rows = _rows(site, mine)
    counts = Counter(kind for _brain, kinds in rows for kind in set(kinds))
    wanted = [brain for brain, kinds in rows if not fault or fault in kinds]
    return Corrections(
        tuple(_told(site, brain, fault) for brain in wanted[start : start + most]),
        len(wanted),
        dict(counts),
    )


def count(site: Any) -> int:
    """Return how many contents of the current user have things to mend."""
    return len(_rows(site, mine=True))


def confirm_review(obj: IWebContent, today: date) -> None:
    """Write down that somebody read a content and that it is still right.

    :raises MayNot: the user may not write it.
    """
    require(EDIT, obj)
    obj.reviewed_on = today
    record("web.reviewed", obj)


def look_again(site: Any, obj: IWebContent, today: date) -> tuple[Finding, ...]:
    """Look a content over now; return what is left to mend.

    :raises MayNot: the user may not write it.
    """
    require(EDIT, obj)
    look_over(site, obj.UID(), today)
    return storage.findings_of(site, obj.UID())


def _rows(site: Any, mine: bool) -> list[tuple[Any, tuple[str, ...]]]:
    uids = storage.uids_with_findings(site)
    if not uids:
        return []
    query: dict[str, Any] = {
        "UID": uids,
        "sort_on": "modified",
        "sort_order": "descending",
    }
    if mine:
        query["Creator"] = current_user()
    if not may(EDIT, site):
        # Who keeps some branches alone may write nothing elsewhere.
        paths = [brain.getPath() for brain in own_branches(site)]
        if not paths:
            return []
        query["path"] = paths
    report = storage.report_of(site)
    return [
        (brain, tuple(fault for fault, _detail in report.findings.get(brain.UID, ())))
        for brain in visible(**query)
    ]


def _told(site: Any, brain: Any, fault: str) -> Correction:
    found = storage.findings_of(site, brain.UID)
    return Correction(
        brain.UID,
        brain.Title,
        brain.getURL(),
        brain.portal_type,
        brain.review_state or "",
        brain.modified.asdatetime().date(),
        tuple(one for one in found if not fault or one.fault == Fault(fault)),
    )
