"""One person on one list, from the first request to the last letter."""

from collections.abc import Mapping
from communes.core.mailing.domain.errors import AddressRefused
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import timedelta
from enum import StrEnum
import re


#: How long a request waits to be confirmed; then nothing of it is kept.
CONFIRM_WITHIN = timedelta(days=7)
#: So many temporary failures in a row are one that lasts.
MOST_SOFT_BOUNCES = 3
LONGEST_ADDRESS = 254
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)


class Standing(StrEnum):
    """Whether letters go to a subscriber."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    #: The address does not work any more; the person may subscribe again.
    BOUNCED = "bounced"
    #: The person told their provider that they did not want a letter.
    COMPLAINED = "complained"


@dataclass(frozen=True)
class Subscriber:
    """``wishes`` are plain JSON values that the list understands.

    ``consent`` is the proof that the person wanted it, in plain JSON values: what they
    read, from which connection (a sum) they asked and confirmed, or who brought the
    address in, from where.
    """

    id: str
    list: str
    address: str
    asked_at: datetime
    wishes: Mapping[str, object] = field(default_factory=dict)
    standing: str = Standing.ASKED.value
    confirmed_at: datetime | None = None
    soft_bounces: int = 0
    consent: Mapping[str, object] = field(default_factory=dict)

    @property
    def gets_letters(self) -> bool:
        """Whether letters go there."""
        return self.standing == Standing.CONFIRMED

    def too_late(self, now: datetime) -> bool:
        """Whether the request was never confirmed, and is to be forgotten."""
        asked = self.standing == Standing.ASKED
        return asked and now - self.asked_at > CONFIRM_WITHIN


def checked_address(text: str) -> str:
    """Return an address without blanks around it, its domain in small letters.

    :raises AddressRefused: it is none that a server takes.
    """
    bare = text.strip()
    name, _at, domain = bare.rpartition("@")
    if len(bare) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(bare):
        raise AddressRefused(field="address", value=bare[:80])
    return f"{name}@{domain.lower()}"
