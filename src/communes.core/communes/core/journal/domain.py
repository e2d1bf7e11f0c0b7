"""What an entry of the journal is, how entries are chained, how a break shows."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
import json


BEGINNING = "0" * 64


@dataclass(frozen=True)
class Entry:
    """One thing somebody did, or read.

    ``at``: moment in UTC, ISO 8601 with microseconds; ``actor``: id of the
    user; ``action``: stable word of the trade; ``target``: path of the thing;
    ``target_uid``: its UID, or empty; ``details``: plain JSON values;
    ``origin``: unique name of the request for this entry, so that repeating
    the request adds nothing.
    """

    at: str
    actor: str
    action: str
    target: str
    target_uid: str
    details: Mapping[str, object]
    origin: str


@dataclass(frozen=True)
class Sealed:
    """An entry with its place in the chain: number, previous seal, own seal."""

    number: int
    entry: Entry
    previous: str
    seal: str


@dataclass(frozen=True)
class Break:
    """The first place where the chain does not hold, and why."""

    number: int
    reason: str


def canonical(number: int, entry: Entry) -> bytes:
    """Return the one way to write ``entry`` down: sorted keys, no spaces, UTF-8."""
    values = {
        "number": number,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action,
        "target": entry.target,
        "target_uid": entry.target_uid,
        "details": dict(entry.details),
        "origin": entry.origin,
    }
    text = json.dumps(
        values,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )
    return text.encode("utf-8")


def sealed(number: int, entry: Entry, previous: str) -> Sealed:
    """Return ``entry`` chained to the seal before it (SHA-256, hexadecimal)."""
    seal = sha256(previous.encode("ascii") + b"\n" + canonical(number, entry))
    return Sealed(number, entry, previous, seal.hexdigest())


def first_break(
    chain: Iterable[Sealed], anchor: tuple[int, str] | None = None
) -> Break | None:
    """Return the first place where ``chain`` was tampered with, or None.

    :param anchor: number and seal noted earlier: proves that the end of the
        chain was not cut off nor the whole of it written anew.
    """
    previous = BEGINNING
    number = 0
    for each in chain:
        number += 1
        reason = _fault(number, previous, each)
        if reason is None and anchor is not None and anchor[0] == number:
            reason = None if each.seal == anchor[1] else "differs from the noted seal"
        if reason is not None:
            return Break(number, reason)
        previous = each.seal
    if anchor is not None and number < anchor[0]:
        return Break(number + 1, f"missing: {anchor[0]} entries were noted")
    return None


def _fault(number: int, previous: str, found: Sealed) -> str | None:
    if found.number != number:
        return f"missing: the next entry has number {found.number}"
    if found.previous != previous:
        return "is not chained to the entry before it"
    if sealed(number, found.entry, previous).seal != found.seal:
        return "was changed after it was sealed"
    return None
