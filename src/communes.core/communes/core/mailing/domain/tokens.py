"""Links that prove who they were sent to, without keeping them anywhere."""

from base64 import urlsafe_b64encode
from communes.core.mailing.domain.errors import TokenRefused
import hashlib
import hmac


CONFIRM, LEAVE, CHOOSE = "confirm", "leave", "choose"


def token(secret: bytes, purpose: str, id: str) -> str:
    """Return a token for one purpose and one subscriber."""
    return f"{id}.{_seal(secret, purpose, id)}"


def read_token(secret: bytes, purpose: str, text: str) -> str:
    """Return the id a token was made for.

    :raises TokenRefused: it was made for something else, or by somebody else.
    """
    id, _dot, seal = text.strip().rpartition(".")
    expected = _seal(secret, purpose, id)
    if not id or not hmac.compare_digest(seal.encode(), expected.encode()):
        raise TokenRefused(field="token")
    return id


def _seal(secret: bytes, purpose: str, id: str) -> str:
    made = hmac.new(secret, f"{purpose}\n{id}".encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(made[:18]).decode()
