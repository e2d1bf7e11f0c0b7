"""What an intent is, how two versions of one meet, and how long a failure waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum
import json
import zlib


MAX_ATTEMPTS = 8
FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 300.0

# (version in nanoseconds, token of the writing transaction, nanoseconds at
# which the work was first asked for, payload as JSON). Plain values only: a
# database resolves conflicts on them without loading any object.
Entry = tuple[int, str, int, str]
Slot = tuple[str, str]  # (kind, key)


class OutcomeState(StrEnum):
    """What became of one intent in one run of its handler.

    ``WAIT`` is for the one whose own correspondent is silent, while those of the
    same kind go on: it comes again, and is never given up.
    """

    DONE = "done"
    RETRY = "retry"
    WAIT = "wait"
    DEAD = "dead"


@dataclass(frozen=True)
class Intent:
    """Something to do outside the transaction that asked for it.

    ``kind`` names the handler; ``key`` is what the work is idempotent by;
    ``payload`` holds plain JSON values; ``version`` distinguishes this request
    from an earlier one of the same key; ``asked_at`` is in seconds since the
    epoch; ``attempts`` counts the runs that failed before this one.
    """

    kind: str
    key: str
    payload: Mapping[str, object]
    version: str
    asked_at: float
    attempts: int = 0


@dataclass(frozen=True)
class Outcome:
    """What a handler says about one intent; ``reason`` is for the operator."""

    key: str
    state: OutcomeState = OutcomeState.DONE
    reason: str = ""


@dataclass(frozen=True)
class Letter:
    """An intent that waits for another attempt, or that was given up."""

    intent: Intent
    reason: str
    due: float = field(default=0.0)


def wait_seconds(failures: int) -> float:
    """Return how long to wait after ``failures`` failures in a row (1, 2, 3...).

    Doubles from one second to five minutes.
    """
    return float(
        min(FIRST_WAIT_SECONDS * 2 ** min(failures - 1, 20), LONGEST_WAIT_SECONDS)
    )


def shard_number(slot: Slot, shards: int) -> int:
    """Return the shard of ``slot``: the same in every process.

    All requests for one key live in one shard, so their order is known.
    """
    return zlib.crc32("\0".join(slot).encode("utf-8")) % shards


def merge_slot(
    base: Entry | None, committed: Entry | None, mine: Entry | None
) -> Entry | None:
    """Return what one slot holds after two transactions met on it.

    A request newer than what was taken away survives the taking away; of two
    requests the later one wins.
    """
    if mine == base:
        return committed
    if committed == base:
        return mine
    present = [entry for entry in (committed, mine) if entry is not None]
    return max(present, default=None)


def merge_slots(
    base: Mapping[Slot, Entry],
    committed: Mapping[Slot, Entry],
    mine: Mapping[Slot, Entry],
) -> dict[Slot, Entry]:
    """Return the union of two changes made to ``base`` at the same time."""
    merged: dict[Slot, Entry] = {}
    for slot in {**committed, **mine}:
        entry = merge_slot(base.get(slot), committed.get(slot), mine.get(slot))
        if entry is not None:
            merged[slot] = entry
    return merged


def to_intent(slot: Slot, entry: Entry, attempts: int = 0) -> Intent:
    """Return the stored ``entry`` as the value handlers work with."""
    moment, token, asked, payload = entry
    return Intent(
        kind=slot[0],
        key=slot[1],
        payload=json.loads(payload),
        version=f"{moment}-{token}",
        asked_at=asked / 1e9,
        attempts=attempts,
    )
