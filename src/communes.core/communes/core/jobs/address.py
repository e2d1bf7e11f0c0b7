"""The address people know a site by, for what is written while nobody asks."""

from plone.registry.interfaces import IRegistry
from typing import Any
from urllib.parse import urlsplit
from zope.component import queryUtility


#: Registry record: « https://agents.valmont.be », without a slash at its end.
ADDRESS = "communes.core.address"
_PORTS = {"https": 443, "http": 80}


def serve_at(request: Any, site: Any) -> None:
    """Have the addresses made with ``request`` be those people open the site at.

    A worker is asked by nobody: only the site can say where it is served. Without the
    record, addresses name the inside of the machine.

    :param site: the site in use.
    """
    registry = queryUtility(IRegistry)
    address = registry.get(ADDRESS) if registry is not None else None
    if not address:
        return
    parts = urlsplit(address)
    request.setServerURL(
        parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
    )
    parents = request["PARENTS"]
    request["PARENTS"] = [site]
    request.setVirtualRoot(parts.path)
    request["PARENTS"] = parents
