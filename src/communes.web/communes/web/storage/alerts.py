"""Messages above the pages, read from the catalogue alone."""

from communes.core.access.catalog import visible
from communes.core.access.plain import from_plain
from communes.core.access.plain import without_defaults
from communes.web.content.alert import IAlert
from communes.web.domain.alert import Alert
from communes.web.domain.clock import moment_of
from datetime import datetime
from typing import Any


TYPE = "communes.web.Alert"


def alert_of(obj: IAlert) -> Alert:
    """Return a message as a record; its id changes when it is changed.

    Who closed what it said sees what it says now.
    """
    return Alert(
        id=f"{obj.UID()}-{obj.revision}",
        title=obj.title,
        text=obj.text or "",
        level=obj.level,
        link=obj.link or "",
        branch=obj.branch or "",
        starts=_aware(obj.starts),
        ends=_aware(obj.ends),
        closable=bool(obj.closable),
    )


def light(obj: IAlert) -> dict[str, Any]:
    """Return what the catalogue keeps of a message."""
    return without_defaults(alert_of(obj))


def published() -> tuple[Alert, ...]:
    """Return the messages the current user may see and that are published."""
    found = visible(portal_type=TYPE, review_state="published")
    return tuple(from_plain(Alert, one.web_alert) for one in found if one.web_alert)


def _aware(moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is not None:
        return moment
    # A wall of the clocks of the commune.
    return moment_of(moment)
