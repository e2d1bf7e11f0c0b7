"""The door of what this site says to its peers."""

from collections.abc import Mapping
from communes.core.jobs.api import intend
from communes.exchange.attachments.api import give_with
from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import Kept
from communes.exchange.lanes.storage import Lanes
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.lanes.storage import Place
from communes.exchange.messages.api import check
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.outbox.errors import NoSuchLetter
from communes.exchange.outbox.errors import NotRefused
from communes.exchange.peers.api import own_name
from communes.exchange.peers.api import peer
from communes.exchange.peers.api import peers
from communes.exchange.peers.domain.errors import KindRefused
from dataclasses import replace
from datetime import datetime
from datetime import UTC
import time
from typing import Any
from uuid import uuid4


KEY = "communes.exchange.outbox"
#: The intent that brings a lane to its peer; its key is the lane.
DELIVER = "exchange.deliver"


def send(
    site: Any,
    name: str,
    kind: str,
    subject: str,
    body: Mapping[str, object],
    in_reply_to: str = "",
) -> str:
    """Say something to one peer after the current commit; return the message's id.

    An abort takes it back. Messages of one subject arrive in the order of ``send``,
    each is acted upon once, and a peer that is away gets them when it is back.

    :param name: the peer; ``subject``: what the order is kept for.
    :raises UnknownPeer: the peer is not declared.
    :raises KindRefused: it may not get messages of that kind.
    :raises UnknownKind, MessageInvalid: the body is not one of its kind.
    :raises AttachmentMissing: it refers to a file that was never attached.
    """
    found = peer(site, name)
    if kind not in found.receives:
        raise KindRefused(kind=kind, name=found.title)
    check(kind, body)
    give_with(site, name, body)
    lanes = lanes_of(site, KEY)
    place = Place(name, subject, lanes.next_number(name, subject))
    envelope = Envelope(
        id=uuid4().hex,
        kind=kind,
        sender=own_name(site),
        receiver=name,
        subject=subject,
        sequence=place.number,
        time=datetime.now(UTC),
        body=body,
        in_reply_to=in_reply_to,
    )
    _keep(lanes, place, envelope)
    intend(DELIVER, lane_key(place), {})
    return envelope.id


def publish(
    site: Any, kind: str, subject: str, body: Mapping[str, object]
) -> list[str]:
    """Say something to every peer that may get it; return the ids of the messages.

    Raises as ``send``.
    """
    names = [one.name for one in peers(site) if kind in one.receives]
    return [send(site, name, kind, subject, body) for name in names]


def letters(site: Any) -> list[tuple[Place, Kept]]:
    """Return what has not arrived yet, refused ones included, lane by lane."""
    return list(lanes_of(site, KEY).unsettled())


def is_on_its_way(
    site: Any, name: str, subject: str, body: Mapping[str, object]
) -> bool:
    """Return whether the last message to a peer about a subject waits, saying that."""
    line = lanes_of(site, KEY).line(name, subject)
    if not line or line[-1][1] is not State.WAITING:
        return False
    kept = lanes_of(site, KEY).get(Place(name, subject, line[-1][0]))
    return kept is not None and from_json(kept.text).body == body


def correct(site: Any, name: str, id: str, body: Mapping[str, object]) -> None:
    """Give a refused message another body and send it again at its place.

    :raises NoSuchLetter, NotRefused: there is nothing to correct.
    :raises MessageInvalid: the body is not one of its kind.
    :raises AttachmentMissing: it refers to a file that was never attached.
    """
    place, kept = _refused(site, name, id)
    envelope = replace(from_json(kept.text), body=body)
    check(envelope.kind, body)
    give_with(site, name, body)
    _keep(lanes_of(site, KEY), place, envelope)
    intend(DELIVER, lane_key(place), {})


def send_again(site: Any, name: str, id: str) -> None:
    """Send a refused message again as it is: what refused it was mended.

    :raises NoSuchLetter, NotRefused: there is nothing to send.
    """
    place, kept = _refused(site, name, id)
    _keep(lanes_of(site, KEY), place, from_json(kept.text))
    intend(DELIVER, lane_key(place), {})


def drop(site: Any, name: str, id: str, reason: str) -> None:
    """Give a refused message up, and let those behind it go.

    :raises NoSuchLetter, NotRefused: there is nothing to drop.
    """
    place, _kept = _refused(site, name, id)
    lanes_of(site, KEY).settle(place, State.DROPPED, time.time(), reason)
    intend(DELIVER, lane_key(place), {})


def replay(site: Any, name: str, id: str) -> None:
    """Send a message that had arrived once more, under its own id and number.

    A receiver that still knows it answers that it does, and acts no second time.

    :raises NoSuchLetter: the message is not kept any more, or never arrived.
    """
    lanes = lanes_of(site, KEY)
    place = lanes.place(name, id)
    kept = None if place is None else lanes.get(place)
    if place is None or kept is None or kept.state is not State.DONE:
        raise NoSuchLetter(name=id)
    _keep(lanes, place, from_json(kept.text))
    intend(DELIVER, lane_key(place), {})


def replay_many(
    site: Any,
    name: str,
    subject: str = "",
    since: float = 0.0,
    until: float = float("inf"),
) -> int:
    """Send again all that arrived at a peer; return how many messages that are.

    As ``replay`` for each. For a peer that lost what it had: each one that it does
    not know any more is done, in the order of its subject.

    :param subject: only about that; empty: about anything.
    :param since: and ``until``: only what arrived then, in seconds since the epoch.
    """
    lanes = lanes_of(site, KEY)
    found = list(lanes.arrived(name, subject, since, until))
    for place, kept in found:
        _keep(lanes, place, from_json(kept.text))
        intend(DELIVER, lane_key(place), {})
    return len(found)


def lane_key(place: Place) -> str:
    """Return the key of the intent that brings the lane of ``place`` on."""
    return f"{place.name}\n{place.subject}"


def _keep(lanes: Lanes, place: Place, envelope: Envelope) -> None:
    text = to_json(envelope)
    lanes.put(place, Kept(envelope.id, envelope.kind, text, State.WAITING, time.time()))


def _refused(site: Any, name: str, id: str) -> tuple[Place, Kept]:
    lanes = lanes_of(site, KEY)
    place = lanes.place(name, id)
    kept = None if place is None else lanes.get(place)
    if place is None or kept is None:
        raise NoSuchLetter(name=id)
    if kept.state is not State.REFUSED:
        raise NotRefused(name=id)
    return place, kept
