"""A newsletter's topics and issues, and the steps of an issue."""

from communes.web.domain.errors import NoWay
from communes.web.domain.errors import TooHeavy
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from enum import StrEnum


#: Beyond it mail programs cut a message (sheet 2.1).
MOST_BYTES = 102_000


@dataclass(frozen=True)
class Topic:
    """What one may subscribe to within a newsletter."""

    id: str
    title: str


#: What a block may be, in the order one chooses it.
KINDS = ("text", "news", "event", "service", "image")


class IssueState(StrEnum):
    """Where an issue is."""

    DRAFT = "draft"
    TESTED = "tested"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    SENT = "sent"
    ARCHIVED = "archived"


#: From each state, where an issue may go. One that leaves is never taken back.
WAYS = {
    IssueState.DRAFT: frozenset({IssueState.TESTED}),
    IssueState.TESTED: frozenset({IssueState.DRAFT, IssueState.SCHEDULED}),
    IssueState.SCHEDULED: frozenset({IssueState.DRAFT, IssueState.SENDING}),
    IssueState.SENDING: frozenset({IssueState.SENT}),
    IssueState.SENT: frozenset({IssueState.ARCHIVED}),
    IssueState.ARCHIVED: frozenset[IssueState](),
}


@dataclass(frozen=True)
class Block:
    """A part of an issue; ``kind``: text, news, event, service or image.

    What comes from a content of the site (``uid``) says what everybody could read when
    it was put there. ``when`` is in words; ``alt`` describes ``picture``.
    """

    kind: str
    title: str = ""
    html: str = ""
    url: str = ""
    uid: str = ""
    when: str = ""
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Issue:
    """An issue for who wished one of its ``topics``; without topics, for all."""

    id: str
    newsletter: str
    subject: str
    blocks: tuple[Block, ...] = ()
    preheader: str = ""
    topics: tuple[str, ...] = ()
    state: IssueState = IssueState.DRAFT
    send_at: datetime | None = None


def moved(issue: Issue, to: IssueState) -> Issue:
    """Return the issue one step further.

    :raises NoWay: there is no such step; a scheduled issue also needs its moment.
    """
    ready = to != IssueState.SCHEDULED or issue.send_at is not None
    if to not in WAYS[issue.state] or not ready:
        raise _no_way(issue, to)
    return replace(issue, state=to)


def _no_way(issue: Issue, to: IssueState) -> NoWay:
    return NoWay(
        field="state", name=issue.subject, state=issue.state.value, to=to.value
    )


def edited(issue: Issue, blocks: tuple[Block, ...]) -> Issue:
    """Return the issue with other blocks: what was tested is to be tested again.

    :raises NoWay: it has left, is leaving, or is planned: that is taken back first.
    """
    if issue.state == IssueState.SCHEDULED:
        raise _no_way(issue, IssueState.DRAFT)
    if issue.state != IssueState.DRAFT:
        issue = moved(issue, IssueState.DRAFT)
    return replace(issue, blocks=blocks)


def is_due(issue: Issue, now: datetime) -> bool:
    """Tell whether it is time to send a scheduled issue."""
    due = issue.send_at is not None and issue.send_at <= now
    return issue.state == IssueState.SCHEDULED and due


def refuse_heavy(issue: Issue, html: bytes) -> None:
    """Let an issue go only as long as a mail program shows it whole.

    :raises TooHeavy: it is longer than ``MOST_BYTES``.
    """
    if len(html) > MOST_BYTES:
        raise TooHeavy(name=issue.subject, size=len(html), most=MOST_BYTES)
