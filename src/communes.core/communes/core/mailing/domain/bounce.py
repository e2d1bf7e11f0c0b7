"""Reads the reports of mail servers that could not deliver (RFC 3462, RFC 3464)."""

from communes.core.mailing.domain.errors import BounceUnreadable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.message import Message
from email.policy import default
import re


MOST_BYTES = 1_000_000
_STATUS = re.compile(r"([245])\.\d{1,3}\.\d{1,3}")
_MESSAGE_ID = re.compile(r"<[^<>\s]+@[^<>\s]+>")


@dataclass(frozen=True)
class Bounce:
    """A letter that came back; ``lasting``: the address does not work."""

    message_id: str
    address: str
    lasting: bool
    reason: str


def read_bounce(raw: bytes) -> Bounce:
    """Return what a report says about one letter of ours.

    :raises BounceUnreadable: it is no report, or not about a letter.
    """
    if len(raw) > MOST_BYTES:
        raise BounceUnreadable
    report = message_from_bytes(raw, policy=default)
    parts = {one.get_content_type(): one for one in report.walk()}
    status = parts.get("message/delivery-status")
    if report.get_content_type() != "multipart/report" or status is None:
        raise BounceUnreadable
    fields = _recipient_of(status)
    known = _STATUS.match(str(fields.get("Status", "")).strip())
    action = str(fields.get("Action", "")).strip().lower()
    if known is None or action not in ("failed", "delayed"):
        raise BounceUnreadable
    address = str(fields.get("Final-Recipient", "")).rpartition(";")[2].strip()
    reason = " ".join(str(fields.get("Diagnostic-Code", "")).split())[:300]
    lasting = action == "failed" and known.group(1) == "5"
    return Bounce(_about(parts), address, lasting, reason or known.group(0))


def _recipient_of(status: Message) -> Message:
    blocks = status.get_payload()
    found = [
        block
        for block in (blocks if isinstance(blocks, list) else ())
        if isinstance(block, Message) and "Final-Recipient" in block
    ]
    # One letter has one recipient: a report of several is not about ours.
    if len(found) != 1:
        raise BounceUnreadable
    return found[0]


def _about(parts: dict[str, EmailMessage]) -> str:
    for kind in ("text/rfc822-headers", "message/rfc822"):
        if kind in parts:
            part = parts[kind]
            inside = part.get_payload()
            text = (
                inside[0].as_string()
                if isinstance(inside, list) and isinstance(inside[0], Message)
                else str(inside)
            )
            head = re.search(
                r"^message-id:\s*(\S+)", text, re.IGNORECASE | re.MULTILINE
            )
            if head and _MESSAGE_ID.fullmatch(head.group(1)):
                return head.group(1)
    raise BounceUnreadable
