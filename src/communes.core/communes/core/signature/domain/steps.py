"""What may happen to a request: signed, refused, substituted, cancelled."""

from communes.core.signature.domain.errors import AlreadySigned
from communes.core.signature.domain.errors import NotYourTurn
from communes.core.signature.domain.errors import ReasonMissing
from communes.core.signature.domain.errors import RequestFinished
from communes.core.signature.domain.errors import SubstituteSigns
from communes.core.signature.domain.errors import SubstitutionPeriod
from communes.core.signature.domain.errors import UnknownSignatory
from communes.core.signature.domain.request import Mark
from communes.core.signature.domain.request import Place
from communes.core.signature.domain.request import Refusal
from communes.core.signature.domain.request import Signatory
from communes.core.signature.domain.request import SignatureRequest
from communes.core.signature.domain.request import SignatureState
from communes.core.signature.domain.request import Substitution
from dataclasses import replace
from datetime import date
from datetime import datetime


STATE_WORDS = {
    SignatureState.PENDING: "en cours",
    SignatureState.SIGNED: "signée",
    SignatureState.REFUSED: "refusée",
    SignatureState.CANCELLED: "annulée",
}


def asked(request: SignatureRequest, signatory: str) -> SignatureRequest:
    """Return the request with the signature of ``signatory`` being made outside.

    :raises RequestFinished, UnknownSignatory, AlreadySigned, NotYourTurn: as named.
    """
    place = _open_place(request, signatory)
    return _with_place(request, replace(place, mark=Mark.ASKED.value))


def given_back(request: SignatureRequest, signatory: str) -> SignatureRequest:
    """Return the request with that signature awaited again: it could not be made."""
    place = _place(request, signatory)
    if place.mark != Mark.ASKED:
        return request
    return _with_place(request, replace(place, mark=Mark.WAITING.value))


def signed(
    request: SignatureRequest,
    signatory: str,
    now: datetime,
    *,
    signed_sha256: str = "",
    reference: str = "",
) -> SignatureRequest:
    """Return the request with one more signature; the last one closes it.

    :param signatory: id of the place; who acts there that day is noted.
    :param signed_sha256: of the file that carries the signature, when one came.
    :raises RequestFinished: it is closed already.
    :raises UnknownSignatory: nobody of that id was asked.
    :raises AlreadySigned: they have signed.
    :raises NotYourTurn: somebody signs before.
    """
    place = _open_place(request, signatory)
    done = replace(
        place,
        mark=Mark.SIGNED.value,
        signed_by=place.acting(now.date()).id,
        signed_on=now,
        reference=reference,
    )
    after = _with_place(request, done)
    finished = all(one.mark == Mark.SIGNED for one in after.places)
    state = SignatureState.SIGNED if finished else SignatureState.PENDING
    known = signed_sha256 or request.signed_sha256
    return replace(after, state=state.value, signed_sha256=known)


def refused(
    request: SignatureRequest, signatory: str, reason: str, now: datetime
) -> SignatureRequest:
    """Return the request closed by a refusal; what was signed before stays told.

    :raises ReasonMissing: no reason is given.
    :raises RequestFinished, UnknownSignatory, AlreadySigned: as named.
    """
    place = _place(request, signatory)
    if not reason.strip():
        raise ReasonMissing(field="reason")
    after = _with_place(request, replace(place, mark=Mark.REFUSED.value))
    refusal = Refusal(place.acting(now.date()).name, reason.strip(), now)
    return replace(after, state=SignatureState.REFUSED.value, refusal=refusal)


def substituted(
    request: SignatureRequest,
    signatory: str,
    by: Signatory,
    reason: str,
    starts: date,
    ends: date | None,
    noted_by: str,
    now: datetime,
) -> SignatureRequest:
    """Return the request with ``by`` signing instead of ``signatory`` in that period.

    :raises ReasonMissing: no reason is given.
    :raises SubstitutionPeriod: it ends before it starts.
    :raises SubstituteSigns: ``by`` signs the document already.
    :raises RequestFinished, UnknownSignatory, AlreadySigned: as named.
    """
    place = _place(request, signatory)
    if not reason.strip():
        raise ReasonMissing(field="reason")
    if ends is not None and ends < starts:
        raise SubstitutionPeriod(field="ends", starts=starts, ends=ends)
    if by.id in {one.signatory.id for one in request.places}:
        raise SubstituteSigns(field="by", who=by.name)
    noted = Substitution(by, reason.strip(), starts, ends, noted_by, now)
    more = (*place.substitutions, noted)
    return _with_place(request, replace(place, substitutions=more))


def cancelled(request: SignatureRequest) -> SignatureRequest:
    """Return the request given up before everybody signed.

    :raises RequestFinished: it is closed already.
    """
    _refuse_finished(request)
    return replace(request, state=SignatureState.CANCELLED.value)


def _open_place(request: SignatureRequest, signatory: str) -> Place:
    place = _place(request, signatory)
    turns = request.turns
    if place not in turns:
        raise NotYourTurn(who=place.signatory.name, before=turns[0].signatory.name)
    return place


def _place(request: SignatureRequest, signatory: str) -> Place:
    _refuse_finished(request)
    found = [one for one in request.places if one.signatory.id == signatory]
    if not found:
        raise UnknownSignatory(field="signatory", who=signatory)
    if found[0].mark == Mark.SIGNED:
        raise AlreadySigned(field="signatory", who=found[0].signatory.name)
    return found[0]


def _refuse_finished(request: SignatureRequest) -> None:
    if not request.pending:
        state = STATE_WORDS[SignatureState(request.state)]
        raise RequestFinished(title=request.title, state=state)


def _with_place(request: SignatureRequest, place: Place) -> SignatureRequest:
    places = tuple(
        place if one.signatory.id == place.signatory.id else one
        for one in request.places
    )
    return replace(request, places=places)
