"""Commands of an operator: ``bin/instance search_reindex /demo/agents``."""

from communes.search.convergence.api import sweep
from communes.search.convergence.sweeping import TooMuchToSend
from communes.search.reindexing.api import reindex
import os
import subprocess
import sys
from typing import Any
from zope.component.hooks import setSite


PROCESSES = "--processes="
# Set in the processes that another one has started to help it.
HELPER_VARIABLE = "COMMUNES_SEARCH_HELPER"


def search_reindex(app: Any, args: Any) -> None:
    """Make the index of a whole site anew, telling how far it is.

    Given again after it was stopped, it goes on where it was.

    :param args: the path of the site, last on the command line; before it
        ``--processes=2`` to have so many work together.
    """
    words = args if isinstance(args, (list, tuple)) else str(args or "").split()
    site = _site(app, words)
    helpers = _helpers(words)
    try:
        report = reindex(site, lambda line: print(line, flush=True))
    finally:
        for helper in helpers:
            helper.wait()
    print(f"{report.sent} objets indexés en {report.seconds:.0f} s.", flush=True)
    if report.switched:
        _sweep(site)
    for path in report.failed:
        print(f"Non indexé, voir le journal : {path}", file=sys.stderr)
    if report.failed:
        sys.exit(1)


def _sweep(site: Any) -> None:
    """Compare the new index with the database, object by object."""
    try:
        found = sweep(site)
    except TooMuchToSend as error:
        print(f"Pas de balayage : {error}", file=sys.stderr)
    else:
        print(
            f"Balayage : {found.checked} objets comparés, {found.total} différences, "
            f"{found.repaired} redemandées.",
            flush=True,
        )


def _site(app: Any, words: Any) -> Any:
    if not words or words[-1].startswith("--"):
        sys.exit("Donnez le chemin du site, par exemple /demo/agents.")
    site = app.unrestrictedTraverse(words[-1].lstrip("/"), None)
    if site is None:
        sys.exit(f"Il n'y a pas de site {words[-1]}.")
    setSite(site)
    return site


def _helpers(words: Any) -> list["subprocess.Popen[bytes]"]:
    """Start this same command again, to share the work, as often as was asked."""
    asked = [word.removeprefix(PROCESSES) for word in words if PROCESSES in word]
    if not asked or os.environ.get(HELPER_VARIABLE):
        return []
    if not asked[-1].isdigit() or not 1 <= int(asked[-1]) <= 32:
        sys.exit(f"{PROCESSES}{asked[-1]} : un nombre de 1 à 32 est attendu.")
    return [
        # Nothing of the words of a person: the same words once more.
        subprocess.Popen(  # noqa: S603
            sys.orig_argv,
            env={**os.environ, HELPER_VARIABLE: "1"},
            stdout=subprocess.DEVNULL,
        )
        for _helper in range(int(asked[-1]) - 1)
    ]
