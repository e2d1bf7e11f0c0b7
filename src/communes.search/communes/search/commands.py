"""Commands of an operator: ``bin/instance search_reindex /demo/agents``."""

from communes.search.indexing.reindex import reindex
import sys
from typing import Any
from zope.component.hooks import setSite


def search_reindex(app: Any, args: Any) -> None:
    """Send a whole site to Solr again, telling how far it is.

    :param args: the path of the site, last on the command line.
    """
    words = args if isinstance(args, (list, tuple)) else str(args or "").split()
    if not words:
        sys.exit("Donnez le chemin du site, par exemple /demo/agents.")
    site = app.unrestrictedTraverse(words[-1].lstrip("/"), None)
    if site is None:
        sys.exit(f"Il n'y a pas de site {words[-1]}.")
    setSite(site)
    report = reindex(site, lambda line: print(line, flush=True))
    print(f"{report.sent} objets indexés en {report.seconds:.0f} s.", flush=True)
    for path in report.failed:
        print(f"Non indexé, voir le journal : {path}", file=sys.stderr)
    if report.failed:
        sys.exit(1)
