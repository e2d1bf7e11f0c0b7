"""``bin/instance run .../commands/import_meeting.py /demo/agents meeting.json``.

Brings a meeting held elsewhere into a site: ``--dry-run`` tells what would be written.
Every fault is told with its row, and then nothing is written.
"""

import argparse
from collections.abc import Iterator
from communes.core.commands import NoSuchSite
from communes.core.commands import opened_site
from communes.core.commands import own_arguments
from communes.core.errors.domain import DomainError
from communes.deliberations import api as door
from communes.deliberations.domain.importing.plan import ImportReport
from pathlib import Path
import sys
import transaction
from typing import Any


def main(app: Any, arguments: list[str]) -> int:
    """Import the file named in ``arguments``; return the status of the process."""
    options = _parser().parse_args(arguments)
    try:
        with opened_site(app, options.site) as site:
            if not options.file.is_file():
                return _refused([f"Le fichier {options.file} n'existe pas."])
            return _import(site, options.file.read_bytes(), options)
    except NoSuchSite as error:
        return _refused([str(error)])


def _import(site: Any, text: bytes, options: argparse.Namespace) -> int:
    try:
        report = door.dry_run(site, text)
        if report.plan is None:
            return _refused(list(_faults(report)))
        sys.stdout.write("\n".join(_told(report)) + "\n")
        if not options.dry_run:
            meeting = door.import_meeting(site, text, options.service)
            transaction.commit()
            sys.stdout.write(f"Écrit : {'/'.join(meeting.getPhysicalPath())}\n")
    except DomainError as error:
        return _refused([str(error)])
    return 0


def _told(report: ImportReport) -> Iterator[str]:
    plan = report.plan
    yield f"{plan.assembly}, séance du {plan.day:%d/%m/%Y}"
    yield f"{len(plan.seats)} sièges, {len(plan.voters)} votants présents"
    yield f"{len(plan.items)} points, dont {len(plan.urgent_items)} urgents"


def _faults(report: ImportReport) -> Iterator[str]:
    for fault in report.faults:
        where = ", ".join(part for part in (fault.row, fault.field) if part)
        yield f"{where} : {fault.reason}"
    yield "L'import est refusé, rien n'a été écrit."


def _refused(lines: list[str]) -> int:
    transaction.abort()
    sys.stderr.write("\n".join(lines) + "\n")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="import_meeting", description="Importe une séance tenue ailleurs."
    )
    parser.add_argument("site", help="chemin du site, par exemple /demo/agents")
    parser.add_argument("file", type=Path, help="la séance, en JSON")
    parser.add_argument("--dry-run", action="store_true", help="vérifier sans écrire")
    parser.add_argument("--service", help="service qui apporte les points")
    return parser


if __name__ == "__main__":
    # "bin/instance run" binds ``app`` in the namespace of the script.
    sys.exit(main(globals()["app"], own_arguments("import_meeting.py")))
