"""Proof of time: a form says when it was shown, under a seal it can not make itself."""

from communes.core.protection.domain.errors import TooFast
from communes.core.protection.domain.errors import TooOld
import hashlib
import hmac


#: What a person needs at least, and how long a page may stay open.
LEAST_SECONDS = 3.0
MOST_SECONDS = 6 * 3600.0


def stamp(secret: bytes, form: str, now: float) -> str:
    """Return the proof that a form was shown at a moment."""
    moment = f"{now:.0f}"
    return f"{moment}.{_seal(secret, form, moment)}"


def check_stamp(secrets: tuple[bytes, ...], form: str, text: str, now: float) -> None:
    """Refuse a form that came back too fast or too late, or was never shown.

    :param secrets: those that were in use lately, so that a change closes no page.
    :raises TooFast: it came at once.
    :raises TooOld: it is not of this form, or of long ago.
    """
    moment, _dot, seal = text.partition(".")
    known = any(
        hmac.compare_digest(seal.encode(), _seal(secret, form, moment).encode())
        for secret in secrets
    )
    if not known:
        raise TooOld
    age = now - float(moment)
    if age > MOST_SECONDS:
        raise TooOld
    # The moment is told in whole seconds.
    if age < LEAST_SECONDS - 1:
        raise TooFast


def _seal(secret: bytes, form: str, moment: str) -> str:
    said = f"{form}\n{moment}".encode()
    return hmac.new(secret, said, hashlib.sha256).hexdigest()[:32]
