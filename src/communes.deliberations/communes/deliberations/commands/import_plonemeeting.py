"""``bin/instance run .../commands/import_plonemeeting.py /demo/agents college FOLDER``.

Takes over a PloneMeeting from the answers of its REST services, kept in a folder:
``meetings*.json``, ``items*.json``, ``advices*.json`` and ``annexes/UID``. With
``--dry-run`` nothing is written. Status 0: all is here; 1: some objects are refused,
each told with its reason; 2: there is nothing to import from, or into.
"""

import argparse
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.commands import opened_site
from communes.core.commands import own_arguments
from communes.core.errors.domain import DomainError
from communes.core.importing.domain import Report
from communes.deliberations import api as door
from communes.deliberations.api.plonemeeting import take_over
from communes.deliberations.domain.plonemeeting.answers import read_answers
from pathlib import Path
import sys
import transaction
from typing import Any


class Files(Mapping[str, bytes]):
    """The files of a folder by name, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._names = {one.name: one for one in folder.glob("*") if one.is_file()}

    def __getitem__(self, name: str) -> bytes:
        return self._names[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def main(app: Any, arguments: list[str]) -> int:
    """Take over what ``arguments`` name; return the status of the process."""
    options = _parser().parse_args(arguments)
    if not options.folder.is_dir():
        return _nothing(f"Le dossier {options.folder} n'existe pas.")
    try:
        export = read_answers(Files(options.folder))
        with opened_site(app, options.site) as site:
            report = take_over(
                door.assembly(site, options.assembly),
                export,
                Files(options.folder / "annexes"),
                dry_run=options.dry_run,
                service=options.service,
                kept=lambda _done, _total: transaction.commit(),
            )
    except DomainError as error:
        return _nothing(str(error))
    return _told(report)


def _told(report: Report) -> int:
    for row in report.refused:
        reasons = " ; ".join(str(reason) for reason in row.reasons)
        sys.stderr.write(f"refusé : {row.key} : {reasons}\n")
    words = {"created": "à écrire" if report.dry_run else "écrits"}
    words |= {"unchanged": "déjà ici", "refused": "refusés"}
    counted = (f"{count} {words[fate]}" for fate, count in report.counts.items())
    sys.stdout.write((", ".join(counted) or "rien à importer") + "\n")
    return 1 if report.refused else 0


def _nothing(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="import_plonemeeting", description="Reprend un PloneMeeting."
    )
    parser.add_argument("site", help="chemin du site, par exemple /demo/agents")
    parser.add_argument("assembly", help="identifiant de l'assemblée : college")
    parser.add_argument("folder", type=Path, help="dossier des réponses exportées")
    parser.add_argument("--dry-run", action="store_true", help="vérifier sans écrire")
    parser.add_argument(
        "--service", default="", help="service qui reprend ce qui n'en a pas ici"
    )
    return parser


if __name__ == "__main__":
    # "bin/instance run" binds ``app`` in the namespace of the script.
    sys.exit(main(globals()["app"], own_arguments("import_plonemeeting.py")))
