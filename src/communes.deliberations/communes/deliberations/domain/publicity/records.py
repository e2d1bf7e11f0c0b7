"""The public projection of a meeting: plain values without one private byte.

It is what the public documents, the portal and every open format are made from; the
JSON of ``to_data`` is the body of the message ``communes.deliberations.meeting.v1``.
Texts are HTML already cleaned and masked.
"""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """What is published: drafts before the meeting, or what was decided."""

    PROJECT = "project"
    DECISION = "decision"


@dataclass(frozen=True)
class PublicPerson:
    """A mandatary, whose name is public. Source: Walloon decree of 18 May 2022."""

    id: str
    name: str
    function: str = ""
    group: str = ""


@dataclass(frozen=True)
class PublicVote:
    """One vote: who voted what when it was public, counts alone when it was secret."""

    secret: bool
    yes: int
    no: int
    abstain: int
    voted_yes: tuple[str, ...] = ()
    voted_no: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class PublicAnnex:
    """A publishable file: fetched by its SHA-256 from whoever published it."""

    id: str
    title: str
    filename: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Withdrawal:
    """Why a decision is no longer shown, and since when: all that is left of it."""

    reason: str
    moment: datetime


@dataclass(frozen=True)
class PublicItem:
    """One item. A closed one has its number and nothing else but ``CLOSED_TITLE``.

    ``id`` is stable for ever: ``{nis}/{assembly}/{year}/{meeting}/{item}``;
    ``result`` is a decided state of the domain sheet, empty for a draft.
    """

    id: str
    number: str
    title: str
    closed: bool = False
    summary: str = ""
    motivation: str = ""
    decision: str = ""
    result: str = ""
    vote_words: str = ""
    votes: tuple[PublicVote, ...] = ()
    annexes: tuple[PublicAnnex, ...] = ()
    category: str = ""
    category_title: str = ""
    reference: str = ""
    representatives: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True)
class PublicMeeting:
    """One meeting as it was published the ``version``-th time.

    ``chair`` and ``secretary`` are the names of who presided and who kept the
    minutes, empty as long as the meeting was not held.
    """

    id: str
    nis: str
    institution: str
    assembly: str
    assembly_title: str
    organ: str
    date: datetime
    stage: Stage
    version: int
    published_at: datetime
    place: str = ""
    number: int = 0
    ended_at: datetime | None = None
    chair: str = ""
    secretary: str = ""
    present: tuple[PublicPerson, ...] = ()
    excused: tuple[PublicPerson, ...] = ()
    items: tuple[PublicItem, ...] = ()


def to_data(meeting: PublicMeeting) -> dict[str, object]:
    """Return the projection as plain JSON values, moments in ISO 8601 with zone."""
    return _plain(asdict(meeting))  # type: ignore[return-value]


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value
