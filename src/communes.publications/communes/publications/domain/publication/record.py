"""A publication as plain values: what it says, and each time it was shown."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime


@dataclass(frozen=True)
class Joined:
    """A file joined to a text; its bytes are known by their SHA-256."""

    id: str
    title: str
    filename: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Publication:
    """What a regulation or a notice says. ``html`` is its text, maybe empty.

    ``reference`` is its number for ever ("2026-12"); ``url`` its address.
    ``pdf`` is the file that takes the place of the text.
    """

    reference: str
    url: str
    institution: str
    title: str
    nature: str
    matter: str = ""
    authority: str = ""
    decided_on: date | None = None
    in_force_on: date | None = None
    consultation: str = ""
    html: str = ""
    pdf: Joined | None = None
    needs_approval: bool = False
    approved_on: date | None = None
    approval_expired_on: date | None = None
    expires_on: date | None = None
    streets: tuple[str, ...] = ()
    annexes: tuple[Joined, ...] = ()
    replaces: tuple[str, ...] = ()

    @property
    def free_on(self) -> date | None:
        """The day the supervising authority let it go, None while it did not."""
        return self.approved_on or self.approval_expired_on


@dataclass(frozen=True)
class Showing:
    """One time a publication was shown; ``number`` counts from 1.

    ``sha256`` is that of the sealed document ``name``. ``proven_at`` comes from the
    authority of time, None until it answered; ``withdrawn_at`` and ``reason`` are
    filled when it was taken back.
    """

    number: int
    shown_at: datetime
    name: str
    sha256: str
    proven_at: datetime | None = None
    authority: str = ""
    withdrawn_at: datetime | None = None
    reason: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether this showing ended by being taken back."""
        return self.withdrawn_at is not None
