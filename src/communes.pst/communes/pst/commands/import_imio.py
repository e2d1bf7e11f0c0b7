"""``bin/instance pst_import_imio /demo/agents pst-2024-2030 FILE [--names FILE]``.

Takes over the export of an imio.project.pst (its project space as plone.restapi gives
it with ``fullobjects``). ``--names`` is a TOML file with the tables ``[services]`` and
``[people]``: id there = id here, empty for what is left out. Nothing is written without
``--write``; a second run adds what the first did not. Status 0: all is or can be here;
1: objects are refused, each told with its reason; 2: there is nothing to read.
"""

import argparse
from collections.abc import Mapping
from communes.core.commands import opened_site
from communes.core.commands import own_arguments
from communes.core.errors.domain import DomainError
from communes.core.importing.domain import ImportRefused
from communes.core.importing.domain import Report
from communes.core.importing.domain import Row
from communes.pst.api.carrying import import_imio
from communes.pst.api.carrying import read_names
from communes.pst.api.plan import plan
from pathlib import Path
import sys
import transaction
from typing import Any


def main(app: Any, arguments: list[str]) -> int:
    """Take over what ``arguments`` name; return the status of the process."""
    options = _parser().parse_args(arguments)
    try:
        data, names = options.export.read_bytes(), _names(options.names)
        with opened_site(app, options.site) as site:
            target = plan(site, options.plan)
            report = import_imio(target, data, names, dry_run=not options.write)
            transaction.commit()
    except ImportRefused as error:
        transaction.abort()
        return _told(error.report.refused, error.report)
    except (DomainError, OSError) as error:
        transaction.abort()
        sys.stderr.write(f"{error}\n")
        return 2
    return _told(report.refused, report)


def entry_point(app: Any, arguments: list[str]) -> None:
    """Run as a command of ``bin/instance``: what stands before ours is Zope's."""
    own = [one for one in arguments if one != "pst_import_imio"]
    sys.exit(main(app, own))


def _names(path: Path | None) -> Mapping[str, Any]:
    return {} if path is None else read_names(path.read_bytes())


def _told(refused: tuple[Row, ...], report: Report) -> int:
    for row in refused:
        reasons = " ; ".join(str(reason) for reason in row.reasons)
        sys.stderr.write(f"refusé : {row.key} : {reasons}\n")
    words = {
        "created": "écrits" if report.written else "à écrire",
        "unchanged": "déjà ici",
        "refused": "refusés",
    }
    counted = (f"{count} {words[fate]}" for fate, count in report.counts.items())
    sys.stdout.write((", ".join(counted) or "rien à importer") + "\n")
    return 1 if refused else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pst_import_imio", description="Reprend un programme d'imio.project.pst."
    )
    parser.add_argument("site", help="chemin du site, par exemple /demo/agents")
    parser.add_argument("plan", help="identifiant du programme qui le reçoit")
    parser.add_argument("export", type=Path, help="export JSON de l'espace de projets")
    parser.add_argument("--names", type=Path, help="TOML : services et personnes")
    parser.add_argument("--write", action="store_true", help="écrire ; sinon vérifier")
    return parser


if __name__ == "__main__":
    # "bin/instance run" binds ``app`` in the namespace of the script.
    sys.exit(main(globals()["app"], own_arguments("import_imio.py")))
