"""``bin/instance web_take_over /demo/www https://www.ancien.be [--token JWT]``.

Reads another Plone site and tells what becomes of each content. Nothing is written
without ``--write``; killed and run again with ``--resume``, it goes on where it was.
A host of our own network is declared in ``COMMUNES_ASKED_HOSTS``. Status 0: all is or
can be here; 1: some has no home, each told with its reason; 2: it was not read.
"""

import argparse
from communes.core.commands import opened_site
from communes.core.errors.domain import DomainError
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.domain.taking_over.takeover import Takeover
from communes.web.domain.taking_over.takeover import TakeoverState
from communes.web.taking_over import api as door
from communes.web.taking_over.storage import all_takeovers
from communes.web.taking_over.working import work_here
import sys
import transaction
from typing import Any


NAME = "web_take_over"
_MOST = 100_000
_WORDS = {
    RowFate.CREATED: "repris",
    RowFate.UPDATED: "mis à jour",
    RowFate.UNCHANGED: "déjà ici",
    RowFate.PARTLY: "en partie",
    RowFate.REFUSED: "sans équivalent",
}


def main(app: Any, arguments: list[str]) -> int:
    """Take over what ``arguments`` name; return the status of the process."""
    options = _parser().parse_args(arguments)
    try:
        with opened_site(app, options.site) as site:
            takeover = _begun(site, options)
            transaction.commit()
            takeover = work_here(site, takeover.id)
            if options.write and takeover.state is TakeoverState.READY:
                door.prepare_writing(site, takeover.id)
                takeover = work_here(site, takeover.id)
            return _told(door.report(site, takeover.id, most=_MOST))
    except DomainError as error:
        transaction.abort()
        sys.stderr.write(f"{error}\n")
        return 2


def entry_point(app: Any, arguments: list[str]) -> None:
    """Run as a command of ``bin/instance``: what stands before ours is Zope's."""
    own = [one for one in arguments if one != NAME]
    sys.exit(main(app, own))


def _begun(site: Any, options: argparse.Namespace) -> Takeover:
    base = options.base.rstrip("/")
    if options.resume:
        known = [one for one in all_takeovers(site) if one.base == base]
        if known and known[0].state is not TakeoverState.DONE:
            return known[0]
    return door.prepare(site, base, options.place, options.token)


def _told(report: door.TakeoverReport) -> int:
    told = (RowFate.REFUSED, RowFate.PARTLY)
    rows = [row for row in report.rows if row.fate in told]
    for row in rows:
        reasons = " ".join(row.reasons)
        sys.stderr.write(f"{_WORDS[row.fate]} : {row.path} : {reasons}\n")
    counted = (f"{count} {_WORDS[RowFate(fate)]}" for fate, count in
               report.counts.items())  # fmt: skip
    sys.stdout.write((", ".join(counted) or "rien à reprendre") + "\n")
    return 1 if rows else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=NAME, description="Reprend un site Plone.")
    parser.add_argument("site", help="chemin du site, par exemple /demo/www")
    parser.add_argument("base", help="adresse du site à reprendre")
    parser.add_argument("--token", default="", help="clé (JWT) d'un compte de là-bas")
    parser.add_argument("--place", default="", help="UID du dossier qui le reçoit")
    parser.add_argument("--write", action="store_true", help="écrire ; sinon vérifier")
    parser.add_argument("--resume", action="store_true", help="continuer la dernière")
    return parser
