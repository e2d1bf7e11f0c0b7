"""The door to what is planned, late or waits: no publication is woken for it."""

from collections.abc import Iterator
from communes.core.access.catalog import unrestricted
from communes.core.access.permission import require
from communes.core.jobs.api import dead_letters
from communes.core.jobs.api import pending
from communes.publications.domain.status import Planned
from communes.publications.domain.status import Status
from communes.publications.domain.status import status_of
from communes.publications.permissions import VIEW_STATUS
from communes.publications.publishing.showing import STAMP
from communes.publications.storage import schedule
from communes.publications.storage.places import every_institution
from datetime import datetime
from datetime import UTC
from typing import Any


def status(site: Any) -> Status:
    """Return what is planned, late or waits on the portal now.

    :raises MayNot: the user does not look after the portal.
    """
    require(VIEW_STATUS, site)
    return measured(site)


def measured(site: Any) -> Status:
    """Return the same for a machine that has shown its token."""
    given_up = sum(one.intent.kind == STAMP for one in dead_letters(site))
    return status_of(
        "/".join(site.getPhysicalPath()),
        _planned(site),
        [(one.getId(), len(one.waiting or ())) for one in every_institution(site)],
        pending(site, STAMP) + given_up,
        datetime.now(UTC),
    )


def _planned(site: Any) -> Iterator[Planned]:
    """Yield every step of the book, with the institution of its publication."""
    steps = schedule.all_due(site)
    depth = len(site.getPhysicalPath())
    found = unrestricted(UID=[one.uid for one in steps]) if steps else []
    places = {brain.UID: brain.getPath().split("/")[depth] for brain in found}
    for one in steps:
        if one.uid in places:
            shows = one.step == schedule.PUBLISH
            yield Planned(places[one.uid], one.moment, shows)
