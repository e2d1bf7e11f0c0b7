"""What a remote provider says, and how we know that it is the provider who says it."""

from collections.abc import Callable
from communes.core.signature.domain.errors import CallbackRefused
from communes.core.signature.domain.errors import CallbackReplayed
from dataclasses import dataclass
import hashlib
import hmac


#: How far, in seconds, the clocks of two machines may differ.
WINDOW_SECONDS = 300
EVENTS = ("signed", "refused", "completed")
MOST_NONCE = 128


@dataclass(frozen=True)
class Callback:
    """One authentic message: what happened to which request.

    :param event: id of the event at the provider; the same event told twice counts
        once.
    :param kind: "signed" (one signatory), "refused", "completed" (the file is ready).
    :param request: our id of the request.
    :param signatory: id of the signatory; empty for "completed".
    :param reason: why it was refused.
    """

    event: str
    kind: str
    request: str
    signatory: str = ""
    reason: str = ""


def seal_of(secret: bytes, timestamp: str, nonce: str, body: bytes) -> str:
    """Return the HMAC-SHA256, in hexadecimal, of one message.

    Sealed is ``timestamp``, a line feed, ``nonce``, a line feed, then the body.
    """
    message = f"{timestamp}\n{nonce}\n".encode() + body
    return hmac.new(secret, message, hashlib.sha256).hexdigest()


def check_callback(
    secret: bytes,
    timestamp: str,
    nonce: str,
    seal: str,
    body: bytes,
    now: float,
    seen: Callable[[str], bool],
) -> None:
    """Refuse a message that is not the provider's, is too old, or comes again.

    The seal is compared first, in constant time: who does not know the secret
    learns nothing of clocks and nonces.

    :param now: seconds since the epoch.
    :param seen: whether a nonce was used within the window.
    :raises CallbackRefused: the seal, the time or the nonce is not right.
    :raises CallbackReplayed: the nonce was used.
    """
    wanted = seal_of(secret, timestamp, nonce, body)
    if not secret or not hmac.compare_digest(wanted.encode(), seal.encode()):
        raise CallbackRefused(problem="le sceau ne correspond pas")
    if not (timestamp.isascii() and timestamp.isdigit()):
        raise CallbackRefused(problem="l'heure n'est pas un nombre de secondes")
    if abs(now - int(timestamp)) > WINDOW_SECONDS:
        raise CallbackRefused(problem="le message est trop ancien")
    if not 16 <= len(nonce) <= MOST_NONCE:
        raise CallbackRefused(problem="le nombre unique doit avoir 16 à 128 signes")
    if seen(nonce):
        raise CallbackReplayed
