"""The door to signatures: ask for them, follow them, take what comes back.

Who may ask, confirm or cancel is the right of whoever owns the matter: the solution
asks it before it calls. Only the personal signature and the provider's message are
checked here.
"""

from collections.abc import Sequence
from communes.core.jobs.api import intend
from communes.core.journal.api import record
from communes.core.signature import storage
from communes.core.signature.domain import asked
from communes.core.signature.domain import cancelled
from communes.core.signature.domain import open_request
from communes.core.signature.domain import refused
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.core.signature.domain import signed
from communes.core.signature.domain import substituted
from communes.core.signature.domain.errors import AdapterNotReady
from communes.core.signature.domain.errors import MayNotSign
from communes.core.signature.domain.errors import NotAPdf
from communes.core.signature.domain.errors import UnknownAdapter
from communes.core.signature.events import SignatureChanged
from communes.core.signature.interfaces import ISignatureAdapter
from dataclasses import replace
from datetime import date
from datetime import datetime
import hashlib
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from uuid import uuid4
from zope.component import getUtilitiesFor
from zope.component import queryUtility
from zope.event import notify


KIND = "signature"


def adapters() -> dict[str, ISignatureAdapter]:
    """Return the ways to sign by name, ready or not."""
    return dict(sorted(getUtilitiesFor(ISignatureAdapter)))


def adapter(name: str) -> ISignatureAdapter:
    """Return the way to sign of that name.

    :raises UnknownAdapter: there is none.
    """
    found = queryUtility(ISignatureAdapter, name=name)
    if found is None:
        expected = ", ".join(f"« {one} »" for one in adapters())
        raise UnknownAdapter(field="adapter", name=name, expected=expected)
    return found


def ask(
    owner: Any,
    pdf: bytes,
    title: str,
    signatories: Sequence[Signatory],
    way: str,
    *,
    in_order: bool = True,
    kind: str = "",
) -> SignatureRequest:
    """Put a document to its signatories and return the request.

    :param owner: the matter, with a UID; the request lies on it.
    :param way: name of the adapter ("paper", "local", "remote").
    :param kind: what the document is to the caller; told again by the event.
    :raises NotAPdf: the bytes are no PDF.
    :raises UnknownAdapter: no adapter has that name.
    :raises AdapterNotReady: it is not set up; the reasons say what is missing.
    :raises NoSignatory: nobody is named, or somebody twice.
    """
    _refuse_other_files(pdf)
    chosen = adapter(way)
    problems = chosen.problems(tuple(signatories))
    if problems:
        raise AdapterNotReady(*problems, field="adapter")
    digest = hashlib.sha256(pdf).hexdigest()
    request = open_request(
        uuid4().hex,
        title,
        digest,
        way,
        tuple(signatories),
        _actor(),
        _now(),
        in_order=in_order,
        kind=kind,
    )
    storage.add(owner, request, pdf)
    if chosen.first_work():
        have_done(owner, request.id, chosen.first_work())
    return _told(owner, request, "signature.ask", sha256=digest)


def requests_of(owner: Any) -> list[SignatureRequest]:
    """Return the requests about ``owner``, the latest first."""
    return storage.read_all(owner)


def request_of(owner: Any, id: str) -> SignatureRequest:
    """Return one request.

    :raises UnknownRequest: there is none of that id on ``owner``.
    """
    return storage.read(owner, id)


def original(owner: Any, id: str) -> bytes:
    """Return the document as it was put to the signatories.

    :raises UnknownRequest: there is no such request.
    """
    return storage.bytes_of(storage.file_of(owner, id).original)


def signed_file(owner: Any, id: str) -> bytes | None:
    """Return the document as it came back; None before the first signed file.

    :raises UnknownRequest: there is no such request.
    """
    file = storage.file_of(owner, id)
    return None if file.signed is None else storage.bytes_of(file.signed)


