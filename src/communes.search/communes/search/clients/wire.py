"""One HTTP talk that ends in its time, whatever the other side does."""

from collections.abc import Mapping
from communes.search.clients.errors import SolrSilent
from communes.search.clients.errors import SolrTimedOut
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from http.client import HTTPException
from io import BufferedReader
from io import RawIOBase
import socket
import ssl
import time
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Deadline:
    """A moment of the steady clock by which a talk is over."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """Return the deadline that many seconds from now."""
        return cls(time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds that remain, never zero.

        :raises TimeoutError: none does.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError("the talk did not end in time")
        return left


def talk(
    method: str,
    url: str,
    body: bytes | None,
    headers: Mapping[str, str],
    seconds: float,
) -> tuple[int, bytes]:
    """Return status and body of the answer to one request.

    Everything counts: each address tried, what is sent, a header or a body that
    drips in byte by byte. Nothing is followed, nothing kept open.

    :raises SolrTimedOut: it was not over after ``seconds``.
    :raises SolrSilent: no connection, or an answer that is none or is cut off.
    """
    deadline = Deadline.after(seconds)
    base = urlsplit(url)
    path = f"{base.path}?{base.query}" if base.query else base.path
    connection = HTTPConnection(base.hostname or "", base.port)
    try:
        with closing(_connected(base, deadline)) as made:
            connection.sock = _Timed(made, deadline)
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.read()
    except TimeoutError as error:
        raise SolrTimedOut(str(error) or "no answer in time") from error
    except (OSError, HTTPException) as error:
        raise SolrSilent(f"{type(error).__name__}: {error}") from error


def _connected(base: Any, deadline: Deadline) -> socket.socket:
    default = 443 if base.scheme == "https" else 80
    port = base.port or default
    failure: OSError = OSError("no address")
    for family, kind, protocol, _name, address in socket.getaddrinfo(
        base.hostname, port, type=socket.SOCK_STREAM
    ):
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(deadline.left)
            made.connect(address)
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return _secured(made, base) if base.scheme == "https" else made
        except OSError as error:
            made.close()
            failure = error
    raise failure


def _secured(made: socket.socket, base: Any) -> socket.socket:
    return ssl.create_default_context().wrap_socket(made, server_hostname=base.hostname)


class _Timed:
    """A socket for ``http.client`` on which every wait ends by the deadline."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline

    def sendall(self, data: Any) -> None:
        # The time limit of sendall counts for all of it, not for each part.
        self._sock.settimeout(self._deadline.left)
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> BufferedReader:
        return BufferedReader(_Incoming(self._sock, self._deadline))

    def close(self) -> None:
        """Stay open: ``http.client`` lets go before the body is read."""


class _Incoming(RawIOBase):
    """The bytes that come in; the wait for each of them shares one deadline."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._deadline.left)
        return self._sock.recv_into(buffer)
