"""The command of an operator: ``bin/instance search_sweep /demo/agents --report``."""

from communes.search.clients.errors import SolrError
from communes.search.convergence.api import sweep
from communes.search.convergence.domain import Drift
from communes.search.convergence.sweeping import TooMuchToSend
import sys
from typing import Any
from zope.component.hooks import setSite


REPORT = "--report"


def search_sweep(app: Any, args: Any) -> None:
    """Compare a site with its index, and have what differs sent again.

    Ends with 1 when something differed, with 2 when it could not be compared.

    :param args: the path of the site; ``--report`` beside it to change nothing.
    """
    words = args if isinstance(args, (list, tuple)) else str(args or "").split()
    paths = [word for word in words if word.startswith("/")]
    if not paths:
        sys.exit("Donnez le chemin du site, par exemple /demo/agents.")
    site = app.unrestrictedTraverse(paths[-1].lstrip("/"), None)
    if site is None:
        sys.exit(f"Il n'y a pas de site {paths[-1]}.")
    setSite(site)
    try:
        found = sweep(site, repair=REPORT not in words, say=_say)
    except SolrError as error:
        print(f"Solr ne répond pas, rien n'est comparé : {error}", file=sys.stderr)
        sys.exit(2)
    except TooMuchToSend:
        print("Des milliers d'envois attendent : attendez leur fin.", file=sys.stderr)
        sys.exit(2)
    print(sentence(found), flush=True)
    if found.total:
        sys.exit(1)


def _say(checked: int) -> None:
    print(f"{checked} objets comparés", flush=True)


def sentence(found: Drift) -> str:
    """Return what a sweep found, for an operator."""
    return (
        f"{found.checked} objets comparés en {found.seconds:.0f} s : "
        f"{found.missing} absents de l'index, {found.stale} dépassés, "
        f"{found.orphaned} en trop, {found.wrong_rights} aux droits faux ; "
        f"{found.waiting} attendent leur envoi ; {found.repaired} envoyés de nouveau."
    )
