"""A letter on its way, and what is known of its arrival."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from email.utils import formataddr
from enum import StrEnum
import hashlib


class Way(StrEnum):
    """Where a letter is.

    ``SENDING`` is written down before the mail server is asked. Found again by the
    next process, nobody knows whether the server took it: ``UNCERTAIN``, and a person
    decides; it is never sent a second time by itself.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    BOUNCED = "bounced"
    #: Whoever got it told their provider that they did not want it.
    COMPLAINED = "complained"
    DROPPED = "dropped"


#: Those about which a person may decide.
OPEN_WAYS = frozenset({Way.UNCERTAIN, Way.REFUSED})


@dataclass(frozen=True)
class Letter:
    """What is to be sent; ``id`` says which letter to whom, so that it goes once.

    ``leave_url`` takes one who presses it off the list (RFC 8058); empty for a letter
    that answers a request (a confirmation). ``html`` says the same as ``text``.
    ``from_name``, ``from_address`` take the place of the site's; ``reply_to`` is who
    gets the answers.
    """

    id: str
    list: str
    address: str
    subject: str
    text: str
    leave_url: str = ""
    subscriber: str = ""
    html: str = ""
    from_name: str = ""
    from_address: str = ""
    reply_to: str = ""


@dataclass(frozen=True)
class Sender:
    """Who letters come from; ``bounces`` is the box where reports of failure go."""

    name: str
    address: str
    bounces: str = ""


def mark_of(id: str) -> str:
    """Return the mark of a letter: 32 signs that nobody guesses from outside."""
    return hashlib.sha256(id.encode()).hexdigest()[:32]


def message_id(letter: Letter, sender: Sender) -> str:
    """Return the Message-ID of a letter: the same each time it would be sent."""
    address = letter.from_address or sender.address
    return f"<{mark_of(letter.id)}@{address.rpartition('@')[2]}>"


def return_path(letter: Letter, sender: Sender) -> str:
    """Return where a report about this letter goes: ``retours+<mark>@…``.

    A report then says which letter it is about, whatever is left of the letter in it.
    Without a box for reports, they go to who the letter comes from.
    """
    if not sender.bounces:
        return letter.from_address or sender.address
    box, _at, domain = sender.bounces.rpartition("@")
    return f"{box}+{mark_of(letter.id)}@{domain}"


def message_of(letter: Letter, sender: Sender, now: datetime) -> EmailMessage:
    """Return the message as it goes over the wire.

    The two headers of RFC 8058 let a mail program show its own button: it sends a
    POST, which the scanners that follow links do not.
    """
    message = EmailMessage()
    message["Subject"] = " ".join(letter.subject.split())
    name = letter.from_name or sender.name
    message["From"] = formataddr((name, letter.from_address or sender.address))
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    message["To"] = letter.address
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id(letter, sender)
    # Answers of absence are not wanted (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    if letter.leave_url:
        message["List-Id"] = f"<{_list_id(letter, sender)}>"
        message["List-Unsubscribe"] = f"<{letter.leave_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message["Precedence"] = "bulk"
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    return message


def as_payload(letter: Letter) -> dict[str, str]:
    """Return a letter as plain JSON values."""
    return {name: str(getattr(letter, name)) for name in Letter.__dataclass_fields__}


def from_payload(values: Mapping[str, object]) -> Letter:
    """Return the letter of plain JSON values."""
    return Letter(**{name: str(value) for name, value in values.items()})


def _list_id(letter: Letter, sender: Sender) -> str:
    label = "".join(sign if sign.isalnum() else "-" for sign in letter.list)
    address = letter.from_address or sender.address
    return f"{label}.{address.rpartition('@')[2]}"
