"""Where what is to be mended is kept: by content, outside of the contents."""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from communes.web.domain.links.corrections import Asked
from communes.web.domain.links.corrections import Fault
from communes.web.domain.links.corrections import Finding
from datetime import date
from persistent import Persistent
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "communes.web.checks"


class Report(Persistent):
    """``findings``: UID -> (fault, detail) pairs, of contents with any.

    ``outside``: address elsewhere -> (day, failures, problem) of when it was asked,
    () before. ``holders``: the same address -> UIDs of the contents that lead there.
    ``addresses``: UID -> its addresses elsewhere.
    """

    def __init__(self) -> None:
        self.findings = OOBTree()
        self.outside = OOBTree()
        self.holders = OOBTree()
        self.addresses = OOBTree()
        self.looked_on = ""


def report_of(site: Any) -> Report | None:
    """Return the report of a site, None before anything was looked over."""
    found: Report | None = IAnnotations(site).get(KEY)
    return found


def report_to_write(site: Any) -> Report:
    """Return the report of a site, made now if there is none."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = Report()
    made: Report = annotations[KEY]
    return made


def keep_findings(site: Any, uid: str, found: tuple[Finding, ...]) -> None:
    """Keep what is to be mended on a content; nothing takes it off the list."""
    report = report_to_write(site)
    rows = tuple((one.fault.value, one.detail) for one in found)
    if report.findings.get(uid, ()) == rows:
        return
    if rows:
        report.findings[uid] = rows
    else:
        report.findings.pop(uid, None)


def findings_of(site: Any, uid: str) -> tuple[Finding, ...]:
    """Return what is to be mended on a content."""
    report = report_of(site)
    rows = report.findings.get(uid, ()) if report is not None else ()
    return tuple(Finding(Fault(fault), detail) for fault, detail in rows)


def uids_with_findings(site: Any) -> list[str]:
    """Return the contents that have anything to be mended."""
    report = report_of(site)
    return list(report.findings) if report is not None else []


def keep_addresses(site: Any, uid: str, wanted: frozenset[str]) -> None:
    """Keep which addresses elsewhere a content leads to; one of nobody is forgotten."""
    report = report_to_write(site)
    present = frozenset(report.addresses.get(uid, ()))
    for address in present - wanted:
        holders = report.holders.get(address)
        if holders is not None and uid in holders:
            holders.remove(uid)
            if not holders:
                del report.holders[address]
                report.outside.pop(address, None)
    for address in wanted - present:
        if address not in report.holders:
            report.holders[address] = OOTreeSet()
            report.outside[address] = ()
        report.holders[address].insert(uid)
    if wanted:
        if wanted != present:
            report.addresses[uid] = tuple(sorted(wanted))
    else:
        report.addresses.pop(uid, None)


def asked_of(site: Any, address: str) -> Asked | None:
    """Return what came of asking an address elsewhere, None before it was."""
    report = report_of(site)
    row = report.outside.get(address, ()) if report is not None else ()
    return Asked(date.fromisoformat(row[0]), row[1], row[2]) if row else None


def keep_asked(site: Any, address: str, asked: Asked) -> bool:
    """Keep what came of asking an address; return whether it died or came to life."""
    report = report_to_write(site)
    if address not in report.outside:
        return False
    before = asked_of(site, address)
    report.outside[address] = (asked.on.isoformat(), asked.failures, asked.problem)
    return (before is not None and before.dead) != asked.dead


def due_addresses(site: Any, today: date, most: int) -> list[str]:
    """Return addresses elsewhere it is time to ask."""
    report, found = report_of(site), list[str]()
    for address in report.outside if report is not None else ():
        asked = asked_of(site, address)
        if asked is None or asked.due(today):
            found.append(address)
            if len(found) == most:
                break
    return found


def holders_of(site: Any, address: str) -> list[str]:
    """Return the contents that lead to an address elsewhere."""
    report = report_of(site)
    return list(report.holders.get(address, ())) if report is not None else []


def forget(site: Any, uid: str) -> None:
    """Nothing is to be mended of what is gone."""
    if report_of(site) is not None:
        keep_findings(site, uid, ())
        keep_addresses(site, uid, frozenset())
