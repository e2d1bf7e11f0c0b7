"""Pages that say « ouvert » are kept until what they say changes, and no longer."""

from collections.abc import Iterable
from communes.core.public.page import PublicPage
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.schedule.opening import last_change
from communes.web.domain.schedule.opening import next_change
from communes.web.domain.schedule.record import OpeningHours
from datetime import datetime
from functools import cached_property
from typing import Any


class OpenedPage(PublicPage):
    """Override ``shown_hours`` with the hours of every place the page tells of.

    A proxy keeps the page until the first of them opens or closes, ``longest_kept``
    at the most; its validator changes with the last one that did.
    """

    longest_kept = 120

    @cached_property
    def now(self) -> datetime:
        """The moment the page is made."""
        return datetime.now(BRUSSELS)

    @property
    def shown_hours(self) -> Iterable[OpeningHours]:
        raise NotImplementedError

    @property
    def kept_seconds(self) -> int:
        """How long what the page says stays true."""
        changes = (next_change(one, self.now) for one in self.shown_hours)
        left = [(one - self.now).total_seconds() for one in changes if one]
        return int(min([*left, self.longest_kept]))

    @property
    def depends_on(self) -> tuple[Any, ...]:
        """Since when the page says what it says."""
        changes = [last_change(one, self.now) for one in self.shown_hours]
        since = max((one for one in changes if one), default=None)
        return (*super().depends_on, since)
