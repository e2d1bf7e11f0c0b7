"""Reads what mail servers bring back: failures (RFC 3464), complaints (RFC 5965)."""

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
#: Where a report was sent to, by who writes the headers on the way.
_BOXES = ("To", "Delivered-To", "X-Original-To", "Original-Mail-From")
_MARK = re.compile(r"\+([0-9a-f]{32})@")


@dataclass(frozen=True)
class Bounce:
    """A letter that came back; ``lasting``: the address does not work.

    ``mark``: of the letter, from the box the report came to; ``message_id``: from what
    the report quotes. One of both is there.
    """

    message_id: str
    address: str
    lasting: bool
    reason: str
    mark: str = ""


@dataclass(frozen=True)
class Complaint:
    """Somebody pressed « spam » on a letter; ``kind`` as the report says it."""

    message_id: str
    kind: str
    mark: str = ""


def read_report(raw: bytes) -> Bounce | Complaint:
    """Return what a report says about one letter of ours.

    :raises BounceUnreadable: it is no report, or not about a letter.
    """
    if len(raw) > MOST_BYTES:
        raise BounceUnreadable
    report = message_from_bytes(raw, policy=default)
    parts = {one.get_content_type(): one for one in report.walk()}
    if report.get_content_type() != "multipart/report":
        raise BounceUnreadable
    if "message/feedback-report" in parts:
        return _complaint(report, parts)
    return _bounce(report, parts)


def _complaint(report: EmailMessage, parts: dict[str, EmailMessage]) -> Complaint:
    fields = _fields(parts["message/feedback-report"])
    kind = str(fields.get("Feedback-Type", "")).strip().lower()
    # « not-spam » takes an earlier complaint back, it makes none.
    if kind in ("", "not-spam"):
        raise BounceUnreadable
    mark = _mark(report) or _mark(fields)
    return Complaint(_about(parts, mark), kind, mark)


def _mark(headers: Message) -> str:
    said = " ".join(str(headers.get(name, "")) for name in _BOXES)
    found = _MARK.search(said)
    return found.group(1) if found else ""


def _fields(part: EmailMessage) -> Message:
    """Return the fields of a report, which some programs read as a message inside."""
    inside = part.get_payload()
    if isinstance(inside, list) and inside and isinstance(inside[0], Message):
        return inside[0]
    raw = part.get_payload(decode=True)
    return message_from_bytes(raw if isinstance(raw, bytes) else b"", policy=default)


def _bounce(report: EmailMessage, parts: dict[str, EmailMessage]) -> Bounce:
    status = parts.get("message/delivery-status")
    if status is None:
        raise BounceUnreadable
    fields = _recipient_of(status)
    known = _STATUS.match(str(fields.get("Status", "")).strip())
    action = str(fields.get("Action", "")).strip().lower()
    if known is None or action not in ("failed", "delayed"):
        raise BounceUnreadable
    address = str(fields.get("Final-Recipient", "")).rpartition(";")[2].strip()
    reason = " ".join(str(fields.get("Diagnostic-Code", "")).split())[:300]
    lasting = action == "failed" and known.group(1) == "5"
    mark = _mark(report)
    about = _about(parts, mark)
    return Bounce(about, address, lasting, reason or known.group(0), mark)


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


def _about(parts: dict[str, EmailMessage], mark: str) -> str:
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
    if mark:
        return ""
    raise BounceUnreadable
