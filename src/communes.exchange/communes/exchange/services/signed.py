"""Reads from a request what its signature is checked with."""

from communes.exchange.peers.domain.signature import FIELDS
from typing import Any


def signed_headers(request: Any) -> dict[str, str]:
    """Return the fields of the request that a signature needs, in lower case."""
    names = (*FIELDS, "signature-input", "signature")
    return {name: request.getHeader(name, "") or "" for name in names}
