"""When a newsletter writes a draft of its own, and what it is called."""

from communes.core.parts.domain.writing import date_in_words
from communes.web.domain.clock import BRUSSELS
from datetime import datetime
from datetime import time
from datetime import timedelta


DAILY, WEEKLY = "daily", "weekly"
#: Drafts are there when the first arrive at work.
HOUR = time(6)


def due_since(frequency: str, last: datetime, now: datetime) -> datetime | None:
    """Return since when a draft tells what is new; None when none is due.

    A draft is due at six, every day or on Mondays, on the clocks of the commune.

    :param last: when the last issue was made, or the newsletter; aware, as ``now``.
    """
    if frequency not in (DAILY, WEEKLY):
        return None
    local = now.astimezone(BRUSSELS)
    day = local.date()
    if frequency == WEEKLY:
        day -= timedelta(days=day.weekday())
    due = datetime.combine(day, HOUR, BRUSSELS)
    return last if last < due <= local else None


def title_of(newsletter: str, now: datetime) -> str:
    """Return what a draft is called: « Lettre de Valmont – 23 novembre 2026 »."""
    said = date_in_words(now.astimezone(BRUSSELS).date())
    return f"{newsletter[:110]} – {said}"
