"""The door of mailings: start or resume one, and see where its letters are.

Its solution says who gets it and what it says (``IMailings``); whether it goes or is
stopped is the solution's too. A letter that is known is never written again, however
often the process that sends dies.
"""

from communes.core.jobs.api import intend
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.domain.letter import Way
from communes.core.mailing.log import Line
from communes.core.mailing.log import log_of
from communes.core.mailing.mailings.queue import queue_of
from communes.core.mailing.working import give
from communes.core.mailing.working import sender_of
from typing import Any


#: The intent that sends a mailing on; its key is the mailing.
MAIL = "communes.core.mailing.mailing"


def start_mailing(name: str, id: str) -> None:
    """Send a mailing on after the current commit; asked twice, it goes once.

    :param name: the list it goes to; ``id``: ends with no colon.
    """
    intend(MAIL, id, {"list": name, "mailing": id})


def recipients_of(site: Any, id: str) -> int | None:
    """Return to how many a mailing goes; None before the worker began it."""
    return queue_of(site).recipients(id)


def letters_of(site: Any, id: str, *ways: Way) -> list[Line]:
    """Return letters of a mailing that are there, 200 at most."""
    return queue_of(site).lines(id, ways)


def hand_over(site: Any, letter: Letter) -> str:
    """Hand one letter over now, once: for handlers of the worker.

    :return: why it is to come again, "" when it is settled.
    :raises Unavailable: the server is away; the letter waits.
    """
    payload = {"id": letter.id, "list": letter.list, "subscriber": letter.subscriber,
               "address": letter.address, "subject": letter.subject}  # fmt: skip
    return give(log_of(site), letter, payload, sender_of())


def ways_of(site: Any, id: str) -> dict[Way, int]:
    """Return how many letters of a mailing are where."""
    return queue_of(site).counts(id)
