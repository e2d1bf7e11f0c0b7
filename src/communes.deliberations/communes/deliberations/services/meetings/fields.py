"""Dates and times of a meeting as JSON brings them: ISO 8601, local time."""

from collections.abc import Mapping
from communes.core.web.body import WrongValue
from datetime import date
from datetime import datetime
from typing import Any


MOMENTS = (
    "date",
    "started_at",
    "first_part_ended_at",
    "second_part_started_at",
    "ended_at",
    "validation_deadline",
    "late_items_deadline",
    "preparatory_on",
)
DAYS = ("convoked_on", "approved_on", "drafts_published_on")
TEXTS = (
    "place",
    "chair",
    "secretary",
    "external_id",
    "meeting_category",
    "convocation_urgency",
    "preparatory_place",
    "preparatory_observations",
    "guests",
    "assistants",
    "proxies",
    "supervision_notes",
    "session_notes",
)
FLAGS = ("extraordinary", "videoconference", "urgent_convocation")


def with_dates(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with their texts of dates read.

    :raises WrongValue: a text is no date.
    """
    read = dict(given)
    for names, kind, example in (
        (MOMENTS, datetime, "2026-12-03T20:00"),
        (DAYS, date, "2026-12-03"),
    ):
        for name in names:
            if isinstance(read.get(name), str) and read[name]:
                read[name] = _read(kind, name, read[name], example)
    return read


def _read(kind: type[date], name: str, text: str, example: str) -> date:
    try:
        found = kind.fromisoformat(text)
    except ValueError:
        expected = f"une date comme {example}"
        raise WrongValue(field=name, name=name, expected=expected) from None
    # The suite keeps the local time of the commune, which is what minutes say.
    return found.replace(tzinfo=None) if isinstance(found, datetime) else found
