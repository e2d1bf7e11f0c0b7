"""``bin/instance run .../commands/import_plonemeeting.py /demo/agents college FOLDER``.

Takes over a PloneMeeting from the answers of its REST services, kept in a folder:
``meetings*.json``, ``items*.json``, ``advices*.json`` and ``annexes/UID``. With
``--dry-run`` nothing is written. Status 0: all is here; 1: some objects are refused,
each told with its reason; 2: there is nothing to import from, or into.
"""

import argparse
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.errors.domain import DomainError
from communes.core.importing.domain import Report
from communes.deliberations import api as door
from communes.deliberations.api.plonemeeting import take_over
from communes.deliberations.domain.plonemeeting.reading import Export
import json
from pathlib import Path
from plone import api
import sys
from Testing.makerequest import makerequest
import transaction
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


KINDS = ("meetings", "items", "advices")


class Unreadable(Exception):
    """A file of the folder is no answer of the services; says which and why."""


class Files(Mapping[str, bytes]):
    """The files of the annexes by UID, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._names = {one.name: one for one in folder.glob("*") if one.is_file()}

    def __getitem__(self, uid: str) -> bytes:
        return self._names[uid].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_folder(folder: Path) -> Export:
    """Return the objects of all the answers in a folder.

    :raises Unreadable: a file is no JSON, or has no list of ``items``.
    """
    return Export(**{kind: list(_objects(folder, kind)) for kind in KINDS})


def _objects(folder: Path, kind: str) -> Iterator[object]:
    for path in sorted(folder.glob(f"{kind}*.json")):
        try:
            answer = json.loads(path.read_bytes())
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"{path.name} n'est pas du JSON : {error}") from None
        found = answer.get("items") if isinstance(answer, dict) else answer
        if not isinstance(found, list):
            raise Unreadable(f"{path.name} n'a pas de liste « items ».")
        yield from found


def main(app: Any, arguments: list[str]) -> int:
    """Take over what ``arguments`` name; return the status of the process."""
    options = _parser().parse_args(arguments)
    if getattr(app, "REQUEST", None) is None or isinstance(app.REQUEST, str):
        app = makerequest(app)
    setRequest(app.REQUEST)
    site = app.unrestrictedTraverse(options.site.lstrip("/"), None)
    if site is None:
        return _nothing(f"Il n'y a pas de site {options.site}.")
    if not options.folder.is_dir():
        return _nothing(f"Le dossier {options.folder} n'existe pas.")
    setSite(site)
    try:
        export = read_folder(options.folder)
    except Unreadable as error:
        return _nothing(str(error))
    with api.env.adopt_roles(["Manager"]):
        try:
            assembly = door.assembly(site, options.assembly)
        except DomainError as error:
            return _nothing(str(error))
        report = take_over(
            assembly,
            export,
            Files(options.folder / "annexes"),
            dry_run=options.dry_run,
            service=options.service,
            kept=transaction.commit,
        )
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
    # "bin/instance run" binds ``app`` in the namespace of the script, and leaves what
    # it was called with in front of its name.
    names = [Path(word).name for word in sys.argv]
    own = names.index("import_plonemeeting.py")
    sys.exit(main(globals()["app"], sys.argv[own + 1 :]))
