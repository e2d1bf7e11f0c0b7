"""Moments go into the database in UTC, and come out on the clock of an institution.

A time zone of the standard library is no plain value for the database.
"""

from collections.abc import Mapping
from communes.publications.content.institution import IInstitution
from datetime import datetime
from datetime import UTC
from zoneinfo import ZoneInfo


def zone_of(institution: IInstitution) -> ZoneInfo:
    """Return the time zone of an institution."""
    return ZoneInfo(institution.timezone)


def stored(values: Mapping[str, object]) -> dict[str, object]:
    """Return values as they are kept."""
    return {name: in_utc(value) for name, value in values.items()}


def read_back(values: Mapping[str, object], zone: ZoneInfo) -> dict[str, object]:
    """Return kept values, their moments on a clock."""
    return {
        name: value.astimezone(zone) if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def in_utc(value: object) -> object:
    """Return a moment in UTC, anything else as it is."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value
