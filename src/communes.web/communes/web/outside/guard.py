"""Connects to public addresses alone, and to what who runs the server declared.

An editor who gives an address has the server ask it: without a guard that is a way to
look at machines only the server reaches. The address that was looked at is the one
that is connected to, whatever a name answers the next time.
"""

from collections.abc import Collection
from communes.web.domain.errors import HostRefused
from http.client import HTTPConnection
from http.client import HTTPSConnection
from ipaddress import ip_address
from ipaddress import IPv6Address
import os
import socket
import ssl
from typing import Any
from urllib.request import build_opener
from urllib.request import HTTPHandler
from urllib.request import HTTPRedirectHandler
from urllib.request import HTTPSHandler
from urllib.request import OpenerDirector
from urllib.request import ProxyHandler


#: Hosts of our own that may be asked, with commas: ``127.0.0.1,ancien.intra``.
DECLARED = "COMMUNES_ASKED_HOSTS"


def declared_hosts() -> frozenset[str]:
    """Return the hosts of our own that who runs the server lets be asked."""
    given = os.environ.get(DECLARED, "")
    return frozenset(one.strip().lower() for one in given.split(",") if one.strip())


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet."""
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        # An IPv4 address can be written inside of one of six.
        inner = found.ipv4_mapped or found.sixtofour
        if inner is not None:
            return is_public(str(inner))
        if found.teredo is not None:
            return False
    return found.is_global and not found.is_multicast


def looked_up(host: str, port: int, declared: Collection[str]) -> list[Any]:
    """Return what a host may be connected at.

    :raises HostRefused: one of its addresses is not public, or it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise HostRefused(field="base", host=host[:100]) from None
    ours = host.lower() in declared
    if not found or not (ours or all(is_public(one[4][0]) for one in found)):
        raise HostRefused(field="base", host=host[:100])
    return found


def connected(host: str, port: int, seconds: float | None) -> socket.socket:
    """Return a connection to one of the addresses of a host.

    :raises HostRefused: see ``looked_up``. :raises OSError: nobody answers.
    """
    problem: OSError | None = None
    for family, kind, protocol, _name, place in looked_up(host, port, declared_hosts()):
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(seconds)
            made.connect(place)
        except OSError as silent:
            made.close()
            problem = silent
        else:
            return made
    raise problem or OSError(host)


class _Plain(HTTPConnection):
    def connect(self) -> None:
        self.sock = connected(self.host, self.port, self.timeout)


class _Sealed(HTTPSConnection):
    def __init__(self, host: str, **given: Any) -> None:
        self._seal = ssl.create_default_context()
        super().__init__(host, context=self._seal, **given)

    def connect(self) -> None:
        bare = connected(self.host, self.port, self.timeout)
        self.sock = self._seal.wrap_socket(bare, server_hostname=self.host)


class _OpenPlain(HTTPHandler):
    def http_open(self, request: Any) -> Any:
        return self.do_open(_Plain, request)


class _OpenSealed(HTTPSHandler):
    def https_open(self, request: Any) -> Any:
        return self.do_open(_Sealed, request)


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: it could lead anywhere."""

    def redirect_request(self, *_given: Any) -> None:
        return None


def opener() -> OpenerDirector:
    """Return what opens http and https addresses, and follows no redirect.

    A proxy of the environment is not used: it would connect in our place.
    """
    return build_opener(ProxyHandler({}), _OpenPlain(), _OpenSealed(), _Stay())
