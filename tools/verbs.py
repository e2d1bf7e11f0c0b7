"""Print the verbs of the Makefile with what each does (``make help``)."""

from pathlib import Path
import re
import sys


def verbs(makefile: str) -> list[tuple[str, str]]:
    """Return (verb, help) for every target that has a ``##`` line, in order."""
    found = re.findall(r"^([a-z%][\w%-]*):[^#\n]*## (.+)$", makefile, re.MULTILINE)
    return [(name.replace("%", "<solution>"), text) for name, text in found]


if __name__ == "__main__":
    for name, text in verbs(Path(sys.argv[1]).read_text(encoding="utf-8")):
        print(f"  make {name:<18} {text}")
