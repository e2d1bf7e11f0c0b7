"""``bin/instance deliberations_register_verify /demo/agents [organ] [--json]``.

Verifies the registers of a site: chain, numbers, files. Status 0: they hold; 1: they
do not, each fault named; 2: there is no such site or organ.
"""

import argparse
from communes.core.commands import NoSuchSite
from communes.core.commands import opened_site
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.register import Verification
from communes.deliberations.api.register import verify_register
from communes.deliberations.domain.register.entry import RegisterKind
from dataclasses import asdict
import json
import sys
from typing import Any


def main(app: Any, arguments: list[str]) -> int:
    """Verify what ``arguments`` name; return the status of the process."""
    options = _parser().parse_args(arguments)
    try:
        with opened_site(app, options.site) as site:
            found = _verified(site, options.organ)
    except NoSuchSite as error:
        return _unknown(str(error))
    if not found:
        return _unknown(f"Il n'y a pas d'assemblée {options.organ or ''} ici.")
    told = _as_json(found) if options.json else _as_words(found)
    sys.stdout.write(told + "\n")
    return 0 if all(one.holds for _organ, one in found) else 1


def entry_point(app: Any, arguments: list[str]) -> None:
    """Run as a command of ``bin/instance``: what stands before ours is Zope's."""
    own = [one for one in arguments if one != "deliberations_register_verify"]
    sys.exit(main(app, own))


def _verified(site: Any, organ: str | None) -> list[tuple[str, Verification]]:
    return [
        (one.getId(), verify_register(one, kind.value))
        for one in assemblies(site)
        if organ in (None, one.getId())
        for kind in RegisterKind
    ]


def _as_json(found: list[tuple[str, Verification]]) -> str:
    rows = [
        {
            "organ": organ,
            "register": one.kind,
            "holds": one.holds,
            "entries": one.entries,
            "notes": one.notes,
            "last_seal": one.last_seal,
            "faults": [
                {**asdict(fault), "message": str(fault)} for fault in one.faults
            ],
        }
        for organ, one in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_words(found: list[tuple[str, Verification]]) -> str:
    lines = []
    for organ, one in found:
        state = "intact" if one.holds else f"défauts : {len(one.faults)}"
        lines.append(
            f"{organ}, {one.kind} : {one.entries} inscriptions, "
            f"{one.notes} mentions marginales, {state}, repère {one.last_seal or '-'}"
        )
        lines += [f"  {fault}" for fault in one.faults]
    return "\n".join(lines)


def _unknown(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deliberations_register_verify",
        description="Vérifie les registres : chaînage, numéros, fichiers.",
    )
    parser.add_argument("site", help="chemin du site, par exemple /demo/agents")
    parser.add_argument("organ", nargs="?", help="une seule assemblée")
    parser.add_argument("--json", action="store_true", help="en JSON")
    return parser
