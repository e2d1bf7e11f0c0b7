"""The signature of a request between two peers, by a key both know.

HTTP Message Signatures (RFC 9421) with ``hmac-sha256`` over the method, the content
type and the digest of the content (RFC 9530). The address is not signed: a proxy
changes it; the message itself names its receiver.
"""

import base64
from collections.abc import Mapping
from communes.exchange.peers.domain.errors import SignatureRefused
from communes.exchange.peers.domain.peer import Key
import hashlib
import hmac
import re


#: How far two clocks may be apart, in seconds.
TOLERANCE_SECONDS = 300
_LABEL = "communes"
_COVERED = '("@method" "content-type" "content-digest")'
_INPUT = re.compile(
    rf"{_LABEL}=({re.escape(_COVERED)};created=(\d{{1,12}});"
    r'keyid="([^"\s]{1,200})";alg="hmac-sha256")'
)


def sign(
    method: str, content_type: str, body: bytes, key: Key, now: int
) -> dict[str, str]:
    """Return the headers that sign a request.

    :param now: seconds since the epoch.
    """
    digest = _digest(body)
    parameters = f'{_COVERED};created={now};keyid="{key.id}";alg="hmac-sha256"'
    proof = _proof(method, content_type, digest, parameters, key)
    return {
        "Content-Digest": digest,
        "Signature-Input": f"{_LABEL}={parameters}",
        "Signature": f"{_LABEL}=:{proof}:",
    }


def key_id(headers: Mapping[str, str]) -> str:
    """Return the id of the key a request says it is signed by.

    :raises SignatureRefused: it says none that can be read.
    """
    return _read(headers)[2]


def verify(
    method: str, headers: Mapping[str, str], body: bytes, key: Key, now: int
) -> None:
    """Accept a request that ``key`` signed, about now, with exactly this content.

    :param headers: names in lower case.
    :raises SignatureRefused: in any other case, and never says which.
    """
    parameters, created, id = _read(headers)
    digest = _digest(body)
    expected = _proof(method, headers.get("content-type", ""), digest, parameters, key)
    given = headers.get("signature", "")
    good = (
        hmac.compare_digest(given.encode(), f"{_LABEL}=:{expected}:".encode()),
        hmac.compare_digest(
            headers.get("content-digest", "").encode(), digest.encode()
        ),
        abs(now - created) <= TOLERANCE_SECONDS,
        id == key.id,
    )
    if not all(good):
        raise SignatureRefused


def _read(headers: Mapping[str, str]) -> tuple[str, int, str]:
    found = _INPUT.fullmatch(headers.get("signature-input", ""))
    if found is None:
        raise SignatureRefused
    return found[1], int(found[2]), found[3]


def _digest(body: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _proof(
    method: str, content_type: str, digest: str, parameters: str, key: Key
) -> str:
    """Return the signature of the base of RFC 9421, section 2.5."""
    base = "\n".join(
        (
            f'"@method": {method.upper()}',
            f'"content-type": {content_type}',
            f'"content-digest": {digest}',
            f'"@signature-params": {parameters}',
        )
    )
    made = hmac.new(key.secret.encode(), base.encode(), hashlib.sha256)
    return base64.b64encode(made.digest()).decode()
