"""What a provider says is checked, then done once, however often it is said."""

from communes.core.signature import api as door
from communes.core.signature import storage
from communes.core.signature.adapters.remote import secret
from communes.core.signature.domain import Callback
from communes.core.signature.domain import check_callback
from communes.core.signature.domain import Mark
from communes.core.signature.domain import SignatureRequest
from communes.core.signature.domain.callback import EVENTS
from communes.core.signature.domain.callback import WINDOW_SECONDS
from communes.core.signature.domain.errors import CallbackRefused
from communes.core.signature.domain.errors import UnknownRequest
import json
from plone import api
import time
from typing import Any


#: Sealed messages are short; a longer one is not read.
MOST_BYTES = 64_000


def receive(
    site: Any, timestamp: str, nonce: str, seal: str, body: bytes
) -> tuple[SignatureRequest, bool]:
    """Take one message of the provider; return the request and whether it changed.

    :param body: the JSON object as it was sent, ``event``, ``kind``, ``request`` and,
        for one signatory, ``signatory`` and ``reason``.
    :raises CallbackRefused: it is not authentic, too old, or not understood.
    :raises CallbackReplayed: exactly this message came before.
    :raises UnknownRequest: it is about a request we do not have.
    """
    if len(body) > MOST_BYTES:
        raise CallbackRefused(problem="le message est trop long")
    now = time.time()
    check_callback(
        secret(), timestamp, nonce, seal, body, now,
        lambda one: storage.was_seen(site, one),
    )  # fmt: skip
    storage.note_nonce(site, nonce, now, 2 * WINDOW_SECONDS)
    told = _read(body)
    owner, id = _owner_of(told)
    file = storage.file_of(owner, id)
    known = getattr(file, "events", ())
    request = storage.read(owner, id)
    if told.event in known:
        return request, False
    file.events = (*known, told.event)
    return _apply(owner, request, told)


def _apply(
    owner: Any, request: SignatureRequest, told: Callback
) -> tuple[SignatureRequest, bool]:
    if told.kind == "completed":
        door.have_done(owner, request.id, "fetch")
        return request, True
    marks = {one.signatory.id: one.mark for one in request.places}
    if not request.pending or marks.get(told.signatory) == Mark.SIGNED:
        return request, False
    if told.kind == "refused":
        reason = told.reason or "Refusé chez le prestataire"
        return door.refuse(owner, request.id, told.signatory, reason), True
    return door.confirm(owner, request.id, told.signatory, None, told.event), True


def _read(body: bytes) -> Callback:
    try:
        found = json.loads(body)
        told = Callback(
            **{
                name: str(found.get(name, ""))
                for name in ("event", "kind", "request", "signatory", "reason")
            }
        )
    except (ValueError, AttributeError) as error:
        raise CallbackRefused(problem="ce n'est pas un objet JSON") from error
    if told.kind not in EVENTS or not told.event:
        raise CallbackRefused(problem="« event » ou « kind » n'est pas compris")
    return told


def _owner_of(told: Callback) -> tuple[Any, str]:
    uid, _dot, id = told.request.partition(".")
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=uid) if uid else []
    if not found:
        raise UnknownRequest(field="request")
    return found[0]._unrestrictedGetObject(), id
