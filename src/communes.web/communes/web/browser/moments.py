"""Moments as a form takes them: a day and an hour on the clocks of the commune."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.web.domain.clock import local
from communes.web.domain.clock import moment_of
from communes.web.domain.content_errors import NoMoment
from communes.web.i18n import _
from datetime import datetime
from typing import Any


def typed_moment(moment: datetime | None) -> tuple[str, str]:
    """Return what the two boxes of a moment hold."""
    if moment is None:
        return "", ""
    wall = local(moment)
    return f"{wall:%Y-%m-%d}", f"{wall:%H:%M}"


def moment_in(values: Mapping[str, Any], name: str) -> datetime | None:
    """Return the moment typed in ``<name>_day`` and ``<name>_hour``; None for none.

    Without an hour, the day begins at midnight.

    :raises NoMoment: what was typed is none, or an hour has no day.
    """
    day = str(values.get(f"{name}_day", ""))
    hour = str(values.get(f"{name}_hour", ""))
    if not day and not hour:
        return None
    try:
        wall = datetime.fromisoformat(f"{day}T{hour or '00:00'}")
    except ValueError as wrong:
        raise NoMoment(field=f"{name}_day", value=f"{day} {hour}".strip()) from wrong
    return moment_of(wall)


def moment_fields(name: str, values: Mapping[str, Any]) -> list[Field]:
    """Return the two boxes of a moment, filled."""
    day, hour = f"{name}_day", f"{name}_hour"
    return [
        Field(day, _("plan_day", default="Jour"), "date", str(values.get(day, ""))),
        Field(hour, _("plan_hour", default="Heure"), "time", str(values.get(hour, ""))),
    ]
