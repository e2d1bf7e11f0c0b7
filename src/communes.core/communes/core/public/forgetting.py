"""The worker's part: asks the proxies to forget what carries a tag."""

from communes.core.jobs.domain import Intent
from communes.core.jobs.domain import Outcome
from communes.core.jobs.domain import OutcomeState
from communes.core.jobs.errors import Unavailable
from communes.core.jobs.interfaces import IIntentHandler
from communes.core.public.api import proxies
from communes.core.public.domain import pattern_of
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request
from urllib.request import urlopen
from zope.interface import implementer


#: A proxy stands beside the house: one that takes longer is in trouble.
SILENCE_SECONDS = 5
#: Why a tag is asked for twice.
_AGAIN = "once more, for what a web process was still making"


@implementer(IIntentHandler)
class Forgetting:
    """Asks twice, a second apart.

    An answer that was being made while the change was committed may still say the old
    words, and reach the proxy after it has forgotten.
    """

    longest_wait_seconds = 15.0

    def run(self, site: Any, intents: list[Intent]) -> list[Outcome]:
        """Ask every proxy once for all. :raises Unavailable: one is silent."""
        pattern = pattern_of(intent.key for intent in intents)
        for address in proxies() if pattern else ():
            ban(address, pattern)
        return [
            Outcome(intent.key)
            if intent.attempts
            else Outcome(intent.key, OutcomeState.WAIT, _AGAIN)
            for intent in intents
        ]


def ban(address: str, pattern: str) -> None:
    """Have one proxy forget what carries a tag that the pattern describes.

    :raises Unavailable: it does not answer, or does not do it.
    """
    request = Request(  # noqa: S310 - the operator names the address
        address, method="BAN", headers={"X-Key": pattern}
    )
    try:
        with urlopen(request, timeout=SILENCE_SECONDS):  # noqa: S310
            return
    except HTTPError as error:
        raise Unavailable(f"{address}: {error.code}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise Unavailable(f"{address}: {error}") from error
