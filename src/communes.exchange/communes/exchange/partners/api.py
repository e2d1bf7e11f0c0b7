"""The door for the connectors of partners."""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from communes.exchange.inbox import api as inbox
from communes.exchange.lanes.storage import lanes_of
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.domain.envelope import to_json
from communes.exchange.messages.domain.errors import MessageInvalid
from communes.exchange.partners.interfaces import IPartner
from communes.exchange.partners.kinds import UNTRANSLATED
from communes.exchange.peers.api import own_name
from communes.exchange.peers.domain.peer import Peer
from communes.exchange.peers.storage import all_peers
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
import time
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility


KEY = "communes.exchange.partners"


@dataclass(frozen=True)
class Page:
    """What a pull has reached: the cursor of the next one, and if there is more."""

    cursor: str
    more: bool


def hear(
    site: Any,
    peer: Peer,
    id: str,
    kind: str,
    subject: str,
    body: Mapping[str, object],
    in_reply_to: str = "",
) -> inbox.Receipt:
    """Take what a partner said as a message of ours: kept, done once, in order.

    A body that is not one of its kind is put aside with the reason, among the refused
    messages: it is never lost, and stops its own subject only.

    :param id: what the partner itself knows it by: twice the same is heard once.
    :raises KindRefused: nobody agreed that it says such messages.
    """
    lanes = lanes_of(site, inbox.KEY)
    if lanes.place(peer.name, id) is not None:
        return inbox.Receipt.DUPLICATE
    message = Envelope(
        id=id,
        kind=kind,
        sender=peer.name,
        receiver=own_name(site),
        subject=subject,
        sequence=lanes.next_number(peer.name, subject),
        time=datetime.now(UTC),
        body=body,
        in_reply_to=in_reply_to,
    )
    try:
        return inbox.accept(site, peer, to_json(message))
    except MessageInvalid as error:
        aside = {"problem": str(error)[:300], "said": dict(body)}
        return _aside(site, peer, replace(message, kind=UNTRANSLATED, body=aside))


def hear_untranslated(
    site: Any,
    peer: Peer,
    id: str,
    subject: str,
    said: Mapping[str, object],
    problem: str,
) -> inbox.Receipt:
    """Keep what a connector can not translate, for an agent and for who mends it."""
    body = {"problem": problem[:300], "said": dict(said)}
    wide = replace(peer, sends=peer.sends | {UNTRANSLATED})
    return hear(site, wide, id, UNTRANSLATED, subject, body)


def partners(site: Any) -> list[tuple[Peer, IPartner]]:
    """Return the peers of the site that are reached by a partner's connector."""
    found = (
        (one, queryUtility(IPartner, name=one.connector)) for one in all_peers(site)
    )
    return [(peer, partner) for peer, partner in found if partner is not None]


def pull(site: Any, peer: Peer, partner: IPartner) -> bool:
    """Hear the next page of a partner; return whether there is more.

    :raises Unavailable: it is silent.
    """
    page = partner.pull(site, peer, _state(site, peer.name)[0])
    _keep(site, peer.name, page.cursor)
    return page.more


def due(site: Any, peer: Peer, partner: IPartner) -> float:
    """Return when a partner is asked next, in seconds since the epoch."""
    if not partner.pull_seconds:
        return float("inf")
    return _state(site, peer.name)[1] + partner.pull_seconds


def _aside(site: Any, peer: Peer, message: Envelope) -> inbox.Receipt:
    wide = replace(peer, sends=peer.sends | {UNTRANSLATED})
    return inbox.accept(site, wide, to_json(message))


def _state(site: Any, name: str) -> tuple[str, float]:
    return IAnnotations(site).get(KEY, {}).get(name, ("", 0.0))


def _keep(site: Any, name: str, cursor: str) -> None:
    kept = IAnnotations(site)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    kept[KEY][name] = (cursor, time.time())
