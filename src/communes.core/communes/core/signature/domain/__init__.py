"""Who signs what, in which order, in whose place: rules without a file or a key."""

from communes.core.signature.domain.callback import Callback
from communes.core.signature.domain.callback import check_callback
from communes.core.signature.domain.callback import seal_of
from communes.core.signature.domain.request import Mark
from communes.core.signature.domain.request import open_request
from communes.core.signature.domain.request import Place
from communes.core.signature.domain.request import Refusal
from communes.core.signature.domain.request import Signatory
from communes.core.signature.domain.request import SignatureRequest
from communes.core.signature.domain.request import SignatureState
from communes.core.signature.domain.request import Substitution
from communes.core.signature.domain.steps import asked
from communes.core.signature.domain.steps import cancelled
from communes.core.signature.domain.steps import given_back
from communes.core.signature.domain.steps import refused
from communes.core.signature.domain.steps import signed
from communes.core.signature.domain.steps import substituted


__all__ = [
    "Callback",
    "Mark",
    "Place",
    "Refusal",
    "Signatory",
    "SignatureRequest",
    "SignatureState",
    "Substitution",
    "asked",
    "cancelled",
    "check_callback",
    "given_back",
    "open_request",
    "refused",
    "seal_of",
    "signed",
    "substituted",
]
