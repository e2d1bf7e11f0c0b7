"""``bin/instance run .../commands/apply.py profiles/<slug> [--force]``.

Applies a profile, commits, and prints what was done. Where the environment names a
data folder (``COMMUNES_VAR``), the sites and the demonstration accounts are recorded
there for who starts the house.
"""

import argparse
from communes.core.errors.domain import DomainError
from communes.core.settings.domain import InvalidSettings
from communes.policy.api import apply
from communes.policy.domain.report import Report
from dataclasses import asdict
import json
import os
from pathlib import Path
import sys
from Testing.makerequest import makerequest
import transaction
from typing import Any
from zope.globalrequest import setRequest


def main(app: Any, arguments: list[str]) -> int:
    """Apply the profile named in ``arguments``; return the status of the process."""
    parser = argparse.ArgumentParser(
        prog="apply", description="Applique le profil d'une commune à ses sites."
    )
    parser.add_argument("profile", type=Path, help="dossier, par exemple profiles/demo")
    parser.add_argument(
        "--force",
        action="store_true",
        help="le fichier l'emporte sur ce qui a été changé sur les sites",
    )
    options = parser.parse_args(arguments)
    if getattr(app, "REQUEST", None) is None or isinstance(app.REQUEST, str):
        app = makerequest(app)
    setRequest(app.REQUEST)
    try:
        report = apply(app, options.profile, force=options.force)
    except DomainError as error:
        transaction.abort()
        sys.stderr.write("\n".join(_refusal(error)) + "\n")
        return 1
    transaction.commit()
    sys.stdout.write("\n".join(report.lines()) + "\n")
    record(report, options.profile.resolve().name, os.environ.get("COMMUNES_VAR"))
    return 0


def record(report: Report, profile: str, var: str | None) -> Path | None:
    """Write ``accounts-<profile>.json`` into ``var``: the sites, and who one may be."""
    if not var:
        return None
    target = Path(var) / f"accounts-{profile}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    found = {
        "sites": report.sites,
        "accounts": [asdict(account) for account in report.accounts],
    }
    text = json.dumps(found, ensure_ascii=False, indent=2)
    target.write_text(f"{text}\n", encoding="utf-8")
    return target


def _refusal(error: DomainError) -> list[str]:
    if isinstance(error, InvalidSettings):
        where = error.values["where"]
        return [f"{where} : {problem}" for problem in error.problems]
    return [str(error)]


if __name__ == "__main__":
    # "bin/instance run" binds ``app`` in the namespace of the script, and leaves what
    # it was called with in front of its name.
    names = [Path(word).name for word in sys.argv]
    own = names.index("apply.py")
    sys.exit(main(globals()["app"], sys.argv[own + 1 :]))
