"""What the child processes of the tests run: append entries until told or killed."""

from communes.core.journal.domain import Entry
from communes.core.journal.store import JournalStore
from pathlib import Path
import sys


def entry(actor: str, number: int) -> Entry:
    """Return the ``number``-th entry of ``actor``."""
    return Entry(
        at=f"2024-05-22T20:00:00.{number:06d}+00:00",
        actor=actor,
        action="item.read",
        target=f"/valmont/agents/deliberations/{number}",
        target_uid=f"uid-{number}",
        details={"number": number, "séance": "huis clos"},
        origin=f"{actor}-{number}",
    )


def append(path: str, actor: str, count: str) -> None:
    """Append ``count`` entries one by one, saying so after each."""
    store = JournalStore(Path(path))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(count)):
        store.append([entry(actor, number)])
        print(number, flush=True)


if __name__ == "__main__":
    append(*sys.argv[1:])
