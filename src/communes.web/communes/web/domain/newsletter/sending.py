"""Who gets an issue, once, whatever happened to the process that was sending it.

Subscriptions and letters are the kit's (``communes.core.mailing``): double opt-in, one
letter per identifier, uncertain when the process died between the server's answer and
our record. Here is only what an issue adds.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.domain.subscriber import Subscriber
from communes.web.domain.newsletter.issue import Issue
from dataclasses import dataclass
from types import MappingProxyType


#: The wish of a subscriber that names topics.
TOPICS = "topics"
#: Which column of the page each way counts in.
_COLUMNS = MappingProxyType(
    {
        Way.WAITING: "queued",
        Way.SENDING: "in_flight",
        Way.SENT: "sent",
        Way.UNCERTAIN: "uncertain",
        Way.BOUNCED: "bounced",
        Way.COMPLAINED: "complained",
        Way.REFUSED: "refused",
        Way.DROPPED: "dropped",
    }
)


@dataclass(frozen=True)
class Progress:
    """How many letters of an issue are where; together they are ``recipients``."""

    recipients: int
    queued: int = 0
    in_flight: int = 0
    sent: int = 0
    uncertain: int = 0
    bounced: int = 0
    complained: int = 0
    refused: int = 0
    dropped: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing goes any more unless a person decides."""
        return not (self.queued or self.in_flight)


def list_of(newsletter: str) -> str:
    """Return the name of a newsletter's list of subscribers."""
    return f"newsletter:{newsletter}"


def letter_id(issue: Issue, subscriber: Subscriber) -> str:
    """Return which letter to whom: one issue goes to one subscriber once."""
    return f"{mailing_id(issue)}:{subscriber.id}"


def wants(issue: Issue, subscriber: Subscriber) -> bool:
    """Tell whether an issue is for a subscriber.

    One who chose no topic wishes all; an issue without topics is for all.
    """
    if subscriber.list != list_of(issue.newsletter) or not subscriber.gets_letters:
        return False
    chosen = subscriber.wishes.get(TOPICS, ())
    names = set(chosen) if isinstance(chosen, list | tuple) else set()
    return not (issue.topics and names) or bool(names & set(issue.topics))


def recipients(issue: Issue, subscribers: Iterable[Subscriber]) -> list[Subscriber]:
    """Return who gets an issue, each address once, in the order of subscription."""
    found: dict[str, Subscriber] = {}
    ordered = sorted(subscribers, key=lambda one: (one.asked_at, one.id))
    for one in ordered:
        if wants(issue, one):
            found.setdefault(one.address.lower(), one)
    return list(found.values())


def left_to_send(
    issue: Issue, chosen: Iterable[Subscriber], known: Mapping[str, Way]
) -> list[Subscriber]:
    """Return to whom a letter is still to be written, after any stop.

    A letter that is known, wherever it is, is never written again: one that is
    uncertain waits for a person.

    :param known: letter id -> where it is.
    """
    return [one for one in chosen if letter_id(issue, one) not in known]


def mailing_id(issue: Issue) -> str:
    """Return the name of the sending of an issue: what all its letters begin with."""
    return f"issue:{issue.id}"


def letter_of(
    issue: Issue, subscriber: Subscriber, text: str, leave_url: str, html: str = ""
) -> Letter:
    """Return the letter of an issue for one subscriber."""
    return Letter(
        letter_id(issue, subscriber),
        list_of(issue.newsletter),
        subscriber.address,
        issue.subject,
        text,
        leave_url,
        subscriber.id,
        html,
    )


def progress(recipients: int, known: Mapping[str, Way]) -> Progress:
    """Return how far an issue is; what is not written yet is queued.

    :param recipients: how many there were when it began.
    :param known: letter id -> where it is.
    """
    return counted(recipients, Counter(known.values()))


def counted(recipients: int, ways: Mapping[Way, int]) -> Progress:
    """Return the same from how many letters are where."""
    columns: Counter[str] = Counter()
    for way, many in ways.items():
        columns[_COLUMNS[way]] += many
    there = columns.total()
    columns["queued"] += max(recipients - there, 0)
    return Progress(max(recipients, there), **columns)
