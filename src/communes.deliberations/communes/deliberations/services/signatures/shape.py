"""Requests for signatures as JSON."""

from communes.core.signature.domain import Place
from communes.core.signature.domain import SignatureRequest
from typing import Any


def request_json(one: SignatureRequest) -> dict[str, Any]:
    """Return a request with its places; accounts are not told."""
    refusal = one.refusal
    return {
        "id": one.id,
        "kind": one.kind,
        "title": one.title,
        "way": one.adapter,
        "state": one.state,
        "asked_on": one.asked_on.isoformat(timespec="seconds"),
        "sha256": one.sha256,
        "signed_sha256": one.signed_sha256,
        "refusal": None
        if refusal is None
        else {"who": refusal.who, "reason": refusal.reason},
        "places": [_place(place) for place in one.places],
    }


def _place(place: Place) -> dict[str, Any]:
    signed = place.signed_on
    return {
        "signatory": place.signatory.id,
        "name": place.signatory.name,
        "function": place.signatory.function,
        "mark": place.mark,
        "signed_by": place.signed_by,
        "signed_on": signed.isoformat(timespec="seconds") if signed else None,
        "substitutes": [
            {
                "by": one.by.id,
                "reason": one.reason,
                "starts": one.starts.isoformat(),
                "ends": one.ends.isoformat() if one.ends else None,
            }
            for one in place.substitutions
        ],
    }
