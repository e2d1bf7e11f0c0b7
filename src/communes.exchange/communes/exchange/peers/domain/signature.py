"""The signature of a request between two peers, by a key both know.

HTTP Message Signatures (RFC 9421) with ``hmac-sha256``. A message is signed over the
method, the content type and the digest of the content (RFC 9530); the asking for a
file over the method and the field ``exchange-file``, which repeats the sum asked for.
The address is not signed: a proxy changes it; the message itself names its receiver.
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
#: The fields each method signs, besides the method itself.
COVERED = {"POST": ("content-type", "content-digest"), "GET": ("exchange-file",)}
#: Every field that must be read to check a signature, in lower case.
FIELDS = ("content-type", "content-digest", "exchange-file")
_LABEL = "communes"
_INPUT = re.compile(
    rf'{_LABEL}=(\(([@a-z "-]*)\);created=(\d{{1,12}});'
    r'keyid="([^"\s]{1,200})";alg="hmac-sha256")'
)


def sign(
    method: str, content_type: str, body: bytes, key: Key, now: int
) -> dict[str, str]:
    """Return the headers that sign a request that carries a content.

    :param now: seconds since the epoch.
    """
    digest = _digest(body)
    fields = {"content-type": content_type, "content-digest": digest}
    return {"Content-Digest": digest, **_signed(method, fields, key, now)}


def sign_asking(sha256: str, key: Key, now: int) -> dict[str, str]:
    """Return the headers that sign the asking for a file (GET).

    :param now: seconds since the epoch.
    """
    fields = {"exchange-file": sha256}
    return {"Exchange-File": sha256, **_signed("GET", fields, key, now)}


def key_id(headers: Mapping[str, str]) -> str:
    """Return the id of the key a request says it is signed by.

    :raises SignatureRefused: it says none that can be read.
    """
    return _read(headers)[3]


def verify(
    method: str, headers: Mapping[str, str], body: bytes, key: Key, now: int
) -> None:
    """Accept a request that ``key`` signed, about now, with exactly this content.

    :param headers: names in lower case.
    :raises SignatureRefused: in any other case, and never says which.
    """
    parameters, covered, created, id = _read(headers)
    wanted = COVERED.get(method.upper(), ())
    fields = {name: headers.get(name, "") for name in wanted}
    expected = _proof(method, fields, parameters, key)
    given = headers.get("signature", "")
    digest = _digest(body) if "content-digest" in wanted else ""
    good = (
        bool(wanted),
        covered == _covered(wanted),
        hmac.compare_digest(given.encode(), f"{_LABEL}=:{expected}:".encode()),
        hmac.compare_digest(fields.get("content-digest", "").encode(), digest.encode()),
        abs(now - created) <= TOLERANCE_SECONDS,
        id == key.id,
    )
    if not all(good):
        raise SignatureRefused


def _signed(
    method: str, fields: Mapping[str, str], key: Key, now: int
) -> dict[str, str]:
    covered = f'({_covered(fields)});created={now};keyid="{key.id}"'
    parameters = f'{covered};alg="hmac-sha256"'
    proof = _proof(method, fields, parameters, key)
    return {
        "Signature-Input": f"{_LABEL}={parameters}",
        "Signature": f"{_LABEL}=:{proof}:",
    }


def _covered(names: Mapping[str, str] | tuple[str, ...]) -> str:
    return " ".join(f'"{name}"' for name in ("@method", *names))


def _read(headers: Mapping[str, str]) -> tuple[str, str, int, str]:
    found = _INPUT.fullmatch(headers.get("signature-input", ""))
    if found is None:
        raise SignatureRefused
    return found[1], found[2], int(found[3]), found[4]


def _digest(body: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _proof(method: str, fields: Mapping[str, str], parameters: str, key: Key) -> str:
    """Return the signature of the base of RFC 9421, section 2.5."""
    base = "\n".join(
        (
            f'"@method": {method.upper()}',
            *(f'"{name}": {value}' for name, value in fields.items()),
            f'"@signature-params": {parameters}',
        )
    )
    made = hmac.new(key.secret.encode(), base.encode(), hashlib.sha256)
    return base64.b64encode(made.digest()).decode()
