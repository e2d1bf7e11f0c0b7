"""Make the distribution of a new solution: ``new_solution.py NAME``.

It installs, uninstalls and tests itself as it stands; the ten steps that follow are
in ``docs/how-to/add-a-solution.md``.
"""

import argparse
import keyword
from pathlib import Path
import re
from scaffold import copy_templates
from scaffold import ROOT
from scaffold import ScaffoldError
from scaffold import tell
import sys


NAME = re.compile(r"[a-z]{3,30}")
# House words that say nothing about a trade, or are taken by the house itself.
FORBIDDEN = frozenset({"utils", "helpers", "misc", "common", "manager", "policy"})


def new_solution(name: str, sources: Path) -> list[Path]:
    """Create ``src/communes.<name>`` and return its files.

    ``name`` may be written with or without ``communes.`` in front.

    :raises ScaffoldError: when the name is not one lowercase word, or is taken.
    """
    name = name.removeprefix("communes.")
    refused = name in FORBIDDEN or keyword.iskeyword(name)
    if refused or not NAME.fullmatch(name):
        raise ScaffoldError(
            f"« {name} » ne convient pas comme nom de solution (NAME). Prenez un seul "
            "mot du métier, 3 à 30 lettres minuscules sans accent, par exemple "
            "courrier."
        )
    values = {"name": name, "title": name.capitalize()}
    return copy_templates("solution", sources / f"communes.{name}", values)


def main(arguments: list[str]) -> int:
    """Run the command; return the status of the process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", help="un mot du métier, par exemple courrier")
    parser.add_argument("--sources", type=Path, default=ROOT / "src")
    options = parser.parse_args(arguments)
    try:
        done = new_solution(options.name, options.sources)
    except ScaffoldError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    name = options.name.removeprefix("communes.")
    tell(
        done,
        f"Ajoutez communes.{name} aux œufs de base.cfg, aux murs de .importlinter et à "
        "communes.policy.solutions, puis : make check",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
