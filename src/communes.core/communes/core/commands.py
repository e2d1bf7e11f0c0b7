"""What an operator runs beside the web begins in a site, with a request of its own."""

from collections.abc import Iterator
from communes.core.errors.domain import Missing
from contextlib import contextmanager
from pathlib import Path
from plone import api
import sys
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


class NoSuchSite(Missing):
    """Cause: the path names no site. Cure: write it as « /demo/agents »."""

    code = "no_such_site"
    template = "Il n'y a pas de site ${path}."


@contextmanager
def opened_site(app: Any, path: str) -> Iterator[Any]:
    """Run a command in the site at ``path``, as who may do everything there.

    The transaction is the caller's: what is to be kept must be committed.

    :raises NoSuchSite: there is none at that path.
    """
    if getattr(app, "REQUEST", None) is None or isinstance(app.REQUEST, str):
        app = makerequest(app)
    setRequest(app.REQUEST)
    site = app.unrestrictedTraverse(path.lstrip("/"), None)
    if site is None:
        raise NoSuchSite(path=path)
    setSite(site)
    with api.env.adopt_roles(["Manager"]):
        yield site


def own_arguments(script: str) -> list[str]:
    """Return what follows the name of a script run by ``bin/instance run``.

    Zope leaves what it was called with in front of that name.
    """
    names = [Path(word).name for word in sys.argv]
    return sys.argv[names.index(script) + 1 :]
