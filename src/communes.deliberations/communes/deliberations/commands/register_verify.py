"""``bin/instance deliberations_register_verify /demo/agents [organ] [--json]``.

Verifies the registers of a site: chain, numbers, files. Status 0: they hold; 1: they
do not, each fault named; 2: there is no such site or organ.
"""

import argparse
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.register import Verification
from communes.deliberations.api.register import verify_register
from communes.deliberations.domain.register.entry import RegisterKind
from dataclasses import asdict
import json
from plone import api
import sys
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


def main(app: Any, arguments: list[str]) -> int:
    """Verify what ``arguments`` name; return the status of the process."""
    options = _parser().parse_args(arguments)
    if getattr(app, "REQUEST", None) is None or isinstance(app.REQUEST, str):
        app = makerequest(app)
    setRequest(app.REQUEST)
    site = app.unrestrictedTraverse(options.site.lstrip("/"), None)
    if site is None:
        return _unknown(f"Il n'y a pas de site {options.site}.")
    setSite(site)
    with api.env.adopt_roles(["Manager"]):
        organs = [
            one for one in assemblies(site) if options.organ in (None, one.getId())
        ]
        if not organs:
            return _unknown(f"Il n'y a pas d'assemblée {options.organ or ''} ici.")
        found = [
            (one.getId(), verify_register(one, kind.value))
            for one in organs
            for kind in RegisterKind
        ]
    told = _as_json(found) if options.json else _as_words(found)
    sys.stdout.write(told + "\n")
    return 0 if all(one.holds for _organ, one in found) else 1


def entry_point(app: Any, arguments: list[str]) -> None:
    """Run as a command of ``bin/instance``: what stands before ours is Zope's."""
    own = [one for one in arguments if one != "deliberations_register_verify"]
    sys.exit(main(app, own))


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
        state = "intact" if one.holds else f"{len(one.faults)} défaut(s)"
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
