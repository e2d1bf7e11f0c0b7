"""What is planned, late or waits on the portal, and how it is told to Prometheus."""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.metrics import domain as text
from communes.core.metrics.domain import Gauge
from communes.core.metrics.domain import gauge
from communes.core.metrics.domain import labelled
from dataclasses import dataclass
from datetime import datetime


PREFIX = "communes_publications_"


@dataclass(frozen=True)
class Planned:
    """A step that the worker takes at a moment, for an institution.

    ``shows``: the text is published then; else it is archived.
    """

    institution: str
    moment: datetime
    shows: bool


@dataclass(frozen=True)
class Standing:
    """One institution: what is planned, what should have happened, what waits.

    ``planned`` and ``late`` are publications, ``overdue`` texts whose validity has
    ended and that are not archived; ``to_look_at`` are meetings that arrived.
    """

    institution: str
    planned: int
    late: int
    overdue: int
    to_look_at: int


@dataclass(frozen=True)
class Status:
    """The portal at a moment.

    ``latest_seconds`` is how long the step that is latest should have been taken; zero
    when none is late. ``proofs_waiting`` are texts shown without their proof yet.
    """

    site: str
    institutions: tuple[Standing, ...]
    next_at: datetime | None
    latest_seconds: float
    proofs_waiting: int


def status_of(
    site: str,
    steps: Iterable[Planned],
    to_look_at: Iterable[tuple[str, int]],
    proofs_waiting: int,
    now: datetime,
) -> Status:
    """Return how the portal stands.

    :param to_look_at: every institution, with how many meetings wait there.
    """
    known = list(steps)
    late = [one for one in known if one.moment <= now]
    ahead = [one.moment for one in known if one.moment > now]
    waited = [(now - one.moment).total_seconds() for one in late]
    standings = tuple(
        Standing(
            institution=name,
            planned=_count(known, name, shows=True),
            late=_count(late, name, shows=True),
            overdue=_count(late, name, shows=False),
            to_look_at=count,
        )
        for name, count in to_look_at
    )
    first, longest = min(ahead, default=None), max(waited, default=0.0)
    return Status(site, standings, first, longest, proofs_waiting)


def to_text(status: Status) -> str:
    """Return the samples in the text format of Prometheus."""
    return text.to_text(PREFIX, status.site, _gauges(status))


def _gauges(status: Status) -> Iterator[Gauge]:
    told = (
        ("planned", "Texts to be published at their hour."),
        ("late", "Texts whose hour has come and that are not published."),
        ("overdue", "Texts whose validity has ended and that are not archived."),
        ("to_look_at", "Meetings that arrived and wait for a person."),
    )
    for name, words in told:
        values = [(one.institution, getattr(one, name)) for one in status.institutions]
        yield labelled(name, words, "institution", values)
    moment = None if status.next_at is None else status.next_at.timestamp()
    yield gauge("next_timestamp", "When the next step is due.", moment)
    words = "How long the latest step should have been taken."
    yield gauge("latest_seconds", words, status.latest_seconds)
    words = "Texts shown that have no proof of their moment yet."
    yield gauge("proofs_waiting", words, status.proofs_waiting)


def _count(steps: Iterable[Planned], institution: str, *, shows: bool) -> int:
    return sum(one.institution == institution and one.shows is shows for one in steps)
