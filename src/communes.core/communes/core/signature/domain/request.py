"""A request for signatures as one value: document, signatories in order, how far."""

from communes.core.signature.domain.errors import NoSignatory
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from enum import StrEnum


class SignatureState(StrEnum):
    """Where a request stands."""

    PENDING = "pending"
    SIGNED = "signed"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Mark(StrEnum):
    """Where one signatory stands; ASKED: the signature is being made outside."""

    WAITING = "waiting"
    ASKED = "asked"
    SIGNED = "signed"
    REFUSED = "refused"


@dataclass(frozen=True)
class Signatory:
    """Somebody who signs.

    :param id: stable name of the person; the local key is found by it.
    :param function: what stands above the name ("Le Bourgmestre").
    :param user: id of the account, empty for who has none.
    """

    id: str
    name: str
    function: str
    user: str = ""


@dataclass(frozen=True)
class Substitution:
    """Who signs instead of a signatory, why, from when to when (both included)."""

    by: Signatory
    reason: str
    starts: date
    ends: date | None
    noted_by: str
    noted_on: datetime

    def covers(self, day: date) -> bool:
        """Tell whether the substitute acts on ``day``."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Place:
    """One signature to be given: by whom, in whose stead, and when it was.

    ``signed_by`` is the person who really signed, ``reference`` what the means
    of signing says of it (the field of the file, the id at the provider).
    """

    signatory: Signatory
    mark: str = Mark.WAITING.value
    substitutions: tuple[Substitution, ...] = ()
    signed_by: str = ""
    signed_on: datetime | None = None
    reference: str = ""

    def acting(self, day: date) -> Signatory:
        """Return who signs here on ``day``: the substitute while one is named."""
        covering = [one.by for one in self.substitutions if one.covers(day)]
        return covering[-1] if covering else self.signatory


@dataclass(frozen=True)
class Refusal:
    """Who did not sign, when, and the reason."""

    who: str
    reason: str
    on: datetime


@dataclass(frozen=True)
class SignatureRequest:
    """One document put to its signatories.

    :param sha256: of the bytes put to them, before any signature.
    :param adapter: name of the way to sign.
    :param in_order: whether each signs after the one before.
    :param signed_sha256: of the file as it came back from the last signatory.
    :param external: id of the request at a remote provider.
    """

    id: str
    title: str
    sha256: str
    adapter: str
    places: tuple[Place, ...]
    asked_by: str
    asked_on: datetime
    in_order: bool = True
    state: str = SignatureState.PENDING.value
    refusal: Refusal | None = None
    signed_sha256: str = ""
    external: str = ""
    kind: str = field(default="")

    @property
    def pending(self) -> bool:
        """Whether signatures are still awaited."""
        return self.state == SignatureState.PENDING

    @property
    def turns(self) -> tuple[Place, ...]:
        """The places that may be signed now: the first open one, or all when free."""
        if not self.pending:
            return ()
        unsigned = tuple(one for one in self.places if one.mark != Mark.SIGNED)
        return unsigned[:1] if self.in_order else unsigned

    @property
    def last_signed_on(self) -> datetime | None:
        """When the last signature was given, None before the first."""
        moments = [one.signed_on for one in self.places if one.signed_on is not None]
        return max(moments, default=None)


def open_request(
    id: str,
    title: str,
    sha256: str,
    adapter: str,
    signatories: tuple[Signatory, ...],
    asked_by: str,
    now: datetime,
    *,
    in_order: bool = True,
    kind: str = "",
) -> SignatureRequest:
    """Return a new request, everybody waiting.

    :param kind: what the document is to whoever asks ("minutes", "deliberation").
    :raises NoSignatory: nobody is named, a name is empty, or somebody twice.
    """
    ids = [one.id for one in signatories]
    if not ids or len(set(ids)) != len(ids) or not all(one.name for one in signatories):
        raise NoSignatory(field="signatories")
    return SignatureRequest(
        id=id,
        title=title,
        sha256=sha256,
        adapter=adapter,
        places=tuple(Place(one) for one in signatories),
        asked_by=asked_by,
        asked_on=now,
        in_order=in_order,
        kind=kind,
    )
