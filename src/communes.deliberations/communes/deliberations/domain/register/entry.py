"""One entry of a register, and the notes in its margin, each sealed on the one before.

An entry is never changed. What happens to it later (signed, approved, corrected by a
later entry) is a note in the margin, in a chain of its own.
"""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from enum import StrEnum
import hashlib
import json


#: What the first entry and the first note rest on.
GENESIS = "0" * 64


class RegisterKind(StrEnum):
    """The two registers of an organ."""

    DELIBERATIONS = "deliberations"
    MINUTES = "minutes"


class NoteKind(StrEnum):
    """What a note in the margin tells."""

    SIGNED = "signed"
    APPROVED = "approved"
    CORRECTED = "corrected"
    TUTELLE = "tutelle"


@dataclass(frozen=True)
class RegisterEntry:
    """One act as it entered the register.

    :param position: place in the chain, from 1 without gap.
    :param year: year of the meeting; ``number`` counts in it (or for ever, by the
        setting ``register.reset``).
    :param meeting: UID of the meeting; ``item`` that of the item, empty for minutes.
    :param closed: whether it was dealt with behind closed doors.
    :param sha256: of the PDF/A that is kept with the entry.
    :param signed_sha256: of the file as signed, when it entered signed.
    :param approved_in: UID of the meeting that approved the minutes.
    :param corrects: position of the entry this one replaces; 0 for none.
    :param previous: seal of the entry before.
    :param seal: SHA-256 over all the rest.
    """

    position: int
    kind: str
    year: int
    number: int
    meeting: str
    meeting_day: date
    item: str
    title: str
    reference: str
    closed: bool
    entered_on: datetime
    entered_by: str
    sha256: str
    signed_sha256: str = ""
    approved_in: str = ""
    approved_on: date | None = None
    corrects: int = 0
    previous: str = GENESIS
    seal: str = ""

    @property
    def shown(self) -> str:
        """The number as it is cited: « 2026/12 »."""
        return f"{self.year}/{self.number}"


@dataclass(frozen=True)
class MarginNote:
    """One note in the margin of an entry; ``sha256`` that of the file it brings."""

    position: int
    entry: int
    kind: str
    on: datetime
    by: str
    text: str
    sha256: str = ""
    meeting: str = ""
    previous: str = GENESIS
    seal: str = ""


def sealed(
    one: RegisterEntry | MarginNote, previous: str
) -> RegisterEntry | MarginNote:
    """Return the entry or note resting on ``previous``, with its seal."""
    resting = replace(one, previous=previous, seal="")
    return replace(resting, seal=seal_of(resting))


def seal_of(one: RegisterEntry | MarginNote) -> str:
    """Return the seal the content asks for: SHA-256 of its canonical JSON."""
    plain = {key: value for key, value in asdict(one).items() if key != "seal"}
    text = json.dumps(
        plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return hashlib.sha256(text.encode()).hexdigest()
