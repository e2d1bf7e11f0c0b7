"""A process that has begun a letter, and waits to be killed.

``python -m communes.core.mailing.tests.leaving <folder>``
"""

from communes.core.jobs.sqlite import SqliteFile
from communes.core.mailing.domain.letter import as_payload
from communes.core.mailing.domain.letter import Letter
from communes.core.mailing.log import Log
from communes.core.mailing.log import SCHEMA
from pathlib import Path
import sys


def main(folder: Path) -> None:
    """Begin the letter « 1 » of the site ``/plone``, say so, and wait."""
    folder.mkdir(exist_ok=True)
    log = Log(SqliteFile(folder / "letters.sqlite", SCHEMA), "/plone")
    log.begin(as_payload(Letter("1", "l", "a@exemple.be", "s", "t")), "<1@x>")
    print("leaving", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
