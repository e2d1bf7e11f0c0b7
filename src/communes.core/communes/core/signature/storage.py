"""Requests lie on the matter they are about, their files as blobs beside them."""

from BTrees.OOBTree import OOBTree
from communes.core.signature.domain.errors import UnknownRequest
from communes.core.signature.domain.request import Place
from communes.core.signature.domain.request import Refusal
from communes.core.signature.domain.request import Signatory
from communes.core.signature.domain.request import SignatureRequest
from communes.core.signature.domain.request import Substitution
from dataclasses import asdict
from persistent import Persistent
from typing import Any
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations


KEY = "communes.core.signature"
NONCES = "communes.core.signature.nonces"


class SignatureFile(Persistent):
    """One request as plain data, the document put to it, and as it came back."""

    signed = None

    def __init__(self, data: dict, original: bytes) -> None:
        self.data = data
        self.original = blob_of(original)


def blob_of(content: bytes) -> Blob:
    """Return a new blob that holds ``content``."""
    blob = Blob()
    with blob.open("w") as file:
        file.write(content)
    return blob


def bytes_of(blob: Blob) -> bytes:
    """Return what a blob holds."""
    with blob.open("r") as file:
        return file.read()


def read_all(owner: Any) -> list[SignatureRequest]:
    """Return the requests about ``owner``, the latest first."""
    found = IAnnotations(owner).get(KEY) or {}
    requests = [_read(one.data) for one in found.values()]
    return sorted(requests, key=lambda one: (one.asked_on, one.id), reverse=True)


def read(owner: Any, id: str) -> SignatureRequest:
    """Return one request.

    :raises UnknownRequest: there is none of that id on ``owner``.
    """
    return _read(file_of(owner, id).data)


def add(owner: Any, request: SignatureRequest, original: bytes) -> None:
    """Keep a new request with the bytes put to its signatories."""
    annotations = IAnnotations(owner)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][request.id] = SignatureFile(asdict(request), original)


def write(owner: Any, request: SignatureRequest, signed: bytes | None = None) -> None:
    """Keep a request as it is now, with the file that came back, if one did."""
    file = file_of(owner, request.id)
    file.data = asdict(request)
    if signed is not None:
        file.signed = blob_of(signed)


def file_of(owner: Any, id: str) -> SignatureFile:
    """Return what is kept of one request.

    :raises UnknownRequest: there is none of that id on ``owner``.
    """
    found = (IAnnotations(owner).get(KEY) or {}).get(id)
    if found is None:
        raise UnknownRequest(field="request")
    return found


def was_seen(site: Any, nonce: str) -> bool:
    """Tell whether a provider's nonce was used within the window."""
    return nonce in (IAnnotations(site).get(NONCES) or ())


def note_nonce(site: Any, nonce: str, now: float, keep_seconds: float) -> None:
    """Remember a nonce, and forget those that are too old to be accepted again."""
    annotations = IAnnotations(site)
    if NONCES not in annotations:
        annotations[NONCES] = OOBTree()
    seen = annotations[NONCES]
    for old in [one for one, moment in seen.items() if moment < now - keep_seconds]:
        del seen[old]
    seen[nonce] = now


def forget_nonces(site: Any) -> None:
    """Take the nonces away with the kit."""
    IAnnotations(site).pop(NONCES, None)


def _read(data: dict) -> SignatureRequest:
    refusal = data.get("refusal")
    return SignatureRequest(
        **{
            **data,
            "places": tuple(_place(one) for one in data["places"]),
            "refusal": Refusal(**refusal) if refusal else None,
        }
    )


def _place(data: dict) -> Place:
    return Place(
        **{
            **data,
            "signatory": Signatory(**data["signatory"]),
            "substitutions": tuple(
                Substitution(**{**one, "by": Signatory(**one["by"])})
                for one in data["substitutions"]
            ),
        }
    )