def sign_myself(owner: Any, id: str, signatory: str) -> SignatureRequest:
    """Ask, as the signatory or the substitute of today, for one's own signature.

    The worker makes it after the commit; a signature that could not be made is
    awaited again.

    :raises MayNotSign: the account is not that of who acts at that place today.
    :raises NotYourTurn, AlreadySigned, RequestFinished: as named.
    """
    request = storage.read(owner, id)
    after = asked(request, signatory)
    place = next(one for one in request.places if one.signatory.id == signatory)
    acting = place.acting(_now().date())
    if not acting.user or acting.user != _actor():
        raise MayNotSign(who=acting.name)
    storage.write(owner, after)
    have_done(owner, id, f"sign:{signatory}")
    return _told(owner, after, "signature.give", signatory=signatory)


def confirm(
    owner: Any, id: str, signatory: str, file: bytes | None = None, reference: str = ""
) -> SignatureRequest:
    """Note that a signatory has signed, with the file that shows it, if one came.

    :raises NotAPdf: the file is no PDF.
    :raises NotYourTurn, AlreadySigned, RequestFinished, UnknownSignatory: as named.
    """
    if file is not None:
        _refuse_other_files(file)
    digest = "" if file is None else hashlib.sha256(file).hexdigest()
    request = storage.read(owner, id)
    after = signed(
        request, signatory, _now(), signed_sha256=digest, reference=reference
    )
    storage.write(owner, after, file)
    return _told(owner, after, "signature.signed", signatory=signatory)


def bring_back(owner: Any, id: str, file: bytes) -> SignatureRequest:
    """Keep the signed file of a request everybody has signed.

    :raises NotAPdf: the file is no PDF.
    :raises UnknownRequest: there is no such request.
    """
    _refuse_other_files(file)
    digest = hashlib.sha256(file).hexdigest()
    request = replace(storage.read(owner, id), signed_sha256=digest)
    storage.write(owner, request, file)
    return _told(owner, request, "signature.file", sha256=digest)


def refuse(owner: Any, id: str, signatory: str, reason: str) -> SignatureRequest:
    """Note that a signatory does not sign, and why; the request is closed.

    :raises ReasonMissing: no reason is given.
    :raises AlreadySigned, RequestFinished, UnknownSignatory: as named.
    """
    after = refused(storage.read(owner, id), signatory, reason, _now())
    storage.write(owner, after)
    return _told(owner, after, "signature.refuse", signatory=signatory)


def substitute(
    owner: Any,
    id: str,
    signatory: str,
    by: Signatory,
    reason: str,
    starts: date,
    ends: date | None = None,
) -> SignatureRequest:
    """Name who signs instead of a signatory, why, and for which days.

    :raises ReasonMissing, SubstitutionPeriod, SubstituteSigns: as named.
    :raises AlreadySigned, RequestFinished, UnknownSignatory: as named.
    """
    request = storage.read(owner, id)
    after = substituted(request, signatory, by, reason, starts, ends, _actor(), _now())
    storage.write(owner, after)
    return _told(owner, after, "signature.substitute", signatory=signatory, by=by.id)


def cancel(owner: Any, id: str) -> SignatureRequest:
    """Give a request up before everybody has signed.

    :raises RequestFinished: it is closed already.
    """
    request = storage.read(owner, id)
    after = cancelled(request)
    storage.write(owner, after)
    if request.external:
        have_done(owner, id, "cancel")
    return _told(owner, after, "signature.cancel")


def _told(
    owner: Any, request: SignatureRequest, action: str, **details: str
) -> SignatureRequest:
    record(action, owner, request=request.id, state=request.state, **details)
    notify(SignatureChanged(owner, request))
    return request


def have_done(owner: Any, id: str, task: str) -> None:
    """Ask the worker, in this transaction, for a task of the request's adapter."""
    payload = {"owner": IUUID(owner), "request": id, "task": task}
    intend(KIND, f"{id}:{task}", payload)


def _refuse_other_files(file: bytes) -> None:
    if not file.startswith(b"%PDF-"):
        raise NotAPdf(field="file")


def _actor() -> str:
    return api.user.get_current().getId() or ""


def _now() -> datetime:
    # Two requests of one second keep their order.
    return datetime.now()
