"""A value of the file, the value applied last and the live value meet."""

from collections.abc import Mapping
from communes.core.settings.domain import merge
from communes.core.settings.domain.by_id import collapse
from communes.core.settings.domain.by_id import expand
from communes.core.settings.domain.by_id import roots_of
from communes.core.settings.storage import applied_last
from communes.core.settings.storage import remember_applied
from communes.policy.applying.sites import path_of
from communes.policy.domain.report import Change
from communes.policy.domain.report import KeptValue
from communes.policy.domain.report import Report
from communes.policy.domain.report import shown
from typing import Protocol


class Target(Protocol):
    """Something whose flat values can be read and written."""

    def read(self) -> dict[str, object]:
        """Return the live values, dotted key to plain value."""

    def write(self, changes: Mapping[str, object]) -> None:
        """Write these values and no other."""


def settle(
    site,
    subject: str,
    target: Target,
    wanted: Mapping[str, object],
    report: Report,
    force: bool,
) -> None:
    """Write what the file changed, keep and report what the site changed.

    Lists of things with an id are merged thing by thing, so that a title changed
    live does not hold back the rest.

    :param subject: the table of the file ("deliberations"), first part of each key.
    """
    before = target.read()
    live = expand(before)
    last = applied_last(site, subject)
    merged = merge(last, expand(wanted), live, force)
    if merged.changes:
        after = {**live, **merged.changes}
        touched = roots_of(merged.changes, {**before, **wanted})
        target.write(collapse(after, touched))
    place = path_of(site)
    told = _told(subject, live, merged.changes, first=not last)
    report.changes += [Change(place, what) for what in told]
    report.kept += [
        KeptValue(place, f"{subject}.{kept.key}", kept.live, kept.wanted)
        for kept in merged.kept
    ]
    remember_applied(site, subject, merged.applied)


def _told(
    subject: str, live: Mapping[str, object], changes: Mapping[str, object], first: bool
) -> list[str]:
    """Return one line for each change; one for all of them the first time."""
    if first and changes:
        return [f"{subject} : première application, {len(changes)} valeurs écrites"]
    return [
        f"{subject}.{key} : {shown(live.get(key))} → {shown(value)}"
        for key, value in changes.items()
    ]
