"""The one place that looks at the clock, so that rules are given the day."""

from datetime import datetime


def now() -> datetime:
    """Return the local time of the institution, without seconds' fractions."""
    return datetime.now().replace(microsecond=0)
