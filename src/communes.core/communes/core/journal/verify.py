"""Command for the operator: does the chain of a journal hold, and where is it broken?

``python -m communes.core.journal.verify <file> [<number>:<seal>]``
"""

import argparse
from communes.core.journal.store import JournalStore
from pathlib import Path
import sys


def _anchor(text: str) -> tuple[int, str]:
    number, _colon, seal = text.partition(":")
    return int(number), seal


def main(arguments: list[str] | None = None) -> int:
    """Return 0 and print the anchor to note, or 1 and name the first broken entry.

    Returns 2 when the file does not exist.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="journal of a commune")
    parser.add_argument("anchor", nargs="?", type=_anchor, help="number:seal")
    options = parser.parse_args(arguments)
    if not options.file.is_file():
        print(f"{options.file}: ce fichier n'existe pas", file=sys.stderr)
        return 2
    store = JournalStore(options.file)
    broken = store.verify(options.anchor)
    number, seal = store.head()
    if broken is None:
        print(f"{options.file}: {number} inscriptions intactes, repère {number}:{seal}")
        return 0
    print(f"{options.file}: inscription {broken.number}: {broken.reason}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
