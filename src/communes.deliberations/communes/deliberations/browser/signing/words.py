"""How signatures are said."""

from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.core.signature.domain import Mark
from communes.core.signature.domain import Place
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.core.signature.domain import SignatureState
from communes.deliberations.api.signing import Way
from communes.deliberations.api.signing import ways
from communes.deliberations.i18n import _


_STATES = {
    SignatureState.PENDING: (_("signing_pending", default="En cours"), "wait"),
    SignatureState.SIGNED: (_("signing_done", default="Signé"), "ok"),
    SignatureState.REFUSED: (_("signing_refused", default="Refusé"), "late"),
    SignatureState.CANCELLED: (_("signing_cancelled", default="Annulé"), "off"),
}
_MARKS = {
    Mark.ASKED: (_("signing_being_made", default="En cours de signature"), "wait"),
    Mark.SIGNED: (_("signing_has_signed", default="A signé"), "ok"),
    Mark.REFUSED: (_("signing_has_refused", default="A refusé"), "late"),
}
_KINDS = {
    "minutes": _("signing_minutes", default="Signature du procès-verbal"),
    "deliberation": _("signing_deliberation", default="Signature de la délibération"),
    "extract": _("signing_extract", default="Signature de l'extrait"),
}


def request_title(request: SignatureRequest) -> str:
    """Return what is signed."""
    return _KINDS.get(request.kind, request.title)


def request_tag(request: SignatureRequest) -> Tag:
    """Return where the request stands."""
    word, kind = _STATES[SignatureState(request.state)]
    return Tag(word, kind)


def place_tag(place: Place, *, turn: bool) -> Tag:
    """Return where one signatory stands."""
    if place.mark in _MARKS:
        word, kind = _MARKS[Mark(place.mark)]
        return Tag(word, kind)
    if turn:
        return Tag(_("signing_turn", default="À son tour"), "wait")
    return Tag(_("signing_later", default="Ensuite"), "off")


def instead(place: Place, acting: Signatory) -> str:
    """Return who signs instead, and why."""
    reason = place.substitutions[-1].reason
    return _(
        "signing_instead",
        default="remplacé·e par ${name} : ${reason}",
        mapping={"name": acting.name, "reason": reason},
    )


def refusal(request: SignatureRequest) -> str:
    """Return who refused, when and why; empty when nobody did."""
    if request.refusal is None:
        return ""
    return _(
        "signing_refusal",
        default="${who} a refusé le ${day} : « ${reason} »",
        mapping={
            "who": request.refusal.who,
            "day": date_in_words(request.refusal.on.date()),
            "reason": request.refusal.reason,
        },
    )


def way(one: Way) -> str:
    """Return a way to sign; what is not set up says so."""
    if one.ready:
        return one.title
    return _(
        "signing_way_not_ready",
        default="${way} (pas réglé sur ce serveur)",
        mapping={"way": one.title},
    )


def adapter_of(request: SignatureRequest) -> Way:
    """Return the way a request is signed."""
    return next(one for one in ways() if one.name == request.adapter)
