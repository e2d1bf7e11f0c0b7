"""One value read from an authentic source, with where it comes from and since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum


class Level(StrEnum):
    """Whose source it is."""

    LOCAL = "local"
    PROVINCIAL = "provincial"
    REGIONAL = "regional"
    NATIONAL = "national"


class Holding(StrEnum):
    """What a source is right about."""

    ADDRESSES = "addresses"
    ENTERPRISES = "enterprises"
    PEOPLE = "people"
    PARCELS = "parcels"


@dataclass(frozen=True)
class Found:
    """What a source answers: the value as plain JSON, and its own reference for it.

    ``value`` is None when the source knows no such key.
    """

    value: Mapping[str, object] | None
    reference: str


@dataclass(frozen=True)
class Reading:
    """A value as it was read.

    ``source`` and ``key`` name it; ``reference`` is how the source itself names this
    version of it; ``read_at`` and ``valid_until`` have their time zone. ``stale`` says
    that it may have changed since: whoever shows the value shows that too.
    """

    source: str
    key: str
    value: Mapping[str, object] | None
    reference: str
    read_at: datetime
    valid_until: datetime
    stale: bool = False

    @classmethod
    def made(
        cls, source: str, key: str, found: Found, now: datetime, valid_days: int
    ) -> "Reading":
        """Return what was found just now, as it is kept."""
        until = now + timedelta(days=valid_days)
        return cls(source, key, found.value, found.reference, now, until)

    def at(self, now: datetime) -> "Reading":
        """Return the reading as it is worth now: stale or not."""
        return Reading(
            self.source,
            self.key,
            self.value,
            self.reference,
            self.read_at,
            self.valid_until,
            now >= self.valid_until,
        )
