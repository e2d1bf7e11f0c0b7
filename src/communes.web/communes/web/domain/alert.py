"""A message above the pages: where and when it is shown, and which comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


LEVELS = ("urgent", "warning", "info")


@dataclass(frozen=True)
class Alert:
    """``branch``: path below the site, of all it concerns; empty for everywhere.

    ``starts`` and ``ends`` are moments with their zone, None for always.
    """

    id: str
    title: str
    text: str = ""
    level: str = "info"
    link: str = ""
    branch: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    closable: bool = True

    def shown_at(self, moment: datetime, path: str = "") -> bool:
        """Tell whether it stands above a page at a moment.

        :param path: of the page below the site, without slash at its ends.
        """
        begun = self.starts is None or self.starts <= moment
        on = begun and (self.ends is None or moment < self.ends)
        here = not self.branch or f"{path}/".startswith(f"{self.branch}/")
        return on and here


def shown(alerts: Iterable[Alert], moment: datetime, path: str) -> tuple[Alert, ...]:
    """Return the messages above a page, the most urgent first."""
    found = [one for one in alerts if one.shown_at(moment, path)]
    return tuple(sorted(found, key=lambda one: (LEVELS.index(one.level), one.title)))


def next_change(alerts: Iterable[Alert], moment: datetime) -> datetime | None:
    """Return when a message comes or goes next, None when none does.

    A page kept until then says nothing that is no longer true.
    """
    times = [
        time
        for one in alerts
        for time in (one.starts, one.ends)
        if time is not None and time > moment
    ]
    return min(times, default=None)
