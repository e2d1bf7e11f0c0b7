"""A queue in the object database that concurrent transactions never fight over.

Writers of several processes may change the same shard at the same time: its
state is made of plain values, so the database merges the two changes instead
of refusing the second. A shard is never large: what exceeds a page moves to
pages of their own, written once and taken away whole.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from communes.core.jobs.domain import Entry
from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import merge_slots
from communes.core.jobs.domain import shard_number
from communes.core.jobs.domain import Slot
from communes.core.jobs.domain import to_intent
from communes.core.jobs.errors import PayloadRefused
from communes.core.jobs.recent import Recent
from communes.core.jobs.shelf import Shelf
import json
from persistent import Persistent


SHARDS = 16
PAGE_ENTRIES = 64
PAGE_BYTES = 64 * 1024
PAYLOAD_BYTES = 32 * 1024

# (generation, token or "", kind): sorts in the order the pages were filled.
PageId = tuple[int, str, str]


class Page(Persistent):
    """Requests that no longer fit in the head of their shard; never changed."""

    def __init__(self, entries: dict[Slot, Entry]) -> None:
        self.entries = entries


class Shard(Persistent):
    """The requests whose key falls here: a head, and pages when nobody drains.

    ``pages`` maps a page id to ``(count, oldest request, page)``. A page made
    of requests committed earlier has an empty token: two transactions that
    turn the same page name it alike, and one of the two is kept.
    """

    def __init__(self) -> None:
        self.head: dict[Slot, Entry] = {}
        self.pages: dict[PageId, tuple[int, int, Page]] = {}
        self.generation = 0

    def put(self, slot: Slot, moment: int, token: str, payload: str) -> None:
        """Ask for ``slot``; replaces an earlier request still in the head."""
        earlier = self.head.get(slot)
        asked = moment
        if earlier is not None:
            moment = max(moment, earlier[0] + 1)
            asked = earlier[2]
        head = {**self.head, slot: (moment, token, asked, payload)}
        self.head = self._turned(head, token) if _full(head) else head

    def _turned(self, head: dict[Slot, Entry], token: str) -> dict[Slot, Entry]:
        mine = {slot: entry for slot, entry in head.items() if entry[1] == token}
        others = {slot: entry for slot, entry in head.items() if entry[1] != token}
        if others:
            self._add_pages(others, "")
        if _full(mine):
            self._add_pages(mine, token)
            return {}
        return mine

    def _add_pages(self, entries: dict[Slot, Entry], token: str) -> None:
        pages = dict(self.pages)
        for kind in {kind for kind, _key in entries}:
            chosen = {slot: each for slot, each in entries.items() if slot[0] == kind}
            oldest = min(entry[2] for entry in chosen.values())
            page_id = (self.generation, token, kind)
            pages[page_id] = (len(chosen), oldest, Page(chosen))
        self.pages = pages
        self.generation += 1

    def take(self, kind: str, limit: int) -> dict[Slot, Entry]:
        """Take about ``limit`` requests of ``kind`` away, the latest of each key."""
        taken: dict[Slot, Entry] = {}
        for page_id in sorted(page_id for page_id in self.pages if page_id[2] == kind):
            if len(taken) >= limit:
                return taken
            taken.update(self.pages[page_id][2].entries)
            self.pages = {
                each: page for each, page in self.pages.items() if each != page_id
            }
        ready = [slot for slot in self.head if slot[0] == kind]
        ready.sort(key=self.head.__getitem__)
        chosen = ready[: max(limit - len(taken), 0)]
        taken.update((slot, self.head[slot]) for slot in chosen)
        if chosen:
            gone = set(chosen)
            self.head = {
                slot: entry for slot, entry in self.head.items() if slot not in gone
            }
        return taken

    def counts(self) -> Iterator[tuple[str, int, int]]:
        """Yield ``(kind, count, oldest request)`` without loading any page."""
        for page_id, (count, oldest, _page) in self.pages.items():
            yield page_id[2], count, oldest
        for slot, entry in self.head.items():
            yield slot[0], 1, entry[2]

    def slots(self, kind: str) -> Iterator[Slot]:
        """Yield what is asked for of ``kind``; loads its pages."""
        yield from (slot for slot in self.head if slot[0] == kind)
        for page_id, (_count, _oldest, page) in self.pages.items():
            if page_id[2] == kind:
                yield from page.entries

    def _p_resolveConflict(  # noqa: N802 - the name is the database's
        self, base: dict, committed: dict, mine: dict
    ) -> dict:
        merged = dict(committed)
        merged["head"] = merge_slots(base["head"], committed["head"], mine["head"])
        merged["generation"] = max(committed["generation"], mine["generation"])
        merged["pages"] = _merge_pages(base, committed, mine)
        return merged


def _full(head: dict[Slot, Entry]) -> bool:
    if len(head) > PAGE_ENTRIES:
        return True
    return (
        sum(len(entry[3]) + len(slot[1]) for slot, entry in head.items()) > PAGE_BYTES
    )


def _merge_pages(base: dict, committed: dict, mine: dict) -> dict:
    """Unite two sets of pages by their ids; what they hold is only a reference here."""
    pages = {
        page_id: page
        for page_id, page in committed["pages"].items()
        if page_id in mine["pages"] or page_id not in base["pages"]
    }
    for page_id, page in mine["pages"].items():
        generation, token, _kind = page_id
        # A page without token repeats what was in the head before: if the
        # other side turned that page too, its copy is the one that counts.
        turned_by_other = not token and committed["generation"] > generation
        if page_id not in base["pages"] and not turned_by_other:
            pages[page_id] = page
    return pages


class IntentQueue(Persistent):
    """The intents of one site. Written once: everything that moves is below it."""

    # Made by the worker when something is first done that shows later.
    recent: Recent | None = None

    def __init__(self) -> None:
        self.shards = tuple(Shard() for _number in range(SHARDS))
        self.shelf = Shelf()

    def put(self, kind: str, key: str, payload: dict, moment: int, token: str) -> None:
        """Ask for one thing in the current transaction.

        :param moment: nanoseconds since the epoch.
        :param token: names the transaction; the same for all it asks for.
        :raises PayloadRefused: when ``payload`` is not plain JSON or too large.
        """
        try:
            text = json.dumps(payload, ensure_ascii=False, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise PayloadRefused(kind=kind, problem=str(error)) from error
        if len(text) > PAYLOAD_BYTES:
            raise PayloadRefused(kind=kind, problem=f"{len(text)} > {PAYLOAD_BYTES}")
        slot = (kind, key)
        self.shards[shard_number(slot, SHARDS)].put(slot, moment, token, text)

    def note_done(
        self, kind: str, keys: Iterable[str], until: float, now: float
    ) -> None:
        """Keep ``keys``, which were done, until what they did shows."""
        if self.recent is None:
            self.recent = Recent()
        self.recent.put(kind, keys, until, now)

    def done_lately(self, kind: str, now: float) -> set[str]:
        """Return the keys of ``kind`` that were done and may not show yet."""
        return set() if self.recent is None else self.recent.keys(kind, now)

    def kinds(self) -> set[str]:
        """Return the kinds that have something to do, the shelf left aside."""
        return {kind for shard in self.shards for kind, _count, _age in shard.counts()}

    def take(self, kind: str, limit: int) -> list[Intent]:
        """Take about ``limit`` intents of ``kind`` away; an abort brings them back.

        Each key comes once, with its latest payload. At most ``limit`` plus one
        page of them is loaded.
        """
        taken: dict[Slot, Entry] = {}
        waiting = [
            (min(ages), number)
            for number, shard in enumerate(self.shards)
            if (ages := [age for each, _n, age in shard.counts() if each == kind])
        ]
        for _age, number in sorted(waiting):
            if len(taken) >= limit:
                break
            taken.update(self.shards[number].take(kind, limit - len(taken)))
        ordered = sorted(taken.items(), key=lambda item: item[1])
        return [to_intent(slot, entry) for slot, entry in ordered]

    def pending(self, kind: str | None = None) -> int:
        """Return how many requests are to do, those on the shelf included."""
        fresh = sum(
            count
            for shard in self.shards
            for each, count, _age in shard.counts()
            if kind in (None, each)
        )
        return fresh + self.shelf.waiting(kind)

    def oldest(self) -> float | None:
        """Return when the oldest request was made, in seconds since the epoch."""
        ages = [age / 1e9 for shard in self.shards for _k, _n, age in shard.counts()]
        shelved = self.shelf.oldest()
        if shelved is not None:
            ages.append(shelved)
        return min(ages, default=None)

    def keys(self, kind: str) -> set[str]:
        """Return the keys of all requests of ``kind``, given up or not.

        Loads every page of the kind: ask ``pending`` first.
        """
        fresh = {key for shard in self.shards for _kind, key in shard.slots(kind)}
        return fresh | self.shelf.keys(kind)
