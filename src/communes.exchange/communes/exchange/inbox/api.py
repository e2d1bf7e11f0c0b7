"""The door of what arrives from peers."""

from communes.core.jobs.api import intend
from communes.exchange.attachments.domain.attachment import attachments_in
from communes.exchange.inbox.errors import NotForUs
from communes.exchange.inbox.errors import NumberTaken
from communes.exchange.lanes.domain.state import State
from communes.exchange.lanes.storage import Kept
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.lanes.storage import Place
from communes.exchange.messages.api import check
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import from_json
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.outbox.api import lane_key
from communes.exchange.outbox.errors import NoSuchLetter
from communes.exchange.outbox.errors import NotRefused
from communes.exchange.peers.api import own_name
from communes.exchange.peers.domain.errors import KindRefused
from communes.exchange.peers.domain.peer import Peer
from enum import StrEnum
import time
from typing import Any


KEY = "communes.exchange.inbox"
#: The intent that does what the messages of a lane say; its key is the lane.
APPLY = "exchange.apply"


class Receipt(StrEnum):
    """What became of a message that arrived."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"


def accept(site: Any, peer: Peer, text: str | bytes) -> Receipt:
    """Keep a message of a peer; what it says is done after the commit, once.

    :param peer: who signed it.
    :param text: CloudEvents JSON.
    :return: ``DUPLICATE`` when it is known already: nothing happens again.
    :raises MessageUnreadable, MessageInvalid, UnknownKind: it says nothing we read.
    :raises AttachmentInvalid: it refers to a file that can not be one.
    :raises NotForUs, KindRefused: it is not for this pair.
    :raises NumberTaken: another message has its number.
    """
    envelope = from_json(text)
    _refuse_other_pairs(site, peer, envelope)
    check(envelope.kind, envelope.body)
    attachments_in(envelope.body)
    lanes = lanes_of(site, KEY)
    if lanes.place(peer.name, envelope.id) is not None:
        return Receipt.DUPLICATE
    place = Place(peer.name, envelope.subject, envelope.sequence)
    if lanes.get(place) is not None:
        raise NumberTaken(number=envelope.sequence, subject=envelope.subject)
    kept = Kept(
        envelope.id, envelope.kind, to_json(envelope), State.WAITING, time.time()
    )
    lanes.put(place, kept)
    intend(APPLY, lane_key(place), {})
    return Receipt.ACCEPTED


def letters(site: Any) -> list[tuple[Place, Kept]]:
    """Return what arrived and is not done yet, refused ones included."""
    return list(lanes_of(site, KEY).unsettled())


def do_again(site: Any, name: str, id: str) -> None:
    """Do what a refused message says again: what stood against it was mended.

    :raises NoSuchLetter, NotRefused: there is nothing to do again.
    """
    place = _refused(site, name, id)
    lanes_of(site, KEY).settle(place, State.WAITING, time.time(), "")
    intend(APPLY, lane_key(place), {})


def drop(site: Any, name: str, id: str, reason: str) -> None:
    """Give a refused message up, and let those behind it be done.

    :raises NoSuchLetter, NotRefused: there is nothing to drop.
    """
    place = _refused(site, name, id)
    lanes_of(site, KEY).settle(place, State.DROPPED, time.time(), reason)
    intend(APPLY, lane_key(place), {})


def _refuse_other_pairs(site: Any, peer: Peer, envelope: Envelope) -> None:
    name = own_name(site)
    if envelope.receiver != name or envelope.sender != peer.name:
        raise NotForUs(
            sender=envelope.sender,
            receiver=envelope.receiver,
            name=name,
            peer=peer.name,
        )
    if envelope.kind not in peer.sends:
        raise KindRefused(kind=envelope.kind, name=peer.title)


def _refused(site: Any, name: str, id: str) -> Place:
    lanes = lanes_of(site, KEY)
    place = lanes.place(name, id)
    kept = None if place is None else lanes.get(place)
    if place is None or kept is None:
        raise NoSuchLetter(name=id)
    if kept.state is not State.REFUSED:
        raise NotRefused(name=id)
    return place
