"""A taking over as it goes on: what was asked, how far it is, what stopped it."""

from dataclasses import dataclass
from enum import StrEnum


#: A commune has some thousands; more is another site than one thinks.
MOST_CONTENTS = 20_000


class TakeoverState(StrEnum):
    """From reading to the end; ``ready``: everything is read, nothing is written."""

    READING = "reading"
    READY = "ready"
    WRITING = "writing"
    LINKING = "linking"
    DONE = "done"
    FAILED = "failed"


class RowFate(StrEnum):
    """What becomes of one content of the other site."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    PARTLY = "partly"
    REFUSED = "refused"


AT_WORK = frozenset(
    {TakeoverState.READING, TakeoverState.WRITING, TakeoverState.LINKING}
)


@dataclass(frozen=True)
class Takeover:
    """``base`` is the other site, ``place`` the UID of our folder, empty for the site.

    ``read``: contents read; ``done``: contents through the step it is at.
    ``resumes``: the step it was at when something stopped it.
    """

    id: str
    base: str
    place: str
    asked_by: str
    asked_at: str
    state: TakeoverState = TakeoverState.READING
    read: int = 0
    done: int = 0
    problem: str = ""
    resumes: str = ""

    @property
    def at_work(self) -> bool:
        """Whether the worker has something to do for it."""
        return self.state in AT_WORK


@dataclass(frozen=True)
class TakenRow:
    """One line of the report: the path there, and what becomes of it here."""

    path: str
    title: str
    kind: str
    fate: RowFate
    reasons: tuple[str, ...] = ()
    uid: str = ""
