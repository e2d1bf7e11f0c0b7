"""The door of the room: have bytes sealed by an authority of time, check a proof.

``COMMUNES_STAMPING_TSA`` is the address of the authority (RFC 3161, qualified for what
is law); ``COMMUNES_STAMPING_ROOTS`` a PEM file of the authorities that are trusted.
"""

from collections.abc import Sequence
from communes.core.stamping.domain.container import read_container
from communes.core.stamping.domain.container import Sealed
from communes.core.stamping.domain.container import sealed_container
from communes.core.stamping.domain.errors import NoAuthority
from communes.core.stamping.domain.verdict import Verdict
import os
from pathlib import Path
import re


TSA = "COMMUNES_STAMPING_TSA"
ROOTS = "COMMUNES_STAMPING_ROOTS"
_PEM = re.compile(
    rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL
)


def has_authority() -> bool:
    """Return whether this server knows an authority of time."""
    return bool(os.environ.get(TSA))


def seal(name: str, data: bytes) -> bytes:
    """Return the container of a document that an authority has sealed just now.

    For the worker: it waits for an answer of the network.

    :param name: of the document inside the container.
    :raises NoAuthority: none is set on this server.
    :raises Unavailable: the authority does not answer: later.
    :raises AuthorityRefused: it refuses.
    """
    url = os.environ.get(TSA)
    if not url:
        raise NoAuthority(name=TSA)
    # Loaded here: only who seals or checks needs it, and the library is large.
    from communes.core.stamping.token import ask

    return sealed_container(Sealed(name, data, ask(url, data)))


def verify(container: bytes, roots: Sequence[bytes] | None = None) -> Verdict:
    """Return what a container proves; no network is used.

    :param roots: certificates of trusted authorities; those of the server without it.
    :raises ContainerUnreadable: it is no container.
    """
    from communes.core.stamping.token import check

    known = trusted_roots() if roots is None else roots
    return check(read_container(container), known)


def trusted_roots() -> tuple[bytes, ...]:
    """Return the certificates of the authorities this server trusts, as PEM."""
    file = os.environ.get(ROOTS)
    return read_roots(Path(file)) if file else ()


def read_roots(file: Path) -> tuple[bytes, ...]:
    """Return the certificates of a PEM file, each by itself."""
    return tuple(_PEM.findall(file.read_bytes()))
