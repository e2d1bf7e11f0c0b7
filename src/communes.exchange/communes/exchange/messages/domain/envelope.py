"""The envelope every message travels in: CloudEvents 1.0, structured mode.

Attributes are those of the CloudEvents specification 1.0.2 and of its sequence
extension; ``receiver`` and ``inreplyto`` are extensions of ours.
"""

from collections.abc import Mapping
from communes.exchange.messages.domain.errors import MessageUnreadable
from dataclasses import dataclass
from datetime import datetime
import json
import re


MEDIA_TYPE = "application/cloudevents+json"
#: A message carries a file by reference, never inside.
LARGEST_BYTES = 1_000_000
LONGEST_NAME = 200
_VERSION = "1.0"
_NAME = re.compile(r"[\w.:/@+-]{1,200}")


@dataclass(frozen=True)
class Envelope:
    """One message.

    ``id`` is unique per ``sender``: what a receiver recognises a repetition by.
    ``kind`` names what is said, with its version (``communes.courrier.letter.v1``);
    ``subject`` what it is said about (``meeting:4f2…``): the order of messages is
    kept per sender, receiver and subject, by ``sequence`` (1, 2, 3…). ``body`` is
    plain JSON; ``in_reply_to`` the id of the message that this one answers.
    """

    id: str
    kind: str
    sender: str
    receiver: str
    subject: str
    sequence: int
    time: datetime
    body: Mapping[str, object]
    in_reply_to: str = ""


def to_json(envelope: Envelope) -> str:
    """Return the message as CloudEvents JSON, keys in a fixed order."""
    attributes: dict[str, object] = {
        "specversion": _VERSION,
        "id": envelope.id,
        "type": envelope.kind,
        "source": envelope.sender,
        "receiver": envelope.receiver,
        "subject": envelope.subject,
        "sequence": str(envelope.sequence),
        "time": envelope.time.isoformat(),
        "datacontenttype": "application/json",
        "data": envelope.body,
    }
    if envelope.in_reply_to:
        attributes["inreplyto"] = envelope.in_reply_to
    return json.dumps(attributes, ensure_ascii=False, allow_nan=False)


def from_json(text: str | bytes) -> Envelope:
    """Return the message that CloudEvents JSON says.

    :raises MessageUnreadable: it is too large, no such JSON, or an attribute is
        missing or wrong; attributes that are not ours are left aside.
    """
    if len(text) > LARGEST_BYTES:
        raise MessageUnreadable(problem=f"il dépasse {LARGEST_BYTES} octets")
    try:
        found = json.loads(text, parse_constant=_no_constant)
    # Too deep a nesting is refused as any other text that is not a message.
    except (ValueError, RecursionError) as error:
        raise MessageUnreadable(problem="ce n'est pas du JSON") from error
    if not isinstance(found, dict):
        raise MessageUnreadable(problem="ce n'est pas un objet JSON")
    if found.get("specversion") != _VERSION:
        raise MessageUnreadable(problem=f"« specversion » n'est pas « {_VERSION} »")
    body = found.get("data")
    if not isinstance(body, dict):
        raise MessageUnreadable(problem="« data » n'est pas un objet")
    return Envelope(
        id=_name(found, "id"),
        kind=_name(found, "type"),
        sender=_name(found, "source"),
        receiver=_name(found, "receiver"),
        subject=_name(found, "subject"),
        sequence=_sequence(found),
        time=_time(found),
        body=body,
        in_reply_to=_name(found, "inreplyto") if "inreplyto" in found else "",
    )


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _name(found: Mapping[str, object], attribute: str) -> str:
    value = found.get(attribute)
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise MessageUnreadable(
            field=attribute,
            problem=f"« {attribute} » manque, ou n'est pas un nom de 1 à "
            f"{LONGEST_NAME} signes sans espace",
        )
    return value


def _sequence(found: Mapping[str, object]) -> int:
    value = found.get("sequence")
    if not isinstance(value, str) or not re.fullmatch(r"[1-9]\d{0,17}", value):
        raise MessageUnreadable(
            field="sequence", problem="« sequence » n'est pas un nombre à partir de 1"
        )
    return int(value)


def _time(found: Mapping[str, object]) -> datetime:
    try:
        moment = datetime.fromisoformat(str(found.get("time")))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise MessageUnreadable(
            field="time", problem="« time » n'est pas un moment avec son fuseau horaire"
        )
    return moment
