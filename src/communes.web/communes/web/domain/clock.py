"""Wall clocks of the commune as moments, over the two changes of the year."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from zoneinfo import ZoneInfo


BRUSSELS = ZoneInfo("Europe/Brussels")
_MINUTE = timedelta(minutes=1)


def local(moment: datetime) -> datetime:
    """Return a moment as the clocks of the commune show it."""
    return moment.astimezone(BRUSSELS)


def exists(wall: datetime) -> bool:
    """Tell whether clocks ever show that time: one hour of March they do not."""
    aware = wall.replace(tzinfo=BRUSSELS)
    return local(aware.astimezone(UTC)).replace(tzinfo=None, fold=0) == wall.replace(
        tzinfo=None, fold=0
    )


def moment_of(wall: datetime, fold: int = 0) -> datetime:
    """Return the moment clocks show that time, the first (0) or last (1) time.

    A time that clocks jump over is the moment they jump.
    """
    bare = wall.replace(tzinfo=None, fold=0)
    while not exists(bare):
        bare += _MINUTE
    # By way of UTC: two moments of one zone are compared as walls, not as time.
    return bare.replace(tzinfo=BRUSSELS, fold=fold).astimezone(UTC)


def first_passing(day: date, minutes: int) -> datetime:
    """Return the first moment of a day's minute, which may be of the next day."""
    return moment_of(_wall(day, minutes))


def last_passing(day: date, minutes: int) -> datetime:
    """Return the last moment of a day's minute, which may be of the next day."""
    return moment_of(_wall(day, minutes), fold=1)


def _wall(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
