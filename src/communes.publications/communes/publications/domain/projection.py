"""A published meeting: what the portal shows, and every format is made from.

The shape is that of the message ``communes.deliberations.meeting.v1``; ``reading``
makes it from plain JSON, or refuses it.
"""

from dataclasses import dataclass
from datetime import datetime


PROJECT, DECISION = "project", "decision"


@dataclass(frozen=True)
class Person:
    """A mandatary."""

    id: str
    name: str
    function: str = ""
    group: str = ""


@dataclass(frozen=True)
class Vote:
    """One vote; names only when it was public."""

    secret: bool
    yes: int
    no: int
    abstain: int
    voted_yes: tuple[str, ...] = ()
    voted_no: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Annex:
    """A public file, known by the SHA-256 of its bytes."""

    id: str
    title: str
    filename: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Withdrawal:
    """What is left of a withdrawn decision: why, and since when."""

    reason: str
    moment: datetime


@dataclass(frozen=True)
class Item:
    """One item; ``order`` counts from 1 over the whole agenda. Texts are HTML."""

    id: str
    order: int
    number: str
    title: str
    closed: bool = False
    summary: str = ""
    motivation: str = ""
    decision: str = ""
    result: str = ""
    vote_words: str = ""
    votes: tuple[Vote, ...] = ()
    annexes: tuple[Annex, ...] = ()
    category: str = ""
    category_title: str = ""
    reference: str = ""
    representatives: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True)
class Meeting:
    """One meeting as it was published the ``version``-th time."""

    id: str
    nis: str
    institution: str
    assembly: str
    assembly_title: str
    organ: str
    date: datetime
    stage: str
    version: int
    published_at: datetime
    place: str = ""
    number: int = 0
    ended_at: datetime | None = None
    chair: str = ""
    secretary: str = ""
    present: tuple[Person, ...] = ()
    excused: tuple[Person, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether it shows what was decided, and not drafts."""
        return self.stage == DECISION

    @property
    def public_items(self) -> tuple[Item, ...]:
        """The items of which more is known than that they exist."""
        return tuple(item for item in self.items if not item.closed)
